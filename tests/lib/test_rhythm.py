from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.lib import working_days
from samspil.lib.rhythm import Kind, Rhythm, Skipped, in_words, occurrences, period, still_missing

MON, TUE, WED, THU = range(4)
EXCEPT_JULY = frozenset(range(1, 13)) - {7}
APRIL = frozenset({4})
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        (Rhythm(Kind.MONTHLY, weekday=TUE, nth=1), "den første tirsdag i måneden"),
        (Rhythm(Kind.MONTHLY, weekday=WED, nth=3), "den tredje onsdag i måneden"),
        (Rhythm(Kind.MONTHLY, weekday=WED, nth=-1), "den sidste onsdag i måneden"),
        (Rhythm(Kind.MONTHLY, weekday=WED, nth=-2, interval=2), "den næstsidste onsdag hver anden måned"),
        (Rhythm(Kind.MONTHLY, weekday=TUE, months=EXCEPT_JULY), "den første tirsdag i måneden, undtagen i juli"),
        (Rhythm(Kind.MONTHLY), "én gang om måneden"),
        (Rhythm(Kind.MONTHLY, months=EXCEPT_JULY), "én gang om måneden, undtagen i juli"),
        (Rhythm(Kind.MONTHLY, interval=3), "hver tredje måned"),
        (Rhythm(Kind.WEEKLY, weekday=MON), "hver mandag"),
        (Rhythm(Kind.WEEKLY, interval=2, weekday=THU), "hver anden uge om torsdagen"),
        (Rhythm(Kind.WEEKLY, interval=6), "hver sjette uge"),
        (Rhythm(Kind.WEEKLY, interval=12), "hver 12. uge"),
        (Rhythm(Kind.WEEKLY), "hver uge"),
        (Rhythm(Kind.WEEKLY, weekday=MON, months=frozenset({5, 6, 9})), "hver mandag, i maj, juni og september"),
        (Rhythm(Kind.YEARLY, months=APRIL), "i april"),
        (Rhythm(Kind.YEARLY, months=frozenset({4, 10})), "i april og oktober"),
        (Rhythm(Kind.YEARLY, months=APRIL, weekday=WED, nth=3), "den tredje onsdag i april"),
        (Rhythm(Kind.YEARLY, months=APRIL, interval=2), "i april hvert andet år"),
        (Rhythm(Kind.AT_LEAST, minimum=4), "mindst fire gange om året"),
        (Rhythm(Kind.AT_LEAST), "mindst én gang om året"),
        (Rhythm(Kind.AT_LEAST, minimum=2, per="school_year"), "mindst to gange hvert skoleår"),
        (Rhythm(Kind.AT_LEAST, minimum=14), "mindst 14 gange om året"),
        (Rhythm(Kind.AT_LEAST, per="quarter", weekday=WED), "mindst én gang i kvartalet, om onsdagen"),
    ],
)
def test_in_words(rhythm: Rhythm, said: str) -> None:
    assert in_words(rhythm) == said


def test_the_first_tuesday_of_the_month() -> None:
    found = occurrences(Rhythm(Kind.MONTHLY, weekday=TUE, nth=1, months=EXCEPT_JULY), *YEAR)
    assert [(day.month, day.day) for day in found.days[:3]] == [(1, 6), (2, 3), (3, 3)]
    assert {day.month for day in found.days} == EXCEPT_JULY
    assert found.skipped == ()


def test_the_last_thursday_and_a_fifth_that_not_every_month_has() -> None:
    last = occurrences(Rhythm(Kind.MONTHLY, weekday=THU, nth=-1), date(2026, 1, 1), date(2026, 2, 28))
    assert last.days == (date(2026, 1, 29), date(2026, 2, 26))
    fifth = occurrences(Rhythm(Kind.MONTHLY, weekday=THU, nth=5), date(2026, 1, 1), date(2026, 4, 30))
    assert fifth.days == (date(2026, 1, 29), date(2026, 4, 30))


def test_every_six_weeks_from_its_anchor_whenever_one_asks() -> None:
    rhythm = Rhythm(Kind.WEEKLY, interval=6, weekday=WED, anchor=date(2026, 1, 7))
    days = occurrences(rhythm, *YEAR).days
    assert days[:3] == (date(2026, 1, 7), date(2026, 2, 18), date(2026, 4, 1))
    assert occurrences(rhythm, date(2026, 2, 1), date(2026, 3, 31)).days == (date(2026, 2, 18),)


def test_without_an_anchor_the_first_one_comes_at_once() -> None:
    found = occurrences(Rhythm(Kind.WEEKLY, interval=6, weekday=WED), date(2026, 3, 5), date(2026, 5, 1))
    assert found.days == (date(2026, 3, 11), date(2026, 4, 22))


def test_those_left_out_are_told_with_the_reason() -> None:
    found = occurrences(
        Rhythm(Kind.WEEKLY, weekday=MON),
        date(2026, 3, 30),
        date(2026, 4, 20),
        {date(2026, 4, 13): "Skolernes ferie"},
    )
    assert found.days == (date(2026, 3, 30), date(2026, 4, 20))
    assert found.skipped == (Skipped(date(2026, 4, 6), "Anden påskedag"), Skipped(date(2026, 4, 13), "Skolernes ferie"))


def test_a_body_may_meet_on_holidays_and_still_not_on_closed_days() -> None:
    rhythm = Rhythm(Kind.WEEKLY, weekday=MON, skip_holidays=False)
    found = occurrences(rhythm, date(2026, 4, 6), date(2026, 4, 13), {date(2026, 4, 13): "Lukket"})
    assert found.days == (date(2026, 4, 6),)
    assert found.skipped == (Skipped(date(2026, 4, 13), "Lukket"),)


