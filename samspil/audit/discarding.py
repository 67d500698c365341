"""The log's own term: months that are over it are dropped, and a sealed record of each says what went and why."""

from datetime import date
from typing import Any

import psycopg

from samspil.audit import outside, sealing
from samspil.audit.discards import Reach, digest_of, left_below
from samspil.audit.verifying import faults_in


class LogNotWhole(RuntimeError):
    """Nothing is dropped from a log that is not as it was sealed: it would hide what happened."""


def drop_due() -> list[str]:
    """Drop each month whose term is over in every municipality; which ones, oldest first."""
    dropped = []
    while month := _drop_next():
        dropped.append(month)
    return dropped


def _drop_next() -> str:
    with sealing.worker_login() as connection:
        due = connection.execute("select * from log_month_due()").fetchone()
        if due is None:
            return ""
        if faults := faults_in(connection):
            raise LogNotWhole(faults[0])
        month, days = due
        record = _record(connection, month, f"Loggen opbevares i {days} dage")
        sealing.one(connection, f"select drop_log_month({', '.join(['%s'] * len(record))})", *record)
        number, digest = connection.execute("select id, digest from all_discards()").fetchall()[-1]
    outside.tell(outside.DISCARDS, f"{number} {digest}")
    return f"{month:%Y-%m}"


def _record(connection: psycopg.Connection[Any], month: date, basis: str) -> tuple[Any, ...]:
    rows, *last = sealing.one(connection, "select * from log_month_reach(%s)", month)
    reach, seal_digest = _sealed_beyond(connection, last)
    left = left_below(connection, reach, without=month)
    before = [digest for (digest,) in connection.execute("select digest from all_discards()")]
    values = (month, basis, rows, *reach, seal_digest, left.rows, left.digest)
    return (*values, digest_of(before[-1] if before else "", *values))


def _sealed_beyond(connection: psycopg.Connection[Any], last: list[Any]) -> tuple[Reach, str]:
    """The first seal beyond the month's last row. Where its chain ended before it, the next chain took it up."""
    if last[0] is None:
        return (0, 0), ""
    for seal in sealing.seals_in(connection):
        if seal.chain > last[0]:
            return (last[0] + 1, 0), ""
        if seal.chain == last[0] and seal.upto_xact > last[1]:
            return (seal.chain, seal.upto_xact), seal.digest
    raise LogNotWhole("not everything in the month is sealed")
