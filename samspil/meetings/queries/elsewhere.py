"""Where the people of a body are called on a day, told to whoever lays that body's meetings."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db import connection

from samspil.lib import clock, danish_dates
from samspil.meetings.rules import clashes
from samspil.organisation.models import Body

ONE_DAY = timedelta(days=1)
TOLD_BY_NAME = 2


@dataclass(frozen=True)
class Called:
    """A meeting elsewhere, or the body's own; `name` is empty where the reader does not see that body's meetings."""

    starts_at: datetime
    ends_at: datetime
    name: str
    people: tuple[str, ...]
    own: bool = False

    @property
    def day(self) -> date:
        return clock.in_copenhagen(self.starts_at).date()

    @property
    def words(self) -> str:
        hours, who = danish_dates.span(self.starts_at, self.ends_at), some(self.people)
        if self.own:
            return f"{self.name} har allerede et møde {hours}."
        return f"{self.name} mødes {hours} ({who})." if self.name else f"{who} har et andet møde {hours}."


@dataclass(frozen=True)
class Laid:
    """A meeting that somebody is about to lay."""

    body: Body
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Elsewhere:
    """What is laid elsewhere, by body, and who sits in which body."""

    called: Mapping[int, list[Called]] = field(default_factory=dict)
    people: Mapping[int, Mapping[int, str]] = field(default_factory=dict)

    def on(self, body: Body, day: date) -> tuple[str, ...]:
        return tuple(one.words for one in self.called.get(body.pk, ()) if one.day == day)

    def days(self, body: Body) -> set[date]:
        """The days on which somebody of the body is called by another."""
        return {one.day for one in self.called.get(body.pk, ()) if not one.own}

    def shared(self, body_id: int, other_id: int) -> tuple[str, ...]:
        """Who sits in both."""
        own, theirs = self.people.get(body_id, {}), self.people.get(other_id, {})
        return tuple(sorted(name for person, name in own.items() if person in theirs))

    def clashing(self, plans: Collection[Laid]) -> list[Laid]:
        """Those that fall together with what the same people have elsewhere, or with each other."""
        return [plan for plan in plans if self._clashes(plan, plans)]

    def _clashes(self, plan: Laid, plans: Collection[Laid]) -> bool:
        lying = [(one.starts_at, one.ends_at, one.name) for one in self.called.get(plan.body.pk, ())]
        if clashes(plan.starts_at, plan.ends_at, lying):
            return True
        return any(self._meets(plan, one) for one in plans)

    def _meets(self, plan: Laid, other: Laid) -> bool:
        # Hours first: who sits in both is the dearer question, and most lie apart.
        apart = other.starts_at >= plan.ends_at or plan.starts_at >= other.ends_at
        return not apart and other is not plan and bool(self.shared(plan.body.pk, other.body.pk))


def elsewhere(bodies: Collection[Body], first: date, last: date) -> Elsewhere:
    """From one day to another, both included; two questions however many bodies."""
    called: dict[int, list[Called]] = {}
    with connection.cursor() as cursor:
        span = [datetime.combine(day, time(), clock.COPENHAGEN) for day in (first, last + ONE_DAY)]
        cursor.execute("select * from called_elsewhere(%s, %s, %s)", [[body.pk for body in bodies], *span])
        for for_body, starts_at, ends_at, name, people, own in cursor.fetchall():
            called.setdefault(for_body, []).append(Called(starts_at, ends_at, name, tuple(people), own))
    return Elsewhere(called, sitting({body.municipality_id for body in bodies}))


def sitting(municipalities: Collection[int]) -> dict[int, dict[int, str]]:
    """Who sits in which body today."""
    found: dict[int, dict[int, str]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select * from sitting_today(%s)", [list(municipalities)])
        for body, person, name in cursor.fetchall():
            found.setdefault(body, {})[person] = name
    return found


def some(names: Iterable[str]) -> str:
    told = sorted(names)
    if len(told) <= TOLD_BY_NAME + 1:
        return danish_dates.listed(told)
    return f"{', '.join(told[:TOLD_BY_NAME])} og {len(told) - TOLD_BY_NAME} andre"
