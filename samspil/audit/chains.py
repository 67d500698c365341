"""A chain of seals for each database cluster; the next one takes up the end of the one before it."""

from dataclasses import dataclass
from typing import Any

import psycopg

from samspil.audit import outside, sealing

NO_SEAL = ""


@dataclass(frozen=True)
class Chain:
    """`kept_seal` came with the back-up, `told_seal` is the last one outside; `rows` were in the back-up unsealed."""

    id: int
    day: str
    kept_seal: int
    told_seal: int
    told_digest: str
    rows: int
    digest: str

    def line(self) -> str:
        return f"{self.id} {self.kept_seal} {self.told_seal} {self.told_digest or '-'} {self.rows} {self.digest}"


def chains_in(connection: psycopg.Connection[Any]) -> list[Chain]:
    return [Chain(*row) for row in connection.execute("select * from all_chains()")]


def digest_of(connection: psycopg.Connection[Any], chain: Chain, from_xact: int) -> tuple[int, str]:
    """Over the link to what was told outside, and over the rows that the old chain never sealed."""
    made = sealing.keyed(f"chain {chain.id} {chain.kept_seal} {chain.told_seal} {chain.told_digest}")
    rows = 0
    for line in sealing.lines_of(connection, chain.id - 1, from_xact):
        made.update(f"{line}\n".encode())
        rows += 1
    return rows, made.hexdigest()


def begin_chain() -> Chain:
    """After a restore. Links to the last seal told outside, also where the back-up is older than that."""
    copies = sealing.copied()
    told = max(copies, key=lambda one: one.id, default=None)
    with sealing.worker_login() as connection:
        seals, chains = sealing.seals_in(connection), chains_in(connection)
        kept = max((one.id for one in seals), default=0)
        reached = max((one.upto_xact for one in seals if one.chain == chains[-1].id), default=0)
        begun = Chain(chains[-1].id + 1, "", kept, told.id if told else 0, told.digest if told else NO_SEAL, 0, "")
        rows, digest = digest_of(connection, begun, reached)
        values = (begun.id, begun.kept_seal, begun.told_seal, begun.told_digest, rows, digest)
        sealing.one(connection, "select begin_chain(%s, %s, %s, %s, %s, %s)", *values)
        made = chains_in(connection)[-1]
        discards = [number for (number,) in connection.execute("select id from all_discards()")]
    outside.take_back(outside.CHAINS, chains[-1].id)
    outside.take_back(outside.DISCARDS, max(discards, default=0))
    outside.tell(outside.CHAINS, made.line())
    return made
