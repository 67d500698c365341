"""The `samspil` command: what the operator of an installation, and a contributor, does from a terminal."""

import sys
from collections.abc import Callable, Sequence

from django.core.management import execute_from_command_line

USAGE = """samspil database prepare | migrate
samspil organisation check|plan|apply FIL
samspil start KOMMUNE
samspil audit verify
samspil demo [--fresh]"""


def demo(arguments: Sequence[str]) -> None:
    from samspil.config.demo import run

    run(fresh="--fresh" in arguments)


def manage(arguments: Sequence[str]) -> None:
    """Any of Django's own commands, against the demo's database when no other is named."""
    import os

    if "DATABASE_URL" not in os.environ:
        from samspil.config.local import set_up

        os.environ.setdefault("SAMSPIL_DEMO", "yes")
        os.environ.setdefault("SAMSPIL_MOVABLE_CLOCK", "yes")
        set_up("demo")
    execute_from_command_line(["samspil", *arguments])


COMMANDS: dict[str, Callable[[Sequence[str]], None]] = {"demo": demo, "manage": manage}


def main() -> None:
    name, *arguments = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        sys.stderr.write(USAGE + "\n")
        raise SystemExit(0 if name in {"help", "-h", "--help"} else 2)
    COMMANDS[name](arguments)
