"""How far a body keeps to its rhythm: what each month of a year says, and what is about to be missed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from dateutil.relativedelta import relativedelta

from samspil.lib.rhythm.dates import occurrences, part_of, period, still_missing
from samspil.lib.rhythm.model import Kind, Rhythm
from samspil.lib.working_days import SchoolYear

AHEAD = {Kind.WEEKLY: timedelta(weeks=2), Kind.MONTHLY: timedelta(days=45), Kind.YEARLY: timedelta(days=45)}
"""How long before a meeting of a fixed rhythm one should have been laid."""
LENGTH = {Kind.WEEKLY: timedelta(weeks=1), Kind.MONTHLY: timedelta(days=30), Kind.YEARLY: timedelta(days=60)}


class Met(StrEnum):
    """What became of a meeting. `unopened`: its hour is past, and nobody has said that it took place."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    UNOPENED = "unopened"


class Mark(StrEnum):
    """What a month shows. `few`: it is over and had fewer meetings than the rhythm has days in it."""

    HELD = "held"
    FEW = "few"
    PLANNED = "planned"
    MISSED = "missed"
    WANTED = "wanted"
    FREE = "free"


@dataclass(frozen=True)
class Month:
    """`first` is its first day, `wanted` how many days the rhythms have in it; `mark` sums it up."""

    first: date
    mark: Mark
    times: Mapping[Met, int]
    wanted: int = 0


@dataclass(frozen=True)
class Lack:
    """So many meetings that are neither held nor planned, and the day by which the rhythm wants them."""

    missing: int
    before: date


Meetings = Collection[tuple[date, Met]]
Closed = Mapping[date, str]


def months(
    rhythms: Collection[Rhythm], meetings: Meetings, first: date, today: date, closed: Closed
) -> tuple[Month, ...]:
    """The twelve months from the first day on."""
    last = first + relativedelta(years=1, days=-1)
    wanted = [(day.year, day.month) for one in rhythms for day in _fixed(one, first, last, closed)]
    starts = [first + relativedelta(months=number) for number in range(12)]
    return tuple(_month(start, meetings, wanted.count((start.year, start.month)), today) for start in starts)


def lacks(rhythms: Collection[Rhythm], meetings: Meetings, today: date, closed: Closed) -> Iterator[Lack]:
    """What should be laid now: of a minimum when half of its pace is gone, of a fixed day when it is near.

    The meetings must reach from the first day of each rhythm's period to a year ahead.
    """
    laid = [day for day, met in meetings if met in (Met.HELD, Met.PLANNED)]
    for rhythm in rhythms:
        if rhythm.kind is Kind.AT_LEAST:
            yield from _of_minimum(rhythm, laid, today)
        else:
            yield from _of_days(rhythm, laid, today, closed)


def _of_minimum(rhythm: Rhythm, laid: Collection[date], today: date) -> Iterator[Lack]:
    missing = still_missing(rhythm, laid, today)
    first, after = period(rhythm.per, today)
    pace = (after - first) / rhythm.minimum
    if missing and after - today <= pace * missing / 2:
        yield Lack(missing, after)


def _of_days(rhythm: Rhythm, laid: Collection[date], today: date, closed: Closed) -> Iterator[Lack]:
    """One in the same week or month will do: who lays the meeting by hand, lays it where it suits."""
    end = today + AHEAD[rhythm.kind]
    # From the start of the school year, as the months count their intervals too.
    days = _fixed(rhythm, SchoolYear.of(today).first, end, closed)
    alone = (day for day in days if day >= today and not any(_serves(rhythm, one, day) for one in laid))
    yield from (Lack(1, day) for day in islice(alone, 1))


def _serves(rhythm: Rhythm, laid: date, day: date) -> bool:
    """A body that meets more seldom than each week or month has a pace of its own: there, half of the way will do."""
    if rhythm.interval == 1 and rhythm.kind is not Kind.YEARLY:
        return part_of(rhythm, laid) == part_of(rhythm, day)
    return abs(laid - day) <= LENGTH[rhythm.kind] * rhythm.interval / 2


def _fixed(rhythm: Rhythm, first: date, last: date, closed: Closed) -> tuple[date, ...]:
    return () if rhythm.kind is Kind.AT_LEAST else occurrences(rhythm, first, last, closed).days


def _month(start: date, meetings: Meetings, wanted: int, today: date) -> Month:
    after = start + relativedelta(months=1)
    found = [met for day, met in meetings if start <= day < after]
    times = {met: found.count(met) for met in Met if met in found}
    mark = _past(times, wanted) if after <= today else _present(times, wanted)
    return Month(start, mark, times, wanted)


def _past(times: Mapping[Met, int], wanted: int) -> Mark:
    held = times.get(Met.HELD, 0)
    if held:
        return Mark.HELD if held >= wanted else Mark.FEW
    return Mark.MISSED if wanted or times else Mark.FREE


def _present(times: Mapping[Met, int], wanted: int) -> Mark:
    held, planned = times.get(Met.HELD, 0), times.get(Met.PLANNED, 0)
    if held + planned < wanted or (times and not held + planned):
        return Mark.WANTED
    if planned:
        return Mark.PLANNED
    return Mark.HELD if held else Mark.FREE
