"""A month of meetings has the municipality's days off."""

from datetime import date
from typing import Any

from samspil.meetings.queries.months import Day, month

BREAK = {"name": "Efterårsferie", "from": "2026-10-10", "to": "2026-10-18"}


def _days_off(holidays: list[dict[str, Any]]) -> list[Day]:
    shown = month(date(2026, 10, 1), [], {"school_holidays": holidays})
    return [day for week in shown.weeks for day in week.days if day.off and day.within]


def test_a_school_holiday_is_off_from_its_first_to_its_last_day() -> None:
    days = _days_off([BREAK])
    assert [day.date.day for day in days] == list(range(10, 19))
    assert [day.off_label for day in days if day.off_label] == ["Efterårsferie"]
    assert _days_off([]) == []