def test_once_in_april_finds_a_working_day_outside_the_holidays() -> None:
    easter = {date(2026, 4, 1): "Påskeferie"}
    assert occurrences(Rhythm(Kind.YEARLY, months=APRIL), *YEAR, easter).days == (date(2026, 4, 7),)


def test_every_other_april() -> None:
    rhythm = Rhythm(Kind.YEARLY, interval=2, months=APRIL, anchor=date(2026, 4, 1))
    days = occurrences(rhythm, date(2026, 1, 1), date(2030, 12, 31)).days
    assert [day.year for day in days] == [2026, 2028, 2030]


def test_a_month_that_is_closed_altogether_is_told() -> None:
    closed = {date(2026, 4, 1) + timedelta(days=n): "Ombygning" for n in range(30)}
    found = occurrences(Rhythm(Kind.YEARLY, months=APRIL), *YEAR, closed)
    assert found.days == ()
    assert found.skipped == (Skipped(date(2026, 4, 1), "Ombygning"),)


def test_weeks_that_leave_the_day_open_stay_in_their_week() -> None:
    rhythm = Rhythm(Kind.WEEKLY, anchor=date(2026, 3, 27))
    # Good Friday gives way to the Wednesday before it.
    assert occurrences(rhythm, date(2026, 3, 30), date(2026, 4, 5)).days == (date(2026, 4, 1),)


def test_at_least_four_a_year_lie_evenly_on_working_days() -> None:
    days = occurrences(Rhythm(Kind.AT_LEAST, minimum=4), *YEAR).days
    assert [day.month for day in days] == [2, 5, 8, 11]
    assert all(working_days.is_working_day(day) for day in days)


def test_at_least_twice_a_school_year_on_a_wednesday() -> None:
    rhythm = Rhythm(Kind.AT_LEAST, minimum=2, per="school_year", weekday=WED)
    days = occurrences(rhythm, date(2026, 8, 1), date(2027, 7, 31)).days
    assert len(days) == 2
    assert {day.weekday() for day in days} == {WED}


@pytest.mark.parametrize(
    ("per", "first", "after"),
    [
        ("year", date(2026, 1, 1), date(2027, 1, 1)),
        ("school_year", date(2025, 8, 1), date(2026, 8, 1)),
        ("half_year", date(2026, 1, 1), date(2026, 7, 1)),
        ("quarter", date(2026, 4, 1), date(2026, 7, 1)),
        ("month", date(2026, 5, 1), date(2026, 6, 1)),
    ],
)
def test_periods(per: str, first: date, after: date) -> None:
    assert period(per, date(2026, 5, 20)) == (first, after)


def test_what_is_still_missing() -> None:
    held = [date(2025, 12, 1), date(2026, 2, 3), date(2026, 5, 5)]
    rhythm = Rhythm(Kind.AT_LEAST, minimum=4)
    assert still_missing(rhythm, held, date(2026, 6, 1)) == 2
    assert still_missing(rhythm, [*held, *held], date(2026, 6, 1)) == 0


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"kind": Kind.WEEKLY, "interval": 0}, "interval"),
        ({"kind": Kind.WEEKLY, "weekday": 7}, "weekday"),
        ({"kind": Kind.MONTHLY, "nth": 6, "weekday": 1}, "nth"),
        ({"kind": Kind.MONTHLY, "nth": 1}, "nth"),
        ({"kind": Kind.YEARLY}, "months"),
        ({"kind": Kind.YEARLY, "months": frozenset({13})}, "months"),
        ({"kind": Kind.AT_LEAST, "minimum": 0}, "minimum"),
        ({"kind": Kind.AT_LEAST, "per": "decade"}, "per"),
    ],
)
def test_a_rhythm_out_of_bounds_is_refused(facts: dict[str, object], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        Rhythm(**facts)  # type: ignore[arg-type] # wrong on purpose


ANCHORED = st.builds(
    Rhythm,
    kind=st.sampled_from([Kind.WEEKLY, Kind.MONTHLY, Kind.AT_LEAST]),
    interval=st.integers(1, 9),
    weekday=st.none() | st.integers(0, 4),
    months=st.sampled_from([frozenset(), EXCEPT_JULY]),
    minimum=st.integers(1, 12),
    per=st.sampled_from(["year", "school_year", "half_year"]),
    anchor=st.dates(date(2024, 1, 1), date(2028, 1, 1)),
)


@given(ANCHORED, st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.integers(0, 300), st.integers(0, 300))
def test_asking_for_a_part_gives_the_same_days_as_asking_for_all(
    rhythm: Rhythm, start: date, first: int, more: int
) -> None:
    part_start = start + timedelta(days=first)
    part_end = part_start + timedelta(days=more)
    whole = occurrences(rhythm, start, start + timedelta(days=700))
    part = occurrences(rhythm, part_start, part_end)
    assert part.days == tuple(day for day in whole.days if part_start <= day <= part_end)


@given(ANCHORED, st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=40))
def test_no_meeting_falls_on_a_holiday_or_a_closed_day(rhythm: Rhythm, closed: set[date]) -> None:
    found = occurrences(rhythm, *YEAR, dict.fromkeys(closed, "Lukket"))
    assert not closed & set(found.days)
    assert not [day for day in found.days if working_days.holiday_name(day)]
    assert all(skipped.reason for skipped in found.skipped)
