"""Hvem har set: what whoever keeps a room is told of who saw it. The database answers each question for the actor."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.http import Http404
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.circles.models import YoungPerson
from samspil.desk.rules import log_words
from samspil.lib import clock, danish_dates

PAGE = 50
REFUSED = 50


@dataclass(frozen=True)
class KeptRoom:
    """A room that the actor keeps; `reads` says whether its content is theirs too."""

    circle_id: int
    key: str
    title: str
    kind: str
    reads: bool


@dataclass(frozen=True)
class RoomLine:
    key: str
    title: str
    meta: str


@dataclass(frozen=True)
class Line:
    """One person on one day, or one refused attempt."""

    name: str
    seat: str
    sentence: str


@dataclass(frozen=True)
class Shown:
    """One page of lines, and whether there are more."""

    lines: tuple[Any, ...]
    more: bool


def asked(call: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(call, values)
        return list(cursor.fetchall())


def kept_rooms(actor: Actor, number: int) -> Shown:
    del actor
    rows = asked("select * from kept_rooms(%s, %s)", PAGE + 1, (number - 1) * PAGE)
    return Shown(
        tuple(RoomLine(key, title, _room_meta(*rest)) for key, title, _, *rest in rows[:PAGE]), len(rows) > PAGE
    )


def _room_meta(opened_at: datetime, *rest: Any) -> str:
    closed, people, last_at = rest
    opened = danish_dates.short_day(clock.in_copenhagen(opened_at).date(), year=True)
    seen = "1 person har set det" if people == 1 else f"{people or 'Ingen'} personer har set det"
    last = f"{seen}, senest {danish_dates.moment(last_at, clock.today())}" if last_at else "Ingen har set det endnu"
    return f"{last}. {'Lukket' if closed else 'Åbnet'}{'' if closed else f' {opened}'}"


def kept_room(actor: Actor, key: str) -> KeptRoom:
    """Http404 for whoever does not keep the room."""
    del actor
    rows = asked("select * from kept_room(%s)", key)
    if not rows:
        raise Http404
    return KeptRoom(*rows[0])


def kept_young(actor: Actor, key: str) -> YoungPerson:
    """Http404 for whoever does not both read about this young person and keep the room."""
    found = get_object_or_404(YoungPerson.objects.select_related("circle"), key=key)
    kept_room(actor, found.circle.key)
    return found


def seen_of_room(actor: Actor, room: KeptRoom, number: int) -> Shown:
    del actor
    return _shown(asked("select * from seen_of_room(%s, %s, %s)", room.key, PAGE + 1, (number - 1) * PAGE))


def seen_of_young(actor: Actor, young: YoungPerson, number: int) -> Shown:
    del actor
    return _shown(asked("select * from seen_of_young(%s, %s, %s)", young.key, PAGE + 1, (number - 1) * PAGE))


@dataclass(frozen=True)
class Noted:
    """What a room's log holds beside what was seen: the times when everything was handed out, and who was refused."""

    handed_out: tuple[str, ...] = ()
    refused: tuple[Line, ...] = ()


def noted_at_room(actor: Actor, room: KeptRoom) -> Noted:
    del actor
    rows = asked("select * from noted_at_room(%s, %s)", room.key, REFUSED)
    today = clock.today()
    return Noted(
        tuple(log_words.handed_out(at, today) for _, _, at, _, refused in rows if not refused),
        tries((name, seat or "", log_words.tried(verb), at) for name, seat, at, verb, refused in rows if refused),
    )


def tries(rows: Iterable[tuple[str, str, str, datetime]]) -> tuple[Line, ...]:
    """Name, seat, what was tried and when, newest first: what is alike and of one day is one line, with its number."""
    alike: dict[Any, list[datetime]] = {}
    for name, seat, tried, at in rows:
        alike.setdefault((name, seat, tried, clock.in_copenhagen(at).date()), []).append(at)
    today = clock.today()
    return tuple(
        Line(name, seat, f"{tried} {log_words.Moments(min(times), max(times), len(times)).words(today)}")
        for (name, seat, tried, _), times in alike.items()
    )


def _shown(rows: list[Any]) -> Shown:
    today = clock.today()
    return Shown(tuple(_line(today, *row) for row in rows[:PAGE]), len(rows) > PAGE)


def _line(today: date, name: str, seat: str | None, *rest: Any) -> Line:
    _day, first, last, times, doors, kinds, at_meeting, mine = rest
    moments = log_words.Moments(first, last, times)
    where = log_words.place(doors, at_meeting=at_meeting)
    told = f"{name} (dig)" if mine else name
    return Line(told, seat or "", log_words.saw(log_words.thing(kinds), moments, where, today))
