"""The log as the data protection officer sees it: people, times and titles of rooms, and never a row of a room."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404

from samspil.authority.actor import Actor
from samspil.desk.queries.log import PAGE, REFUSED, Line, Shown, asked, tries
from samspil.desk.rules import log_words
from samspil.lib import clock

LOOKUPS = 20
CHECKS = 100
OUTSIDE = "En side uden for rummene"
"""Where somebody was refused who had asked for no room at all."""


@dataclass(frozen=True)
class LogOffice:
    """The office circle in which the actor is the officer."""

    circle_id: int
    key: str


@dataclass(frozen=True)
class Colleague:
    key: str
    name: str
    seat: str


@dataclass(frozen=True)
class Lookup:
    key: str
    person_id: int
    name: str
    seat: str
    reason: str
    asked_by: str
    asked_at: datetime
    is_open: bool


@dataclass(frozen=True)
class RoomDay:
    title: str
    sentence: str


@dataclass(frozen=True)
class Oddity:
    """A pattern in one colleague's month: how often, and what the officer has made of it."""

    pattern: str
    key: str
    name: str
    seat: str
    times: int
    verdict: str
    text: str
    judged_by: str
    judged_at: datetime | None

    @property
    def verdict_words(self) -> str:
        return log_words.VERDICTS.get(self.verdict, "")

    @property
    def heading(self) -> str:
        return log_words.PATTERNS[self.pattern]


@dataclass(frozen=True)
class SpotCheck:
    """A look-up drawn by lot; `was_work` is None until somebody has answered."""

    key: str
    name: str
    seat: str
    sentence: str
    title: str
    as_officer: bool
    was_work: bool | None
    text: str
    answered_by: str
    answered_at: datetime | None


def open_log(actor: Actor) -> LogOffice:
    """Http404 for whoever is not the officer here."""
    del actor
    rows = asked("select circle_id, key from log_office()")
    if not rows:
        raise Http404
    return LogOffice(*rows[0])


def colleagues(actor: Actor, search: str) -> Shown:
    """By a part of the name; nobody before something is searched for."""
    open_log(actor)
    rows = asked("select * from people_of_log(%s, '', %s)", search, PAGE + 1) if search else []
    return Shown(tuple(Colleague(*row) for row in rows[:PAGE]), len(rows) > PAGE)


def open_colleague(actor: Actor, key: str) -> Colleague:
    open_log(actor)
    rows = asked("select * from people_of_log('', %s, 1)", key)
    if not rows:
        raise Http404
    return Colleague(*rows[0])


def lookups(actor: Actor) -> list[Lookup]:
    open_log(actor)
    return [Lookup(*row) for row in asked("select * from log_lookups('', %s)", LOOKUPS)]


def open_lookup(actor: Actor, key: str) -> Lookup:
    """Http404 once the day of the reason is over, and for everybody else than the one who gave it."""
    open_log(actor)
    rows = [Lookup(*row) for row in asked("select * from log_lookups(%s, 1)", key)]
    if not rows or not rows[0].is_open:
        raise Http404
    return rows[0]


def seen_by(actor: Actor, lookup: Lookup, number: int) -> Shown:
    del actor
    rows = asked("select * from seen_by_colleague(%s, %s, %s)", lookup.key, PAGE + 1, (number - 1) * PAGE)
    today = clock.today()
    return Shown(tuple(_room_day(today, *row) for row in rows[:PAGE]), len(rows) > PAGE)


def _room_day(today: date, title: str, kind: str, _day: date, first: datetime, last: datetime, *rest: Any) -> RoomDay:
    times, doors, people, at_meeting = rest
    moments = log_words.Moments(first, last, times)
    sentence = log_words.saw(log_words.thing([kind]), moments, log_words.place(doors, at_meeting=at_meeting), today)
    about = f", om {people} unge" if people > 1 else ""
    return RoomDay(title, f"{sentence}{about}")


def refused_to(actor: Actor, lookup: Lookup) -> list[Line]:
    del actor
    rows = asked("select * from refused_to_colleague(%s, %s)", lookup.key, REFUSED)
    return list(
        tries((f"{title or OUTSIDE}:", "", f"kollegaen {log_words.tried(verb)}", at) for at, verb, title in rows)
    )


def oddities(actor: Actor, month: date) -> list[Oddity]:
    """In the order of patterns and names, never of numbers."""
    open_log(actor)
    rows = asked("select * from odd_counts(%s)", month)
    order = list(log_words.PATTERNS)
    found = [
        Oddity(pattern, key, name, seat, times, verdict or "", text or "", judged_by or "", judged_at)
        for pattern, key, name, seat, times, verdict, text, judged_by, judged_at in rows
    ]
    return sorted(found, key=lambda one: order.index(one.pattern))


def open_oddity(actor: Actor, pattern: str, month: date, key: str) -> Oddity:
    found = [one for one in oddities(actor, month) if (one.pattern, one.key) == (pattern, key)]
    if not found:
        raise Http404
    return found[0]


def spot_checks(actor: Actor) -> list[SpotCheck]:
    """Those that the actor answers for, unanswered first."""
    del actor
    return [_spot_check(*row) for row in asked("select * from spot_checks('', %s)", CHECKS)]


def checks_to_answer(actor: Actor) -> int:
    """How many the officer still has to answer."""
    return sum(1 for one in spot_checks(actor) if one.as_officer and one.was_work is None)


def open_spot_check(actor: Actor, key: str) -> SpotCheck:
    del actor
    rows = asked("select * from spot_checks(%s, 1)", key)
    if not rows:
        raise Http404
    return _spot_check(*rows[0])


def _spot_check(key: str, name: str, seat: str, at: datetime, *rest: Any) -> SpotCheck:
    door, kind, title, as_officer, was_work, text, by, answered_at = rest
    what = log_words.ONE_OF.get(kind or "", "et fortroligt rum")
    where = log_words.place([door], at_meeting=False)
    sentence = log_words.saw(what, log_words.Moments(at, at, 1), where, clock.today())
    return SpotCheck(key, name, seat, sentence, title or "", as_officer, was_work, text or "", by or "", answered_at)
