"""The one clock moved through the days, and everybody entering as at the log-in."""

import heapq
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import connections

from samspil.authority.actor import Actor, acting_as
from samspil.authority.visits import open_visit, ticket_for
from samspil.config.season.cast import Player
from samspil.lib import clock
from samspil.lib.working_days import is_working_day

Act = Callable[[], None]
VISIT = timedelta(hours=10)
"""As a log-in lasts: whoever acts again that day is still there."""


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), clock.COPENHAGEN)


def working_day(day: date) -> date:
    """This day, or the next one that people work on."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


@contextmanager
def hurried() -> Iterator[None]:
    """Nobody waits for the disk at each act: a season that was not finished is thrown away anyhow."""
    for alias in ("default", "owner"):
        _ask("set synchronous_commit = off", alias=alias)
    try:
        yield
    finally:
        for alias in ("default", "owner"):
            _ask("reset synchronous_commit", alias=alias)


@contextmanager
def own_clock() -> Iterator[None]:
    """Time stands where `set_clock` puts it, and is the real one again afterwards, whatever happens."""
    with clock.fixed(clock.now()):
        try:
            yield
        finally:
            _ask("delete from authority_clock")


def set_clock(instant: datetime) -> None:
    """The one row is changed in its place: rows left dead would be read past whenever anybody asks what time it is."""
    if not _ask("update authority_clock set instant = %s", [instant]):
        _ask("insert into authority_clock (instant) values (%s)", [instant])
    clock.set_source(lambda: instant)


class Stage:
    """What is to happen, in the order of its time. What lies after `now` never happens: it is left for the visitor."""

    def __init__(self, begins: datetime, now: datetime) -> None:
        self.begins, self.now = begins, now
        self._plan: list[tuple[datetime, int, Act]] = []
        self._laid = 0
        self._instant = datetime.min.replace(tzinfo=UTC)
        self._inside: dict[Player, tuple[str, datetime]] = {}

    def later(self, when: datetime, act: Act) -> None:
        if when < self.now:
            heapq.heappush(self._plan, (max(when, self.begins), self._laid, act))
            self._laid += 1

    def play(self, tell: Callable[[datetime], None]) -> None:
        with own_clock():
            while self._plan:
                when, _, act = heapq.heappop(self._plan)
                self._go_to(when)
                tell(when)
                act()

    @contextmanager
    def acting(self, player: Player, door: str) -> Iterator[Actor]:
        """One request of this person's, with its transaction and its reading log."""
        with acting_as(self._ticket(player), door) as actor:
            yield actor

    def empty(self) -> None:
        """Whoever acts next comes in anew: a lock ends the visits of one."""
        self._inside.clear()

    def _ticket(self, player: Player) -> str:
        ticket, until = self._inside.get(player, ("", self._instant))
        if until <= self._instant:
            until = self._instant + VISIT
            ticket = ticket_for(f"season-{self._instant.timestamp()}", player.person_id, player.municipality_id)
            open_visit(ticket, player.person_id, player.municipality_id, until)
            self._inside[player] = ticket, until
        return ticket

    def _go_to(self, instant: datetime) -> None:
        """Never back: two acts laid on one minute follow each other, and so do those that others have led to."""
        if instant > self._instant:
            self._instant = instant
            set_clock(instant)


def _ask(statement: str, values: Any = (), alias: str = "owner") -> int:
    """How many rows it met."""
    with connections[alias].cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
