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


def test_a_month_that_no_calendar_reaches_shows_this_month(client_of: Any) -> None:
    anna = client_of("anna")
    this = anna.get("/moeder/maaned/").content.decode()
    heading = this[this.index("<h1") : this.index("</h1>")]
    for asked in ("0001-01", "9999-12", "2026-13", "1066-10"):
        shown = anna.get(f"/moeder/maaned/?maaned={asked}")
        assert shown.status_code == 200
        assert heading in shown.content.decode()
    assert heading not in anna.get("/moeder/maaned/?maaned=2031-01").content.decode()
