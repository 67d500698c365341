"""Seals over the log: a chain of keyed digests. Its key, and a copy of its links, lie outside the database (A17).

What is sealed is every row of transactions older than the oldest that still runs, so no request waits for another.
"""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import psycopg
from django.conf import settings

from samspil.audit import outside


@dataclass(frozen=True)
class Seal:
    """The link over all rows of its chain with from_xact <= xact < upto_xact, and over the link before it."""

    id: int
    chain: int
    from_xact: int
    upto_xact: int
    rows: int
    digest: str

    def line(self) -> str:
        return f"{self.id} {self.chain} {self.from_xact} {self.upto_xact} {self.rows} {self.digest}"


class ForeignCluster(RuntimeError):
    """The database was restored into another server, or counts transactions from below the last seal."""


def seal() -> int:
    """Seal what is finished and not yet sealed; the number of rows, 0 also where another worker was first."""
    with worker_login() as connection:
        chain, from_xact, upto_xact, previous, is_own = one(connection, "select * from seal_horizon()")
        if upto_xact < from_xact or not is_own:
            raise ForeignCluster(f"{chain}: {upto_xact} < {from_xact}, run samspil restore")
        rows, digest = digest_of(connection, chain, from_xact, upto_xact, previous)
        if not rows:
            return 0
        (number,) = one(connection, "select write_seal(%s, %s, %s, %s, %s)", chain, from_xact, upto_xact, rows, digest)
    if number is None:
        return 0
    outside.tell(outside.SEALS, Seal(number, chain, from_xact, upto_xact, rows, digest).line())
    return rows


@contextmanager
def worker_login() -> Iterator[psycopg.Connection[Any]]:
    """A transaction of the worker's own login, the only one that may read the log's lines."""
    with psycopg.connect(settings.WORKER_URL) as connection:
        yield connection


def digest_of(
    connection: psycopg.Connection[Any], chain: int, from_xact: int, upto_xact: int, previous: str
) -> tuple[int, str]:
    made = keyed(f"{previous} {chain} {from_xact} {upto_xact}")
    rows = 0
    for line in lines_of(connection, chain, from_xact, upto_xact):
        made.update(f"{line}\n".encode())
        rows += 1
    return rows, made.hexdigest()


def keyed(claim: str) -> hmac.HMAC:
    return hmac.new(settings.LOG_KEY, f"{claim}\n".encode(), hashlib.sha256)


def lines_of(
    connection: psycopg.Connection[Any],
    chain: int,
    from_xact: int,
    upto_xact: int | None = None,
    without: date | None = None,
) -> Iterator[str]:
    call = b"select line from ledger_lines(%s, %s, %s, %s)"
    for (line,) in connection.execute(call, [chain, from_xact, upto_xact, without]):
        yield line


def seals_in(connection: psycopg.Connection[Any]) -> list[Seal]:
    return [Seal(*row) for row in connection.execute("select * from all_seals()")]


def copied() -> list[Seal]:
    """The links as they were told outside the database."""
    return [_told(line) for line in outside.told(outside.SEALS) if line]


def _told(line: str) -> Seal:
    *numbers, digest = line.split()
    number, chain, from_xact, upto_xact, rows = map(int, numbers)
    return Seal(number, chain, from_xact, upto_xact, rows, digest)


def one(connection: psycopg.Connection[Any], call: str, *values: Any) -> Any:
    row = connection.execute(call.encode(), values).fetchone()
    if row is None:
        raise RuntimeError(call)
    return row
