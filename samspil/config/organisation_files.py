"""`samspil organisation`, what only reads: what stands, as a file; what a file may say; how much one says."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samspil.config.operation import say, start_django, stop

if TYPE_CHECKING:
    from samspil.organisation.loading.exporting import Exported


def schema() -> None:
    from samspil.organisation.files.schema import schema as made

    _put(json.dumps(made(), ensure_ascii=False, indent=1) + "\n")


def report(paths: Sequence[Path]) -> None:
    from samspil.organisation.files.check import parse
    from samspil.organisation.files.report import report as made
    from samspil.organisation.files.report import sentences

    for path in paths:
        say("\n" + "\n".join(sentences(made(parse(path)))))


def export(slug: str, path: Path | None = None) -> None:
    """The file alone goes to standard output, so that it can be kept with `>`; what is to be said of it goes beside."""
    start_django()
    from django.conf import settings

    from samspil.organisation.loading.exporting import NeverAppliedError, export_organisation
    from samspil.organisation.models import Municipality

    original = _original(path) if path else None
    found = Municipality.objects.using(settings.OWNER_ALIAS).filter(slug=slug).first()
    if found is None:
        stop(f"Der er ingen kommune med kortnavnet {slug}. Ingenting er skrevet.", code=1)
    if found.practice_of is not None:
        stop(f"Øvelsen følger kommunens egen fil: samspil organisation export {found.practice_of.slug}", code=1)
    try:
        done = export_organisation(found, original)
    except NeverAppliedError:
        stop(f"Der er ikke indlæst nogen fil for {slug}. Ingenting er skrevet.", code=1)
    _put(done.text)
    _tell(done)


def _original(path: Path) -> str:
    from samspil.organisation.files.check import text_of, toml_of
    from samspil.organisation.files.problem import OrganisationFileError

    try:
        text = text_of(path)
        toml_of(text, path.name)
    except OrganisationFileError as error:
        stop(f"{error}\n\nIngenting er skrevet.", code=1)
    if not text.strip():
        stop(f"{path.name} er tom. Skriv med > til en anden fil end den, du giver med. Ingenting er skrevet.", code=1)
    return text


def _tell(done: "Exported") -> None:
    """Why the file is not the whole truth, where it is not."""
    told = []
    if not done.kept:
        told.append("Den gamle fils opstilling kunne ikke følges. Filen er skrevet forfra, uden dens kommentarer.")
    if done.problems:
        told += [
            "Filen siger det, der blev indlæst, men bliver ikke godkendt i denne udgave:",
            *map(str, done.problems),
        ]
    if done.differences:
        told += ["Indlæses filen nu, ændrer det noget, fx efter en opgradering:", *done.differences]
    if done.beside:
        told += ["Det her står i databasen fra en tidligere fil og ikke i den seneste:", *done.beside]
    if told:
        sys.stderr.write("\n".join(told) + "\n")
    if done.problems:
        raise SystemExit(1)


def _put(text: str) -> None:
    """As UTF-8, whatever the terminal speaks: it is read as a file."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()
