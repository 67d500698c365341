"""Whether the log is as it was sealed: links, rows, dropped months, restores, and the copies outside the database."""

import hmac
from collections.abc import Iterator
from typing import Any

import psycopg

from samspil.audit import outside, sealing
from samspil.audit.chains import Chain, chains_in
from samspil.audit.chains import digest_of as digest_of_chain
from samspil.audit.discards import Discard, discards_in, left_below
from samspil.audit.discards import digest_of as digest_of_discard
from samspil.audit.sealing import Seal


def verify() -> list[str]:
    """What is not as it was sealed, in Danish sentences; empty where the log is whole."""
    with sealing.worker_login() as connection:
        return faults_in(connection)


def notes() -> list[str]:
    """What has happened to the log lawfully, and whoever reads it should know."""
    with sealing.worker_login() as connection:
        return [*_told_of_chains(chains_in(connection)), *_told_of_discards(discards_in(connection))]


def faults_in(connection: psycopg.Connection[Any]) -> list[str]:
    seals, chains, discards = sealing.seals_in(connection), chains_in(connection), discards_in(connection)
    reached = (discards[-1].chain, discards[-1].upto_xact) if discards else (0, 0)
    return [
        *_broken_links(connection, seals, chains, reached),
        *_broken_chains(connection, seals, chains, reached),
        *_wrong_discards(connection, seals, discards),
        *_differs_from_copy(seals, chains),
        *_records_differ(chains, discards),
        *_foreign(connection),
    ]


def _broken_links(
    connection: psycopg.Connection[Any], seals: list[Seal], chains: list[Chain], dropped: tuple[int, int]
) -> Iterator[str]:
    for chain in chains:
        previous, reached = chain.digest, 0
        for one in (seal for seal in seals if seal.chain == chain.id):
            if one.from_xact != reached:
                yield f"Segl {one.id} slutter sig ikke til seglet før. Et eller flere segl er fjernet."
            if (one.chain, one.upto_xact) > dropped:
                yield from _broken_seal(connection, one, previous)
            previous, reached = one.digest, one.upto_xact


def _broken_seal(connection: psycopg.Connection[Any], one: Seal, previous: str) -> Iterator[str]:
    rows, digest = sealing.digest_of(connection, one.chain, one.from_xact, one.upto_xact, previous)
    if rows != one.rows:
        yield f"Segl {one.id} dækker {one.rows} rækker, men der er {rows}."
    elif not hmac.compare_digest(digest, one.digest):
        yield f"Segl {one.id} passer ikke til rækkerne. Noget i loggen er ændret."


def _broken_chains(
    connection: psycopg.Connection[Any], seals: list[Seal], chains: list[Chain], dropped: tuple[int, int]
) -> Iterator[str]:
    """The first chain follows nothing; each later one answers for the rest of the chain before it."""
    for one in chains[1:]:
        before = [seal for seal in seals if seal.chain == one.id - 1]
        if max((seal.id for seal in seals if seal.chain < one.id), default=0) != one.kept_seal:
            yield f"Kæde {one.id} slutter sig ikke til segl {one.kept_seal}. Et eller flere segl er fjernet."
        if (one.id, 0) <= dropped:
            continue
        rows, digest = digest_of_chain(connection, one, max((seal.upto_xact for seal in before), default=0))
        if rows != one.rows or not hmac.compare_digest(digest, one.digest):
            yield f"Kæde {one.id} passer ikke til det, den tog over. Noget i loggen er ændret."


def _wrong_discards(connection: psycopg.Connection[Any], seals: list[Seal], discards: list[Discard]) -> Iterator[str]:
    previous = ""
    for one in discards:
        values = (one.month, one.basis, one.rows, one.chain, one.upto_xact, one.seal_digest)
        if digest_of_discard(previous, *values, one.left_rows, one.left_digest) != one.digest:
            yield f"Beviset for, at {one.month:%Y-%m} er slettet, er ændret."
        previous = one.digest
    if not discards:
        return
    last = discards[-1]
    at = [seal.digest for seal in seals if (seal.chain, seal.upto_xact) == (last.chain, last.upto_xact)]
    if last.seal_digest and at != [last.seal_digest]:
        yield f"Beviset for, at {last.month:%Y-%m} er slettet, passer ikke til seglene."
    left = left_below(connection, (last.chain, last.upto_xact))
    if left.rows != last.left_rows:
        yield f"Efter sletningen af {last.month:%Y-%m} var der {last.left_rows} rækker tilbage, men der er {left.rows}."
    elif left.digest != last.left_digest:
        yield f"Rækkerne, der var tilbage efter sletningen af {last.month:%Y-%m}, er ændret."


def _differs_from_copy(seals: list[Seal], chains: list[Chain]) -> Iterator[str]:
    known = {one.id: one for one in seals}
    copies = sealing.copied()
    if seals and not copies:
        yield f"Filen {outside.SEALS} med segl uden for databasen mangler."
    lost = {number for one in chains for number in range(one.kept_seal + 1, one.told_seal + 1)}
    for copy in copies:
        if copy.id not in known:
            if copy.id not in lost:
                yield f"Segl {copy.id} står i {outside.SEALS}, men ikke i databasen."
        elif known[copy.id] != copy:
            yield f"Segl {copy.id} er et andet i databasen end i {outside.SEALS}."
    digests = {copy.id: copy.digest for copy in copies}
    for one in chains[1:]:
        if one.told_seal and digests.get(one.told_seal) != one.told_digest:
            yield f"Kæde {one.id} bygger på segl {one.told_seal}, men det er et andet i {outside.SEALS}."


def _records_differ(chains: list[Chain], discards: list[Discard]) -> Iterator[str]:
    """A record outside without one inside was removed here; inside without outside, it was made by another hand."""
    if set(outside.standing(outside.CHAINS)) != {one.line() for one in chains[1:]}:
        yield f"Kæderne i databasen er andre end i {outside.CHAINS}."
    if set(outside.standing(outside.DISCARDS)) != {f"{one.id} {one.digest}" for one in discards}:
        yield f"De slettede måneder i databasen er andre end i {outside.DISCARDS}."


def _foreign(connection: psycopg.Connection[Any]) -> Iterator[str]:
    _chain, from_xact, upto_xact, _previous, is_own = sealing.one(connection, "select * from seal_horizon()")
    if upto_xact < from_xact or not is_own:
        yield "Databasen er gendannet på en anden server. Nye rækker forsegles først, når samspil restore er kørt."


def _told_of_chains(chains: list[Chain]) -> Iterator[str]:
    for one in chains[1:]:
        lost = max(one.told_seal - one.kept_seal, 0)
        yield (
            f"Kæde {one.id} begyndte {one.day} efter en gendannelse og bygger på segl {one.told_seal} uden for"
            f" databasen. Sikkerhedskopien nåede til segl {one.kept_seal}; {lost} segl gik tabt."
        )


def _told_of_discards(discards: list[Discard]) -> Iterator[str]:
    for one in discards:
        yield f"{one.month:%Y-%m} er slettet med {one.rows} rækker. Grundlag: {one.basis}."
