from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.lib import working_days as wd

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 2), "Skærtorsdag"),
        (date(2026, 4, 3), "Langfredag"),
        (date(2026, 4, 6), "Anden påskedag"),
        (date(2026, 5, 14), "Kristi himmelfartsdag"),
        (date(2026, 5, 25), "Anden pinsedag"),
        (date(2026, 12, 26), "Anden juledag"),
        (date(2026, 12, 24), None),
        (date(2026, 6, 5), None),
        (date(2026, 5, 1), None),
    ],
)
def test_danish_holidays(day: date, name: str | None) -> None:
    assert wd.holiday_name(day) == name


def test_store_bededag_is_a_holiday_until_2023_and_not_since() -> None:
    assert wd.holiday_name(date(2023, 5, 5)) == "Store bededag"
    assert wd.holiday_name(date(2024, 4, 26)) is None
    assert wd.is_working_day(date(2024, 4, 26))


def test_saturday_is_a_weekday_and_no_working_day() -> None:
    saturday, sunday = date(2026, 12, 12), date(2026, 12, 13)
    assert wd.is_weekday(saturday)
    assert not wd.is_working_day(saturday)
    assert not wd.is_weekday(sunday)


@pytest.mark.parametrize(
    ("start", "n", "weekday", "working_day"),
    [
        (date(2026, 12, 9), 0, date(2026, 12, 9), date(2026, 12, 9)),
        (date(2026, 12, 9), 1, date(2026, 12, 10), date(2026, 12, 10)),
        (date(2026, 12, 9), 6, date(2026, 12, 16), date(2026, 12, 17)),
        # Over Easter: Thursday, Friday, Sunday and Monday are none.
        (date(2026, 4, 1), 6, date(2026, 4, 11), date(2026, 4, 14)),
        # Over Christmas: 25 and 26 are holidays, 1 January too.
        (date(2026, 12, 23), 6, date(2027, 1, 2), date(2027, 1, 4)),
    ],
)
def test_the_two_counters(start: date, n: int, weekday: date, working_day: date) -> None:
    assert wd.add_weekdays(start, n) == weekday
    assert wd.add_working_days(start, n) == working_day


def test_closing_days_count_for_working_days_alone() -> None:
    closed = {date(2026, 12, 24), date(2026, 12, 31)}
    assert wd.add_working_days(date(2026, 12, 23), 1, closed) == date(2026, 12, 28)
    assert wd.add_weekdays(date(2026, 12, 23), 1) == date(2026, 12, 24)
    assert wd.next_working_day(date(2026, 12, 24), closed) == date(2026, 12, 28)
    assert wd.next_working_day(date(2026, 12, 23), closed) == date(2026, 12, 23)


@given(DAYS, st.integers(1, 30))
def test_a_deadline_falls_on_a_day_that_counts_and_counts_to_n(start: date, n: int) -> None:
    for add, counts in ((wd.add_weekdays, wd.is_weekday), (wd.add_working_days, wd.is_working_day)):
        end = add(start, n)
        between = [start + timedelta(days=days) for days in range(1, (end - start).days + 1)]
        assert counts(end)
        assert sum(counts(day) for day in between) == n


def test_days_are_not_counted_backwards_or_for_ever() -> None:
    class Always:
        def __contains__(self, day: object) -> bool:
            return True

    with pytest.raises(ValueError, match="forwards"):
        wd.add_weekdays(date(2026, 1, 1), -1)
    with pytest.raises(ValueError, match="three years"):
        wd.add_working_days(date(2026, 1, 1), 1, Always())


@pytest.mark.parametrize(
    ("instant", "deadline"),
    [
        (datetime(2026, 12, 9, 11, 44, tzinfo=UTC), datetime(2026, 12, 10, 11, 44, tzinfo=UTC)),
        (datetime(2026, 12, 24, 22, 0, tzinfo=UTC), datetime(2026, 12, 25, 22, 0, tzinfo=UTC)),
    ],
)
def test_24_hours_run_at_night_and_on_holidays(instant: datetime, deadline: datetime) -> None:
    assert wd.deadline_24h(instant) == deadline


def test_24_hours_are_24_when_the_clocks_change() -> None:
    before = datetime.fromisoformat("2026-03-28T12:00:00+01:00")
    assert wd.deadline_24h(before) == datetime.fromisoformat("2026-03-29T13:00:00+02:00")


@given(DAYS)
def test_every_day_is_in_exactly_one_school_year(day: date) -> None:
    year = wd.SchoolYear.of(day)
    assert day in year
    assert day not in wd.SchoolYear(year.start - 1)
    assert day not in wd.SchoolYear(year.start + 1)


def test_a_school_year_runs_from_august_to_july() -> None:
    assert wd.SchoolYear.of(date(2026, 7, 31)) == wd.SchoolYear(2025)
    assert wd.SchoolYear.of(date(2026, 8, 1)) == wd.SchoolYear(2026)
    assert (wd.SchoolYear(2026).first, wd.SchoolYear(2026).last) == (date(2026, 8, 1), date(2027, 7, 31))
    assert str(wd.SchoolYear(2026)) == "2026/27"
    assert str(wd.SchoolYear(1999)) == "1999/00"
