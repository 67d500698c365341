"""Asking whether people are known here: how often one may, and under what it is written down."""

from django.db import connection

from samspil.authority.actor import Actor
from samspil.circles.queries.identities import keyring

DIGEST = 32
"""So many letters of the keyed digest of what was asked stand in the ledger."""


def search_digest(actor: Actor, words: str, place: str) -> str:
    return keyring().blind_index(words, actor.municipality_slug, place).hex()[:DIGEST]


def must_pause() -> bool:
    """Whether the actor has asked for too many people in the last minute."""
    return _told("select search_pause()", [])


def searched_lately(digest: str) -> bool:
    """Whether the actor has asked the same within the hour."""
    return _told("select searched_lately(%s)", [digest])


def _told(call: str, values: list[str]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(call, values)
        return bool(cursor.fetchone()[0])
