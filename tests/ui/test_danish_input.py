from datetime import date, time

import pytest

from samspil.ui.danish_input import HOW_TO_WRITE_A_TIME, Towards, parse_day, parse_time

TODAY = date(2026, 12, 9)


@pytest.mark.parametrize(
    "text",
    [
        "16/12",
        "16-12",
        "16.12.",
        "16/12-26",
        "16/12 2026".replace(" ", "/"),
        "16-12-2026",
        "2026-12-16",
        "16. dec.",
        "16 dec",
        "16. december",
        "16. december 2026",
        "ons. 16. dec.",
        "Onsdag den 16. december 2026",
        "  ONSDAG  d. 16. dec ",
    ],
)
def test_reads_a_day_as_people_write_it(text: str) -> None:
    assert parse_day(text, TODAY) == date(2026, 12, 16)


@pytest.mark.parametrize(("text", "day"), [("i går", 8), ("I dag", 9), ("i morgen", 10), ("i overmorgen", 11)])
def test_reads_the_near_days(text: str, day: int) -> None:
    assert parse_day(text, TODAY) == date(2026, 12, day)


@pytest.mark.parametrize(
    ("text", "towards", "day"),
    [
        ("fredag", "past", date(2026, 12, 4)),
        ("fredag", "near", date(2026, 12, 11)),
        ("fredag", "future", date(2026, 12, 11)),
        ("Fre.", "past", date(2026, 12, 4)),
        ("tors", "future", date(2026, 12, 10)),
        ("mandag", "past", date(2026, 12, 7)),
        ("mandag", "future", date(2026, 12, 14)),
        ("onsdag", "past", date(2026, 12, 2)),
        ("onsdag", "future", date(2026, 12, 16)),
        ("på fredag", "past", date(2026, 12, 11)),
        ("i fredags", "future", date(2026, 12, 4)),
        ("sidste mandag", "near", date(2026, 12, 7)),
        ("sidste onsdag", "past", date(2026, 12, 2)),
        ("næste onsdag", "future", date(2026, 12, 16)),
        ("næste  fredag", "near", date(2026, 12, 18)),
        ("næste mandag", "future", date(2026, 12, 14)),
    ],
)
def test_reads_a_day_by_its_name_the_way_one_looks(text: str, towards: Towards, day: date) -> None:
    assert parse_day(text, TODAY, towards) == day


@pytest.mark.parametrize("text", ["ti", "fr", "dag", "næste", "næste uge", "i fredag s", "sidste 16/12", "xmandag"])
@pytest.mark.parametrize(
    ("towards", "words"), [("past", "i går eller fredag"), ("near", "i morgen"), ("future", "næste onsdag")]
)
def test_what_is_no_day_is_answered_with_what_works_in_that_direction(text: str, towards: Towards, words: str) -> None:
    with pytest.raises(ValueError, match="Skriv datoen som 16/12") as refused:
        parse_day(text, TODAY, towards)
    assert words in str(refused.value)
    offered = ("16/12", "16. dec.", "16-12-2026", "i dag", *words.split(" eller "))
    assert all(parse_day(one, TODAY, towards) for one in offered)


@pytest.mark.parametrize(
    ("text", "towards", "year"),
    [
        ("8/12", "near", 2026),
        ("10/1", "near", 2027),
        ("10/1", "past", 2026),
        ("8/12", "future", 2027),
        ("9/12", "past", 2026),
        ("9/12", "future", 2026),
        ("29/2", "near", 2028),
        ("29/2", "past", 2024),
    ],
)
def test_finds_the_year_that_is_meant(text: str, towards: Towards, year: int) -> None:
    assert parse_day(text, TODAY, towards).year == year


@pytest.mark.parametrize(
    "text", ["snart", "16", "16/13", "31/2", "j. 4", "4. j", "16. decembar", "uge 50", "99/99", "xyz. 16. dec."]
)
def test_says_how_to_write_a_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"Skriv datoen som 16/12, 16\. dec\. eller 16-12-2026"):
        parse_day(text, TODAY)


def test_a_day_that_is_in_no_calendar_is_told() -> None:
    with pytest.raises(ValueError, match="findes ikke i kalenderen"):
        parse_day("31/2/2026", TODAY)


def test_a_weekday_that_does_not_fit_is_asked_about() -> None:
    with pytest.raises(ValueError, match=r"16\. december 2026 er en onsdag"):
        parse_day("man. 16. dec.", TODAY)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("13", time(13)), ("kl. 13.30", time(13, 30)), ("9:05", time(9, 5)), ("Kl 8", time(8)), ("0.00", time(0))],
)
def test_reads_a_time(text: str, meant: time) -> None:
    assert parse_time(text) == meant


@pytest.mark.parametrize("text", ["25", "12.60", "middag", "1330"])
def test_says_how_to_write_a_time(text: str) -> None:
    with pytest.raises(ValueError, match=HOW_TO_WRITE_A_TIME):
        parse_time(text)
