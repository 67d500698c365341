"""What the operator of an installation does from a terminal: database, organisation files."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

ORGANISATION_USAGE = """samspil organisation check|plan|apply FIL
samspil organisation check --report FIL ...
samspil organisation export KOMMUNE [FIL]
samspil organisation schema"""


def database(arguments: Sequence[str]) -> None:
    """`prepare` makes roles and rights, `prepare --print` prints them for others to run, `migrate` mends tables."""
    from samspil.config import preparation

    match list(arguments):
        case ["prepare"]:
            preparation.prepare(os.environ["DATABASE_OWNER_URL"])
            say("Roller og rettigheder er på plads. Næste: samspil database migrate")
        case ["prepare", "--print", name]:
            say(preparation.statements(name))
        case ["migrate"]:
            start_django()
            from django.core.management import call_command

            call_command("migrate", database="owner", verbosity=1)
        case _:
            stop("samspil database prepare | prepare --print DATABASENAVN | migrate")


def organisation(arguments: Sequence[str]) -> None:
    """`check` needs no database; `plan` tells what `apply` would change; all refuse a file with faults."""
    from samspil.config import organisation_files

    acts: dict[str, Callable[[Path], None]] = {"check": _check, "plan": _plan, "apply": _apply}
    match list(arguments):
        case ["check", "--report", file, *more]:
            paths = [Path(one) for one in (file, *more)]
            for path in paths:
                _check(path)
            organisation_files.report(paths)
        case ["schema"]:
            organisation_files.schema()
        case ["export", slug]:
            organisation_files.export(slug)
        case ["export", slug, file]:
            organisation_files.export(slug, Path(file))
        case [act, file] if act in acts:
            acts[act](Path(file))
        case _:
            stop(ORGANISATION_USAGE)


def _check(path: Path) -> None:
    from samspil.organisation.files.check import check, unstated_reasons

    problems = check(path)
    if problems:
        stop("\n".join(map(str, problems)) + f"\n\n{len(problems)} fejl. Ingenting er ændret.", code=1)
    say(f"{path.name} er i orden.")
    if ours := unstated_reasons(path):
        say(f"Vores begrundelse for at dele står, til kommunen har skrevet sin egen i [joint_work]: {', '.join(ours)}.")


def _plan(path: Path) -> None:
    _check(path)
    start_django()
    from django.db import transaction

    with transaction.atomic(using="owner"):
        sentences = _difference(path)
        transaction.set_rollback(True, using="owner")
    say("\n".join(sentences) if sentences else "Der er ingen forskel.")
    say("Ingenting er ændret endnu.")


def _apply(path: Path) -> None:
    _check(path)
    start_django()
    from django.db import transaction

    from samspil.organisation.loading import count_rows

    with transaction.atomic(using="owner"):  # the municipality and its practice, or neither
        sentences = _difference(path)
    count_rows()
    say("\n".join(sentences) if sentences else "Der var ingen forskel.")


def _difference(path: Path) -> list[str]:
    from samspil.organisation.files.check import parse
    from samspil.organisation.files.expand import expand
    from samspil.organisation.files.problem import OrganisationFileError
    from samspil.organisation.loading import apply_organisation
    from samspil.organisation.loading.practice import apply_practice, has_practice

    applied_by = f"drift: {os.environ.get('USER', 'ukendt')}"
    try:
        organisation = parse(path)
        sentences = apply_organisation(expand(organisation), applied_by)
        if has_practice(organisation.municipality.slug):
            apply_practice(organisation, applied_by)
    except OrganisationFileError as error:
        stop(f"{error}\n\nIngenting er ændret.", code=1)
    return sentences


def start_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")
    django.setup()


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def stop(text: str, code: int = 2) -> NoReturn:
    sys.stderr.write(text + "\n")
    raise SystemExit(code)
