"""`samspil practice make FILE ...`: the practice room of each municipality that an organisation file describes."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samspil.config.operation import say, start_django, stop

if TYPE_CHECKING:
    from samspil.organisation.files.model import Organisation


def run(arguments: Sequence[str]) -> None:
    """Make it, seat people, lay the examples. The worker then does so each night, and `apply` follows the file."""
    match list(arguments):
        case ["make", file, *more]:
            make([Path(one) for one in (file, *more)])
        case _:
            stop("samspil practice make FIL ...")


def make(paths: Sequence[Path]) -> None:
    """All files are checked before any room is made."""
    from samspil.organisation.files.check import check, parse

    for path in paths:
        if problems := check(path):
            stop("\n".join(map(str, problems)) + f"\n\n{len(problems)} fejl. Ingenting er ændret.", code=1)
    os.environ["DATABASE_URL"] = os.environ.get("DATABASE_WORKER_URL", os.environ["DATABASE_URL"])
    start_django()
    for path in paths:
        _make(path, parse(path))


def _make(path: Path, organisation: "Organisation") -> None:
    from samspil.organisation.loading import count_rows
    from samspil.organisation.loading.practice import apply_practice
    from samspil.organisation.models import Municipality
    from samspil.practice.jobs.nights import renew

    if not Municipality.objects.using("owner").filter(slug=organisation.municipality.slug).exists():
        stop(f"Kommunen er her ikke endnu. Kør først: samspil organisation apply {path}", code=1)
    practice = apply_practice(organisation, f"drift: {os.environ.get('USER', 'ukendt')}")
    count_rows()
    renew(practice.pk)
    say(f"{practice.name} er klar. Hver nat tømmes den og får nye eksempler.")
