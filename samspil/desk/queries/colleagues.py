"""What a search asks the database's functions: the organisation, and the rooms that its hits lie in."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import connection
from django.urls import reverse

from samspil.authority.errors import Refusal
from samspil.desk.rules import find_words


@dataclass(frozen=True)
class Colleague:
    """Somebody who works here, or one of the bodies and units."""

    kind: str
    name: str
    meta: str
    phone: str

    @property
    def is_person(self) -> bool:
        return self.kind == "person"


@dataclass(frozen=True)
class Room:
    """A room of a hit: the seat by which the reader is in it, and what the reader may there."""

    key: str
    kind: str
    title: str
    seat: str
    can: frozenset[str]
    matter: int = 0
    """The same for the rooms of a search that deliveries tie together."""

    @property
    def href(self) -> str:
        return reverse("desk:who", args=[self.key])


@dataclass(frozen=True)
class Organisation:
    """What of the organisation was found, whether there is more, and whether the reader may search matters too."""

    found: tuple[Colleague, ...]
    more: bool
    matters: bool


def may_search() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select may_search()")
        return bool(cursor.fetchone()[0])


def organisation_of(words: tuple[str, ...]) -> Organisation:
    """The first that a search asks, and the one that refuses."""
    with connection.cursor() as cursor:
        cursor.execute("select find_colleagues(%s, %s)", [list(words), find_words.MOST_OF_ORGANISATION])
        answer = json.loads(cursor.fetchone()[0])
    if answer["pause"]:
        raise Refusal(find_words.PAUSE)
    rows = answer["found"]
    found = tuple(Colleague(row["kind"], row["name"], row["meta"], row["phone"]) for row in rows)
    return Organisation(found, bool(rows) and rows[0]["total"] > len(rows), answer["matters"])


def told(digest: str, counts: Mapping[str, int], circles: Collection[int], *, matters: bool) -> dict[int, Room]:
    """Write the search down in the ledger, and learn why its rooms are visible."""
    numbers = ",".join(f"{kind}={number}" for kind, number in sorted(counts.items()) if number)
    with connection.cursor() as cursor:
        cursor.execute("select * from tell_search(%s, %s, %s, %s::bigint[])", [digest, numbers, matters, list(circles)])
        return {
            circle: Room(key, kind, title, seat, frozenset(can), matter)
            for circle, key, kind, title, seat, can, matter in cursor.fetchall()
        }
