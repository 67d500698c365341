"""The record of a dropped month: what went, on what basis, and a digest over what is left below its reach."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

import psycopg

from samspil.audit import sealing

Reach = tuple[int, int]
"""Chain and transaction number: everything below it is answered for."""


@dataclass(frozen=True)
class Discard:
    id: int
    month: date
    basis: str
    rows: int
    chain: int
    upto_xact: int
    seal_digest: str
    left_rows: int
    left_digest: str
    digest: str


@dataclass(frozen=True)
class Left:
    rows: int
    digest: str


def discards_in(connection: psycopg.Connection[Any]) -> list[Discard]:
    return [Discard(*row) for row in connection.execute("select * from all_discards()")]


def left_below(connection: psycopg.Connection[Any], reach: Reach, without: date | None = None) -> Left:
    """The rows below `reach` that are still there."""
    made, rows = hashlib.sha256(), 0
    for chain in range(1, reach[0] + 1):
        upto = reach[1] if chain == reach[0] else None
        for line in sealing.lines_of(connection, chain, 0, upto, without):
            made.update(f"{line}\n".encode())
            rows += 1
    return Left(rows, made.hexdigest())


def digest_of(previous: str, *values: Any) -> str:
    return sealing.keyed(" ".join(["discard", previous, *map(str, values)])).hexdigest()
