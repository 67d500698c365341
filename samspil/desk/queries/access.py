"""A citizen's question, as the officer and the keepers of rooms see it: a number, a place, a day and who answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Func, JSONField, QuerySet
from django.http import Http404

from samspil.authority.actor import Actor
from samspil.desk.queries.log import asked
from samspil.desk.queries.officer import open_log
from samspil.desk.rules import access_words
from samspil.lib import clock, danish_dates
from samspil.organisation.models import Tenure

SHOWN = 50


@dataclass(frozen=True)
class Place:
    """A body or workplace where somebody keeps rooms; `value` is how a form names it."""

    kind: str
    key: str
    name: str

    @property
    def value(self) -> str:
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True)
class AccessRequest:
    key: str
    journal: str
    place: str
    due: date
    asked_by: str
    asked_at: datetime
    ended_at: datetime | None
    keepers: int
    answered: int

    @property
    def told(self) -> str:
        return access_words.answered_words(self.answered, self.keepers)

    @property
    def left(self) -> str:
        return danish_dates.days_left(self.due, clock.today())


@dataclass(frozen=True)
class AccessAnswer:
    name: str
    seat: str
    outcome: str
    answered_at: datetime | None

    @property
    def words(self) -> str:
        return access_words.OUTCOMES.get(self.outcome, "Ikke svaret")


@dataclass(frozen=True)
class AskedOfMe:
    """The same, for somebody who keeps rooms there."""

    key: str
    journal: str
    place: str
    due: date
    asked_by: str
    outcome: str
    answered_at: datetime | None
    ended: bool

    @property
    def words(self) -> str:
        return access_words.OUTCOMES.get(self.outcome, "")

    @property
    def left(self) -> str:
        return danish_dates.days_left(self.due, clock.today())


def places(actor: Actor) -> list[Place]:
    open_log(actor)
    return [Place(*row) for row in asked("select * from access_places()")]


def requests(actor: Actor) -> list[AccessRequest]:
    """Those that run first, the nearest day first."""
    open_log(actor)
    return [AccessRequest(*row) for row in asked("select * from access_requests('', %s)", SHOWN)]


def open_request(actor: Actor, key: str) -> AccessRequest:
    open_log(actor)
    rows = asked("select * from access_requests(%s, 1)", key)
    if not rows:
        raise Http404
    return AccessRequest(*rows[0])


def answers(actor: Actor, request: AccessRequest) -> list[AccessAnswer]:
    """By name: who has answered and who has not."""
    del actor
    return [AccessAnswer(*row) for row in asked("select * from access_answers(%s)", request.key)]


def asked_of(actor: Actor) -> list[AskedOfMe]:
    """What waits for an answer of the actor's."""
    del actor
    return [AskedOfMe(*row) for row in asked("select * from my_access_requests('')")]


def with_asked(seats: QuerySet[Tenure]) -> QuerySet[Any]:
    """The same beside each of the actor's seats, so that Min SSP asks no more often for it."""
    every = "(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from my_access_requests('') x)"
    return seats.annotate(asked=Func(template=every, output_field=JSONField()))


def asked_beside(seats: Iterable[Any]) -> list[AskedOfMe]:
    rows: list[dict[str, Any]] = next((one.asked for one in seats), [])
    return [AskedOfMe(**row | {"due": date.fromisoformat(row["due"])}) for row in rows]


def open_asked(actor: Actor, key: str) -> AskedOfMe:
    """Http404 for whoever keeps no room there."""
    del actor
    rows = asked("select * from my_access_requests(%s)", key)
    if not rows:
        raise Http404
    return AskedOfMe(*rows[0])
