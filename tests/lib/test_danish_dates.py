from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.lib import danish_dates as words

WEDNESDAY = date(2026, 12, 9)


def at(hour: int, minute: int = 0, day: date = WEDNESDAY) -> datetime:
    """That time of day in a Danish winter."""
    return datetime.combine(day, time(hour, minute), UTC) - timedelta(hours=1)


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (WEDNESDAY, "ons. 9. dec.", "onsdag 9. december 2026"),
        (date(2027, 1, 4), "man. 4. jan.", "mandag 4. januar 2027"),
        (date(2027, 3, 2), "tirs. 2. marts", "tirsdag 2. marts 2027"),
        (date(2026, 8, 13), "tors. 13. aug.", "torsdag 13. august 2026"),
        (date(2026, 5, 1), "fre. 1. maj", "fredag 1. maj 2026"),
        (date(2026, 2, 28), "lør. 28. feb.", "lørdag 28. februar 2026"),
        (date(2026, 11, 1), "søn. 1. nov.", "søndag 1. november 2026"),
    ],
)
def test_days(day: date, short: str, long: str) -> None:
    assert words.short_day(day) == short
    assert words.long_day(day) == long
    assert words.short_day(day, year=True) == f"{short} {day.year}"
    assert long.endswith(words.plain_day(day))
    assert words.ended(short) == f"{short.rstrip('.')}."
    assert words.ended(long) == f"{long}."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 8), "i går"),
        (date(2026, 12, 9), "i dag"),
        (date(2026, 12, 10), "i morgen"),
        (date(2026, 12, 11), "fre. 11. dec."),
        (date(2026, 12, 7), "man. 7. dec."),
        (date(2027, 1, 5), "tirs. 5. jan. 2027"),
    ],
)
def test_near_days(day: date, said: str) -> None:
    assert words.near_day(day, WEDNESDAY) == said


def test_times_have_no_leading_zero_in_the_hour() -> None:
    assert words.clock_time(at(13)) == "kl. 13.00"
    assert words.clock_time(at(9, 5)) == "kl. 9.05"
    assert words.clock_time(time(7, 15)) == "kl. 7.15"


def test_times_are_those_of_copenhagen_in_summer_and_winter() -> None:
    assert words.clock_time(datetime(2026, 7, 1, 11, tzinfo=UTC)) == "kl. 13.00"
    assert words.clock_time(datetime(2026, 12, 1, 12, tzinfo=UTC)) == "kl. 13.00"


def test_moments() -> None:
    assert words.moment(at(13), WEDNESDAY) == "i dag kl. 13.00"
    assert words.moment(at(12, 44, date(2026, 12, 17)), WEDNESDAY) == "tors. 17. dec. kl. 12.44"
    assert words.long_moment(at(12, 44)) == "onsdag 9. december 2026 kl. 12.44"


def test_a_moment_late_in_utc_is_already_tomorrow() -> None:
    assert words.moment(datetime(2026, 12, 9, 23, 30, tzinfo=UTC), WEDNESDAY) == "i morgen kl. 0.30"


def test_spans() -> None:
    assert words.span(at(13), at(14, 30)) == "kl. 13.00–14.30"
    over_night = words.span(at(22), at(2, 0, date(2026, 12, 10)))
    assert over_night == "ons. 9. dec. kl. 22.00 – tors. 10. dec. kl. 2.00"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (WEDNESDAY, WEDNESDAY, "9. december 2026"),
        (WEDNESDAY, date(2026, 12, 11), "9.–11. december 2026"),
        (date(2026, 11, 30), date(2026, 12, 2), "30. november–2. december 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30. december 2026–2. januar 2027"),
    ],
)
def test_spans_of_days(first: date, last: date, said: str) -> None:
    assert words.day_span(first, last) == said


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (0, "Hej"),
        (4, "Hej"),
        (5, "Godmorgen"),
        (9, "Godmorgen"),
        (10, "God formiddag"),
        (12, "God eftermiddag"),
        (17, "God eftermiddag"),
        (18, "God aften"),
        (23, "God aften"),
    ],
)
def test_greetings(hour: int, said: str) -> None:
    assert words.greeting(at(hour)) == said


