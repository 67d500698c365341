"""The `samspil` command: what the operator of an installation, and a contributor, does from a terminal."""

import os
import sys
from collections.abc import Callable, Sequence

from django.core.management import execute_from_command_line

from samspil.config.operation import database, organisation, stop

USAGE = """samspil database prepare | migrate
samspil organisation check|plan|apply FIL
samspil organisation check --report FIL ...
samspil organisation export KOMMUNE [FIL]
samspil organisation schema
samspil start KOMMUNE
samspil practice make FIL ...
samspil worker
samspil audit verify | drop
samspil municipality export KOMMUNE MAPPE --because HVORFOR [--with-cpr]
samspil municipality remove KOMMUNE --export-made MAPPE --because HVORFOR
samspil keys rotate
samspil restore [--without-receipts] [--accept-open]
samspil demo [--fresh]"""


def demo(arguments: Sequence[str]) -> None:
    from samspil.config.local import is_checkout

    if not is_checkout():
        stop("Demoen findes kun i et checkout af projektet.", code=1)
    from samspil.config.demo import run

    run(fresh="--fresh" in arguments)


def manage(arguments: Sequence[str]) -> None:
    """Any of Django's own commands, against the demo's database when no other is named."""
    _demo_unless_named()
    execute_from_command_line(["samspil", *arguments])


def start(arguments: Sequence[str]) -> None:
    """The first administrator of a municipality."""
    _demo_unless_named()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")
    import django

    django.setup()
    from samspil.accounts.start import start as start_municipality

    start_municipality(arguments)


def worker(arguments: Sequence[str]) -> None:
    """Send mail and seal the log until stopped."""
    _demo_unless_named()
    from samspil.config.worker import run

    run(arguments)


def audit(arguments: Sequence[str]) -> None:
    """Whether the log is as it was sealed."""
    _demo_unless_named()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")
    from samspil.audit.verify import run

    run(arguments)


def restore(arguments: Sequence[str]) -> None:
    """What must be done after a back-up was put back."""
    _demo_unless_named()
    from samspil.config.restore import run

    run(arguments)


def practice(arguments: Sequence[str]) -> None:
    """The room in which people practise, emptied each night."""
    _demo_unless_named()
    from samspil.config.practice import run

    run(arguments)


def keys(arguments: Sequence[str]) -> None:
    """Seal everything anew under the current key."""
    _demo_unless_named()
    from samspil.config.keys import run

    run(arguments)


def municipality(arguments: Sequence[str]) -> None:
    """A whole municipality at once."""
    _demo_unless_named()
    from samspil.config.municipality import run

    run(arguments)


def _demo_unless_named() -> None:
    if not {"DATABASE_URL", "DATABASE_URL_FILE"} & set(os.environ):
        from samspil.config.local import is_checkout, set_up

        if not is_checkout():
            stop("DATABASE_URL er ikke sat. Demoen findes kun i et checkout af projektet.", code=1)

        os.environ.setdefault("SAMSPIL_DEMO", "yes")
        os.environ.setdefault("SAMSPIL_MOVABLE_CLOCK", "yes")
        set_up("demo")


COMMANDS: dict[str, Callable[[Sequence[str]], None]] = {
    "audit": audit,
    "database": database,
    "demo": demo,
    "keys": keys,
    "manage": manage,
    "municipality": municipality,
    "organisation": organisation,
    "practice": practice,
    "restore": restore,
    "start": start,
    "worker": worker,
}


def main() -> None:
    name, *arguments = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        sys.stderr.write(USAGE + "\n")
        raise SystemExit(0 if name in {"help", "-h", "--help"} else 2)
    COMMANDS[name](arguments)
