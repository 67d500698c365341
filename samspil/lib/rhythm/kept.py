"""How far a body keeps to its rhythm: what each month of a year says, and what is about to be missed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from samspil.lib.rhythm.dates import occurrences, period, still_missing
from samspil.lib.rhythm.model import Kind, Rhythm

AHEAD = timedelta(days=45)
"""How long before a meeting of a fixed rhythm one should have been laid."""


class Met(StrEnum):
    """What became of a meeting. `unopened`: its hour is past, and nobody has said that it took place."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    UNOPENED = "unopened"


class Mark(StrEnum):
    """What a month shows: the first of these that is true of it."""

    HELD = "held"
    PLANNED = "planned"
    MISSED = "missed"
    WANTED = "wanted"
    FREE = "free"


@dataclass(frozen=True)
class Month:
    """`first` is its first day; `mark` sums it up."""

    first: date
    mark: Mark
    times: Mapping[Met, int]


@dataclass(frozen=True)
class Lack:
    """So many meetings that are neither held nor planned, and the day by which the rhythm wants them."""

    missing: int
    before: date


Meetings = Collection[tuple[date, Met]]


def months(rhythms: Collection[Rhythm], meetings: Meetings, first: date, today: date) -> tuple[Month, ...]:
    """The twelve months from the first day on. A month is wanted where a rhythm has a day in it."""
    last = first + relativedelta(years=1, days=-1)
    wanted = {(day.year, day.month) for one in rhythms for day in _fixed(one, first, last)}
    starts = [first + relativedelta(months=number) for number in range(12)]
    return tuple(_month(start, meetings, wanted=(start.year, start.month) in wanted, today=today) for start in starts)


def lacks(rhythms: Collection[Rhythm], meetings: Meetings, today: date) -> Iterator[Lack]:
    """What should be laid now: of a minimum when half of its pace is gone, of a fixed day when it is near."""
    laid = [day for day, met in meetings if met in (Met.HELD, Met.PLANNED)]
    for rhythm in rhythms:
        if rhythm.kind is Kind.AT_LEAST:
            yield from _of_minimum(rhythm, laid, today)
        else:
            yield from _of_days(rhythm, laid, today)


def _of_minimum(rhythm: Rhythm, laid: Collection[date], today: date) -> Iterator[Lack]:
    missing = still_missing(rhythm, laid, today)
    first, after = period(rhythm.per, today)
    pace = (after - first) / rhythm.minimum
    if missing and after - today <= pace * missing / 2:
        yield Lack(missing, after)


def _of_days(rhythm: Rhythm, laid: Collection[date], today: date) -> Iterator[Lack]:
    """One in the same month will do: who lays the day by hand, lays it where it suits."""
    near = [day for day in _fixed(rhythm, today, today + AHEAD) if day - today <= AHEAD]
    if near and not any((day.year, day.month) == (near[0].year, near[0].month) for day in laid):
        yield Lack(1, near[0])


def _fixed(rhythm: Rhythm, first: date, last: date) -> tuple[date, ...]:
    return () if rhythm.kind is Kind.AT_LEAST else occurrences(rhythm, first, last).days


def _month(start: date, meetings: Meetings, *, wanted: bool, today: date) -> Month:
    after = start + relativedelta(months=1)
    found = [met for day, met in meetings if start <= day < after]
    times = {met: found.count(met) for met in Met if met in found}
    if Met.HELD in times:
        mark = Mark.HELD
    elif Met.PLANNED in times:
        mark = Mark.PLANNED
    elif wanted or times:
        mark = Mark.MISSED if after <= today else Mark.WANTED
    else:
        mark = Mark.FREE
    return Month(start, mark, times)
