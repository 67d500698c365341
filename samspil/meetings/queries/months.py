"""A month of meetings as weeks of days, with the days off that the municipality and the law give."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from samspil.lib import clock, danish_dates, working_days
from samspil.meetings.queries.lists import MeetingRow

DECEMBER = 12
SATURDAY = 5


@dataclass(frozen=True)
class Day:
    date: date
    within: bool
    off: bool
    off_label: str
    rows: tuple[MeetingRow, ...]

    @property
    def is_today(self) -> bool:
        return self.date == clock.today()

    @property
    def is_weekend(self) -> bool:
        return self.date.weekday() >= SATURDAY

    @property
    def weekday(self) -> str:
        return danish_dates.short_day(self.date).split(" ")[0]


@dataclass(frozen=True)
class Week:
    number: int
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Month:
    first: date
    weeks: tuple[Week, ...]

    @property
    def name(self) -> str:
        return f"{danish_dates.MONTHS[self.first.month - 1].capitalize()} {self.first.year}"

    @property
    def after(self) -> date:
        return next_month(self.first)

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after_name(self) -> str:
        return danish_dates.MONTHS[self.after.month - 1].capitalize()

    @property
    def before_name(self) -> str:
        return danish_dates.MONTHS[self.before.month - 1].capitalize()


def next_month(first: date) -> date:
    return date(first.year + first.month // DECEMBER, first.month % DECEMBER + 1, 1)


def month(first: date, rows: Iterable[MeetingRow], settings: Mapping[str, Any]) -> Month:
    """`school_holidays` of the settings is a list of name, from, to (inclusive)."""
    by_day: dict[date, list[MeetingRow]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    breaks = list(settings["school_holidays"])
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        first,
        tuple(
            Week(week[0].isocalendar().week, tuple(_day(day, first, by_day, breaks) for day in week)) for week in weeks
        ),
    )


def _day(day: date, first: date, by_day: dict[date, list[MeetingRow]], breaks: list[Mapping[str, str]]) -> Day:
    within = day.month == first.month
    holiday = working_days.holiday_name(day) or ""
    inside = next(
        (one for one in breaks if date.fromisoformat(one["from"]) <= day <= date.fromisoformat(one["to"])), None
    )
    begins = inside is not None and inside["from"] == day.isoformat()
    label = holiday or (inside["name"] if inside and begins else "")
    return Day(day, within, bool(holiday or inside), label, tuple(by_day.get(day, [])) if within else ())
