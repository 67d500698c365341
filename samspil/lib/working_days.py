"""Danish days of work and rest, and the deadlines that count in them.

Two counters: a *hverdag* (weekday here) is Monday to Saturday and no holiday; an *arbejdsdag*
(working day here) is Monday to Friday, no holiday, and none of the closing days given.
"""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from holidays import country_holidays

from samspil.lib.clock import as_utc

SATURDAY, SUNDAY = 5, 6
AUGUST = 8
ONE_DAY = timedelta(days=1)


def holiday_name(day: date) -> str | None:
    """`Langfredag`, or None; Store bededag was abolished from 2024."""
    return _holidays(day.year).get(day)


def is_weekday(day: date) -> bool:
    """Hverdag: Saturday is one, Christmas Eve and Constitution Day are too."""
    return day.weekday() != SUNDAY and holiday_name(day) is None


def is_working_day(day: date, closed: Container[date] = ()) -> bool:
    """Arbejdsdag."""
    return day.weekday() < SATURDAY and holiday_name(day) is None and day not in closed


def add_weekdays(start: date, n: int) -> date:
    """The nth hverdag after the start, which itself is not counted."""
    return _add(start, n, is_weekday)


def add_working_days(start: date, n: int, closed: Container[date] = ()) -> date:
    """The nth arbejdsdag after the start, which itself is not counted."""
    return _add(start, n, lambda day: is_working_day(day, closed))


def next_working_day(day: date, closed: Container[date] = ()) -> date:
    """The day itself when it is an arbejdsdag, else the first one after it."""
    return add_working_days(day - ONE_DAY, 1, closed)


def deadline_24h(instant: datetime) -> datetime:
    """24 hours of real time, nights and holidays and the change of clocks included."""
    return as_utc(instant) + timedelta(hours=24)


@dataclass(frozen=True, order=True)
class SchoolYear:
    """From 1 August to 31 July."""

    start: int

    @classmethod
    def of(cls, day: date) -> "SchoolYear":
        return cls(day.year if day.month >= AUGUST else day.year - 1)

    @property
    def first(self) -> date:
        return date(self.start, AUGUST, 1)

    @property
    def last(self) -> date:
        return date(self.start + 1, AUGUST, 1) - ONE_DAY

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02}"


# A year of nothing but closing days would otherwise be searched for ever.
LONGEST_GAP = 3 * 366


def _add(start: date, n: int, counts: Callable[[date], bool]) -> date:
    if n < 0:
        message = "days are counted forwards"
        raise ValueError(message)
    day, passed = start, 0
    while n:
        day, passed = day + ONE_DAY, passed + 1
        if counts(day):
            n, passed = n - 1, 0
        if passed > LONGEST_GAP:
            message = "no day that counts within three years"
            raise ValueError(message)
    return day


@lru_cache(maxsize=64)
def _holidays(year: int) -> dict[date, str]:
    return dict(country_holidays("DK", years=year, language="da"))
