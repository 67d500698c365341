"""The days that follow from a rhythm."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dateutil.relativedelta import relativedelta, weekday

from samspil.lib import working_days
from samspil.lib.rhythm.model import MONTHS_IN, Kind, Rhythm

ONE_DAY = timedelta(days=1)
NO_OPEN_DAY = "Ingen åben arbejdsdag"


@dataclass(frozen=True)
class Skipped:
    day: date
    reason: str


@dataclass(frozen=True)
class Occurrences:
    days: tuple[date, ...]
    skipped: tuple[Skipped, ...]


def occurrences(rhythm: Rhythm, start: date, end: date, closed_days: Mapping[date, str] | None = None) -> Occurrences:
    """The days from start to end, both included, and those left out with the reason why.

    Closed days carry their reason ("Efterårsferie"). A rhythm that leaves the day open (once in
    April, at least four a year) finds an open working day; others lose theirs when it is closed.
    """
    closed = closed_days or {}
    proposed = [day for day in _proposed(rhythm, start, end, closed) if start <= day <= end]
    reasons = [(day, _why_not(rhythm, day, closed)) for day in proposed]
    return Occurrences(
        tuple(day for day, reason in reasons if reason is None),
        tuple(Skipped(day, reason) for day, reason in reasons if reason is not None),
    )


def still_missing(rhythm: Rhythm, held: Collection[date], day: date) -> int:
    """How many meetings the period around the day still lacks to reach the rhythm's minimum."""
    first, after = period(rhythm.per, day)
    return max(rhythm.minimum - sum(first <= met < after for met in held), 0)


def period(per: str, day: date) -> tuple[date, date]:
    """First day of the period that holds the day, and first day of the next one."""
    # School years begin in August, all others with the calendar.
    offset = working_days.AUGUST - 1 if per == "school_year" else 0
    since = (_month_number(day) - offset) % MONTHS_IN[per]
    first = day.replace(day=1) - relativedelta(months=since)
    return first, first + relativedelta(months=MONTHS_IN[per])


def part_of(rhythm: Rhythm, day: date) -> tuple[int, int]:
    """The week or the month that one meeting is meant for."""
    return day.isocalendar()[:2] if rhythm.kind is Kind.WEEKLY else (day.year, day.month)


def _why_not(rhythm: Rhythm, day: date, closed: Mapping[date, str]) -> str | None:
    if day in closed:
        return closed[day]
    if rhythm.leaves_day_open:
        return None if _is_open(rhythm, day, closed) else NO_OPEN_DAY
    return working_days.holiday_name(day) if rhythm.skip_holidays else None


def _proposed(rhythm: Rhythm, start: date, end: date, closed: Collection[date]) -> Iterator[date]:
    if rhythm.kind is Kind.AT_LEAST:
        return _spread(rhythm, start, end, closed)
    if rhythm.kind is Kind.WEEKLY:
        return _weekly(rhythm, start, end, closed)
    return _monthly(rhythm, start, end, closed)


def _weekly(rhythm: Rhythm, start: date, end: date, closed: Collection[date]) -> Iterator[date]:
    anchor = rhythm.anchor or start
    wished = anchor.weekday() if rhythm.weekday is None else rhythm.weekday
    first = anchor + relativedelta(weekday=weekday(wished))
    step = timedelta(weeks=rhythm.interval)
    # The week before the start too: a day left open may move back or on within its week.
    begins = start - timedelta(weeks=1)
    day = first - (first - begins) // step * step
    while day <= end + timedelta(weeks=1):
        monday = day - timedelta(days=day.weekday())
        if rhythm.in_months(day):
            yield _settled(rhythm, (monday, monday + timedelta(weeks=1)), day, closed)
        day += step


def _monthly(rhythm: Rhythm, start: date, end: date, closed: Collection[date]) -> Iterator[date]:
    month = start.replace(day=1)
    while month <= end:
        after = month + relativedelta(months=1)
        wished = _nth_weekday(rhythm, month)
        if _falls_in(rhythm, month, start) and wished < after:
            yield _settled(rhythm, (month, after), wished, closed)
        month = after


def _falls_in(rhythm: Rhythm, month: date, start: date) -> bool:
    anchor = rhythm.anchor or start
    in_years = rhythm.kind is Kind.YEARLY
    apart = month.year - anchor.year if in_years else _month_number(month) - _month_number(anchor)
    return rhythm.in_months(month) and apart % rhythm.interval == 0


def _nth_weekday(rhythm: Rhythm, month: date) -> date:
    if rhythm.weekday is None:
        return month
    nth = rhythm.nth or 1
    edge = 1 if nth > 0 else 31
    return month + relativedelta(day=edge, weekday=weekday(rhythm.weekday, nth))


def _spread(rhythm: Rhythm, start: date, end: date, closed: Collection[date]) -> Iterator[date]:
    """One day near the middle of each of the period's equal parts."""
    first, after = period(rhythm.per, start)
    while first <= end:
        length = after - first
        edges = [first + length * part // rhythm.minimum for part in range(rhythm.minimum + 1)]
        for begins, ends in pairwise(edges):
            yield _settled(rhythm, (begins, ends), begins + (ends - begins) // 2, closed)
        first, after = period(rhythm.per, after)


def _settled(rhythm: Rhythm, window: tuple[date, date], wished: date, closed: Collection[date]) -> date:
    """The open day of the window nearest after the wished one, else before it, else that one."""
    if not rhythm.leaves_day_open:
        return wished
    begins, ends = window
    later = [wished + ONE_DAY * n for n in range((ends - wished).days)]
    earlier = [wished - ONE_DAY * n for n in range(1, (wished - begins).days + 1)]
    return next((day for day in later + earlier if _is_open(rhythm, day, closed)), wished)


def _is_open(rhythm: Rhythm, day: date, closed: Collection[date]) -> bool:
    on_weekday = rhythm.weekday in (None, day.weekday())
    return on_weekday and rhythm.in_months(day) and working_days.is_working_day(day, closed)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1
