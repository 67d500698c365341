from datetime import date

import pytest

from samspil.lib.rhythm import Kind, Lack, Mark, Met, Rhythm, lacks, months

AUGUST = date(2026, 8, 1)
MONTHLY = Rhythm(Kind.MONTHLY, weekday=1, nth=1, months=frozenset(range(1, 13)) - {7})
FOUR_A_YEAR = Rhythm(Kind.AT_LEAST, minimum=4)
ONCE_A_SCHOOL_YEAR = Rhythm(Kind.AT_LEAST, per="school_year")
IN_APRIL = Rhythm(Kind.YEARLY, months=frozenset({4}))


def test_a_month_shows_what_became_of_its_meeting() -> None:
    met = [
        (date(2026, 8, 4), Met.HELD),
        (date(2026, 9, 1), Met.CANCELLED),
        (date(2026, 10, 6), Met.CANCELLED),
        (date(2026, 10, 20), Met.HELD),
        (date(2026, 12, 1), Met.PLANNED),
    ]
    marks = [one.mark for one in months([MONTHLY], met, AUGUST, date(2026, 11, 22), {})]
    assert marks[:6] == [Mark.HELD, Mark.MISSED, Mark.HELD, Mark.WANTED, Mark.PLANNED, Mark.WANTED]
    assert marks[11] == Mark.FREE, "no meeting is asked for in July"
    assert months([MONTHLY], met, AUGUST, date(2026, 11, 22), {})[2].times == {Met.HELD: 1, Met.CANCELLED: 1}


def test_a_minimum_asks_for_no_month_of_its_own() -> None:
    marks = {one.mark for one in months([FOUR_A_YEAR], [], AUGUST, date(2026, 11, 22), {})}
    assert marks == {Mark.FREE}


@pytest.mark.parametrize(
    ("today", "laid", "expected"),
    [
        (date(2026, 2, 1), 0, []),
        (date(2026, 11, 22), 4, []),
        (date(2026, 11, 22), 3, [Lack(1, date(2027, 1, 1))]),
        (date(2026, 10, 1), 3, []),
        (date(2026, 7, 4), 0, [Lack(4, date(2027, 1, 1))]),
    ],
)
def test_a_minimum_warns_when_half_of_its_pace_is_gone(today: date, laid: int, expected: list[Lack]) -> None:
    met = [(date(2026, 1, 10 + number), Met.HELD) for number in range(laid)]
    assert list(lacks([FOUR_A_YEAR], met, today, {})) == expected


def test_what_was_cancelled_does_not_count() -> None:
    met = [(date(2026, 9, 10), Met.CANCELLED)]
    assert list(lacks([ONCE_A_SCHOOL_YEAR], met, date(2027, 5, 1), {})) == [Lack(1, date(2027, 8, 1))]
    assert list(lacks([ONCE_A_SCHOOL_YEAR], [(date(2026, 9, 10), Met.HELD)], date(2027, 5, 1), {})) == []


def test_a_fixed_day_warns_when_it_is_near_and_its_month_is_empty() -> None:
    assert list(lacks([MONTHLY], [], date(2026, 11, 22), {})) == [Lack(1, date(2026, 12, 1))]
    other_day = [(date(2026, 12, 10), Met.PLANNED), (date(2027, 1, 5), Met.PLANNED)]
    assert list(lacks([MONTHLY], other_day, date(2026, 11, 22), {})) == []
    assert list(lacks([IN_APRIL], [], date(2026, 11, 22), {})) == []
    assert list(lacks([IN_APRIL], [], date(2027, 3, 1), {})) == [Lack(1, date(2027, 4, 1))]


WEEKLY = Rhythm(Kind.WEEKLY, weekday=0)
SIX_WEEKS = Rhythm(Kind.WEEKLY, interval=6)


def test_a_weekly_body_is_not_calm_with_one_meeting_a_month() -> None:
    met = [(date(2026, 10, 5), Met.HELD), (date(2026, 11, 2), Met.HELD)]
    october = months([WEEKLY], met, AUGUST, date(2026, 11, 22), {})[2]
    assert (october.mark, october.wanted) == (Mark.FEW, 4)
    assert list(lacks([WEEKLY], met, date(2026, 11, 22), {})) == [Lack(1, date(2026, 11, 23))]
    every_week = [(date(2026, 11, 23), Met.PLANNED), (date(2026, 12, 1), Met.PLANNED)]
    assert list(lacks([WEEKLY], every_week, date(2026, 11, 22), {})) == []


def test_an_interval_follows_the_body_s_own_pace() -> None:
    met = [(date(2026, 10, 30), Met.HELD), (date(2026, 12, 11), Met.PLANNED)]
    assert list(lacks([SIX_WEEKS], met, date(2026, 11, 22), {})) == []
    assert list(lacks([SIX_WEEKS], [], date(2026, 12, 1), {})) == [Lack(1, date(2026, 12, 4))]


def test_a_day_in_a_break_is_not_missed() -> None:
    in_october = Rhythm(Kind.MONTHLY, weekday=1, nth=2, months=frozenset({10}))
    closed = {date(2026, 10, 13): "Efterårsferie"}
    assert months([in_october], [], AUGUST, date(2026, 11, 22), {})[2].mark == Mark.MISSED
    assert months([in_october], [], AUGUST, date(2026, 11, 22), closed)[2].mark == Mark.FREE
