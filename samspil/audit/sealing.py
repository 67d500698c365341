"""Seals over the log: a chain of keyed digests. Its key, and a copy of its links, lie outside the database (A17).

What is sealed is every row of transactions older than the oldest that still runs, so no request waits for another.
"""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings

COPY = "seals.txt"


@dataclass(frozen=True)
class Seal:
    """The link over all rows with from_xact <= xact < upto_xact, and over the link before it."""

    id: int
    from_xact: int
    upto_xact: int
    rows: int
    digest: str

    def line(self) -> str:
        return f"{self.id} {self.from_xact} {self.upto_xact} {self.rows} {self.digest}\n"


class LogNumbersWentBack(RuntimeError):
    """The database counts transactions from below the last seal: it was restored into another server."""


def seal() -> int:
    """Seal what is finished and not yet sealed; the number of rows, 0 also where another worker was first."""
    with worker_login() as connection:
        from_xact, upto_xact, previous = _one(connection, "select * from seal_horizon()")
        if upto_xact < from_xact:
            raise LogNumbersWentBack(f"{upto_xact} < {from_xact}")
        rows, digest = digest_of(connection, from_xact, upto_xact, previous)
        if not rows:
            return 0
        (number,) = _one(connection, "select write_seal(%s, %s, %s, %s)", from_xact, upto_xact, rows, digest)
    if number is None:
        return 0
    _keep_copy(Seal(number, from_xact, upto_xact, rows, digest))
    return rows


def verify() -> list[str]:
    """What is not as it was sealed, in Danish sentences; empty where the log is whole."""
    with worker_login() as connection:
        seals = [Seal(*row) for row in connection.execute("select * from all_seals()")]
        return [*_broken_links(connection, seals), *_differs_from_copy(seals), *_went_back(connection)]


@contextmanager
def worker_login() -> Iterator[psycopg.Connection[Any]]:
    """A transaction of the worker's own login, the only one that may read the log's lines."""
    with psycopg.connect(settings.WORKER_URL) as connection:
        yield connection


def digest_of(connection: psycopg.Connection[Any], from_xact: int, upto_xact: int, previous: str) -> tuple[int, str]:
    chain = hmac.new(settings.LOG_KEY, f"{previous} {from_xact} {upto_xact}\n".encode(), hashlib.sha256)
    rows = 0
    for (line,) in connection.execute("select line from ledger_lines(%s, %s)", [from_xact, upto_xact]):
        chain.update(f"{line}\n".encode())
        rows += 1
    return rows, chain.hexdigest()


def copied() -> list[Seal]:
    """The links as they were told outside the database."""
    path = _copy_path()
    lines = path.read_text().splitlines() if path.exists() else []
    return [_told(*line.split()) for line in lines]


def _told(number: str, from_xact: str, upto_xact: str, rows: str, digest: str) -> Seal:
    return Seal(int(number), int(from_xact), int(upto_xact), int(rows), digest)


def _broken_links(connection: psycopg.Connection[Any], seals: list[Seal]) -> Iterator[str]:
    previous, reached = "", 0
    for one in seals:
        if one.from_xact != reached:
            yield f"Segl {one.id} slutter sig ikke til seglet før. Et eller flere segl er fjernet."
        rows, digest = digest_of(connection, one.from_xact, one.upto_xact, previous)
        if rows != one.rows:
            yield f"Segl {one.id} dækker {one.rows} rækker, men der er {rows}."
        elif not hmac.compare_digest(digest, one.digest):
            yield f"Segl {one.id} passer ikke til rækkerne. Noget i loggen er ændret."
        previous, reached = one.digest, one.upto_xact


def _differs_from_copy(seals: list[Seal]) -> Iterator[str]:
    known = {one.id: one for one in seals}
    copies = copied()
    if seals and not copies:
        yield f"Filen {COPY} med segl uden for databasen mangler."
    for copy in copies:
        if copy.id not in known:
            yield f"Segl {copy.id} står i {COPY}, men ikke i databasen."
        elif known[copy.id] != copy:
            yield f"Segl {copy.id} er et andet i databasen end i {COPY}."


def _went_back(connection: psycopg.Connection[Any]) -> Iterator[str]:
    from_xact, upto_xact, _previous = _one(connection, "select * from seal_horizon()")
    if upto_xact < from_xact:
        yield "Databasen tæller forfra efter en gendannelse. Nye rækker kan ikke forsegles, før tælleren er sat frem."


def _keep_copy(one: Seal) -> None:
    path = _copy_path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(one.line())


def _copy_path() -> Path:
    return Path(settings.SEAL_FOLDER) / COPY


def _one(connection: psycopg.Connection[Any], call: str, *values: Any) -> Any:
    row = connection.execute(call.encode(), values).fetchone()
    if row is None:
        raise RuntimeError(call)
    return row