def test_lists() -> None:
    assert words.listed([]) == ""
    assert words.listed(["april"]) == "april"
    assert words.listed(["april", "maj", "juni"]) == "april, maj og juni"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 minutter"),
        (1, "1 minut"),
        (59, "59 minutter"),
        (60, "1 time"),
        (90, "1½ time"),
        (119, "1½ time"),
        (120, "2 timer"),
        (270, "4½ time"),
        (300, "5 timer"),
        (24 * 60, "1 dag"),
        (24 * 60 + 30, "1 dag ½ time"),
        (24 * 60 + 60, "1 dag 1 time"),
        (24 * 60 + 270, "1 dag 4½ time"),
        (47 * 60, "1 dag 23 timer"),
        (48 * 60, "2 dage"),
        (71 * 60, "2 dage"),
        (72 * 60, "3 dage"),
    ],
)
def test_durations(minutes: int, said: str) -> None:
    assert words.duration(timedelta(minutes=minutes)) == said


def test_a_negative_duration_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        words.duration(timedelta(seconds=-1))


@pytest.mark.parametrize(
    ("hours", "said"),
    [(4.5, "4½ time tilbage"), (28.5, "1 dag 4½ time tilbage"), (-72, "3 dage over"), (-0.5, "30 minutter over")],
)
def test_time_left(hours: float, said: str) -> None:
    assert words.time_left(at(12) + timedelta(hours=hours), at(12)) == said


@pytest.mark.parametrize(
    ("days", "left", "away"),
    [
        (7, "7 dage tilbage", "om 7 dage"),
        (1, "1 dag tilbage", "om 1 dag"),
        (0, "sidste dag i dag", "i dag"),
        (-1, "1 dag over", "for 1 dag siden"),
        (-3, "3 dage over", "for 3 dage siden"),
    ],
)
def test_days_left_and_away(days: int, left: str, away: str) -> None:
    day = WEDNESDAY + timedelta(days=days)
    assert words.days_left(day, WEDNESDAY) == left
    assert words.days_away(day, WEDNESDAY) == away


@pytest.mark.parametrize(
    ("birth", "day", "half_years"),
    [
        (date(2012, 12, 9), date(2026, 12, 8), 27),
        (date(2012, 12, 9), date(2026, 12, 9), 28),
        (date(2012, 6, 9), date(2026, 12, 8), 28),
        (date(2012, 6, 9), date(2026, 12, 9), 29),
        (date(2009, 3, 31), date(2026, 9, 30), 34),
        (date(2009, 3, 31), date(2026, 10, 1), 35),
        (date(2008, 2, 29), date(2026, 2, 28), 35),
        (date(2008, 2, 29), date(2026, 3, 1), 36),
        (date(2008, 2, 29), date(2028, 2, 29), 40),
        (date(2026, 12, 10), date(2026, 12, 9), 0),
    ],
)
def test_ages_in_half_years(birth: date, day: date, half_years: int) -> None:
    assert words.age_in_half_years(birth, day) == half_years
    assert words.age(birth, day) == half_years // 2


def test_ages_in_words() -> None:
    assert words.age_in_words(date(2012, 1, 1), WEDNESDAY) == "14 år"
    assert [words.half_years_in_words(n) for n in (0, 1, 2, 20, 35)] == ["0 år", "½ år", "1 år", "10 år", "17½ år"]


@given(st.dates(date(1950, 1, 1), date(2026, 12, 31)), st.integers(1, 200))
def test_an_age_begins_on_its_day_and_not_before(birth: date, half_years: int) -> None:
    day = words.day_of_age(birth, half_years)
    assert words.age_in_half_years(birth, day) == half_years
    assert words.age_in_half_years(birth, day - timedelta(days=1)) == half_years - 1


@given(st.timedeltas(timedelta(0), timedelta(days=400)), st.timedeltas(timedelta(0), timedelta(hours=1)))
def test_words_for_time_left_never_promise_more_than_there_is(length: timedelta, more: timedelta) -> None:
    assert spoken(words.duration(length)) <= length
    assert spoken(words.duration(length)) <= spoken(words.duration(length + more))


def spoken(said: str) -> timedelta:
    units = {"dag": 1440, "dage": 1440, "time": 60, "timer": 60, "minut": 1, "minutter": 1}
    parts = said.split()
    amounts = [float(number.replace("½", ".5")) for number in parts[::2]]
    return timedelta(minutes=sum(n * units[unit] for n, unit in zip(amounts, parts[1::2], strict=True)))
