"""What the pages about accounts show; every row is the database's answer to the actor."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection
from django.http import Http404

from samspil.accounts import demo
from samspil.accounts.models import Account
from samspil.accounts.rules import Colleague, place_among_tries, what_to_try
from samspil.authority.actor import Actor

PAGE = 25
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"


@dataclass(frozen=True)
class Office:
    """The office circle in which the actor manages accounts."""

    circle_id: int
    key: str
    municipality: str


@dataclass(frozen=True)
class Wanted:
    """Which of the people of an office to list. `search` is a part of name or mail."""

    search: str = ""
    letter: str = ""
    uninvited: bool = False
    number: int = 1


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


def colleagues(actor: Actor, office: Office, wanted: Wanted) -> tuple[list[Colleague], bool]:
    """One page, those with something to answer first, and whether there is another."""
    del actor
    facts = (wanted.search.strip(), "", wanted.letter, wanted.uninvited, (wanted.number - 1) * PAGE, PAGE + 1)
    found = _colleagues(office, *facts)
    return found[:PAGE], len(found) > PAGE


def letters_in(actor: Actor, office: Office, *, uninvited: bool) -> list[str]:
    """The letters that somebody's name begins with."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("select letters_of_office(%s, %s)", [office.circle_id, uninvited])
        return list(cursor.fetchone()[0])


def all_have_accounts(actor: Actor, office: Office) -> bool:
    del actor
    return not _colleagues(office, "", "", "", True, 0, 1)


def open_colleague(actor: Actor, key: str) -> Colleague:
    found = _colleagues(open_office(actor), "", key, "", False, 0, 1)
    if not found:
        raise Http404
    return found[0]


def _colleagues(office: Office, *facts: Any) -> list[Colleague]:
    with connection.cursor() as cursor:
        cursor.execute("select * from people_of_office(%s, %s, %s, %s, %s, %s, %s)", [office.circle_id, *facts])
        rows = cursor.fetchall()
    return [_colleague(office.circle_id, *row) for row in rows]


def _colleague(circle_id: int, *row: Any) -> Colleague:
    key, name, email, seats, *rest, recovery_key, reason, by, mine = row
    asked: list[Any] = [recovery_key or "", reason or "", by or "", mine]
    return Colleague(circle_id, key, name, email, tuple(seats), *rest, *asked)


def characters() -> list[tuple[str, list[Character], list[Character]]]:
    """By municipality: the story's own and the first of each title, then all others. Only the demo has the function."""
    with connection.cursor() as cursor:
        cursor.execute("select * from demo_people()")
        rows: list[list[Any]] = [[*facts, what_to_try(frozenset(held))] for *facts, held in cursor.fetchall()]
    people = [Character(*row) for row in rows]
    return [(name, *_first_of_each(list(found))) for name, found in groupby(people, lambda one: one.municipality)]


def _first_of_each(people: list[Character]) -> tuple[list[Character], list[Character]]:
    """The people of the story in its order, and one of each other title."""
    story = [one for name in demo.story() for one in people if one.name == name]
    told = {(one.title, one.tries) for one in story}
    others = {(one.title, one.tries): one for one in reversed(people) if (one.title, one.tries) not in told}
    chosen = [*story, *sorted(others.values(), key=lambda one: place_among_tries(one.tries))]
    return chosen, [one for one in people if one not in chosen]
