"""What the pages about accounts show; every row is the database's answer to the actor."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection
from django.http import Http404

from samspil.accounts.models import Account
from samspil.accounts.rules import Colleague, place_among_tries, what_to_try
from samspil.authority.actor import Actor

MOST = 100


@dataclass(frozen=True)
class Office:
    """The office circle in which the actor manages accounts."""

    circle_id: int
    key: str
    municipality: str


@dataclass(frozen=True)
class HeldSeat:
    municipality: str
    function_name: str
    place: str
    agency: str
    kind: str
    since: date
    until: date | None


@dataclass(frozen=True)
class Place:
    """A municipality that the actor works in."""

    municipality_id: int
    slug: str
    name: str
    in_hand: bool


@dataclass(frozen=True)
class Character:
    """Somebody one can be in the demo."""

    person_id: int
    key: str
    name: str
    title: str
    place: str
    municipality_id: int
    municipality: str
    tries: str

    @property
    def what(self) -> str:
        return f"{self.title}, {self.place}"


def my_seats(actor: Actor) -> list[HeldSeat]:
    del actor
    with connection.cursor() as cursor:
        cursor.execute("select * from my_seats()")
        return [HeldSeat(*row) for row in cursor.fetchall()]


def my_places(actor: Actor) -> list[Place]:
    del actor
    with connection.cursor() as cursor:
        cursor.execute("select * from my_places()")
        return [Place(*row) for row in cursor.fetchall()]


def account_by_id(account_id: int | None) -> Account | None:
    return Account.objects.filter(pk=account_id, is_active=True).first() if account_id else None


def open_office(actor: Actor) -> Office:
    """The office in hand; Http404 for whoever does not manage accounts there."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("select * from office_in_hand()")
        row = cursor.fetchone()
    if row is None:
        raise Http404
    return Office(*row)


def colleagues(actor: Actor, office: Office, search: str = "") -> list[Colleague]:
    """At most MOST, those with something to answer first; more are found by name."""
    del actor
    return _colleagues(office, search.strip(), "")


def open_colleague(actor: Actor, key: str) -> Colleague:
    found = _colleagues(open_office(actor), "", key)
    if not found:
        raise Http404
    return found[0]


def _colleagues(office: Office, search: str, key: str) -> list[Colleague]:
    with connection.cursor() as cursor:
        cursor.execute("select * from people_of_office(%s, %s, %s, %s)", [office.circle_id, search, key, MOST])
        rows = cursor.fetchall()
    return [_colleague(office.circle_id, *row) for row in rows]


def _colleague(circle_id: int, *row: Any) -> Colleague:
    key, name, email, seats, *rest, recovery_key, reason, by, mine = row
    asked: list[Any] = [recovery_key or "", reason or "", by or "", mine]
    return Colleague(circle_id, key, name, email, tuple(seats), *rest, *asked)


def characters() -> list[tuple[str, list[Character], list[Character]]]:
    """By municipality: the first of each title, then all others. Only in the demo does the function exist."""
    with connection.cursor() as cursor:
        cursor.execute("select * from demo_people()")
        rows: list[list[Any]] = [[*facts, what_to_try(frozenset(held))] for *facts, held in cursor.fetchall()]
    people = [Character(*row) for row in rows]
    return [(name, *_first_of_each(list(found))) for name, found in groupby(people, lambda one: one.municipality)]


def _first_of_each(people: list[Character]) -> tuple[list[Character], list[Character]]:
    first = {(one.title, one.tries): one for one in reversed(people)}
    chosen = sorted(first.values(), key=lambda one: place_among_tries(one.tries))
    return chosen, [one for one in people if one not in chosen]
