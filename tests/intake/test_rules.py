"""The fixed columns: the empty files have them, and a table with others is refused by its column or line."""

import json
from datetime import date
from typing import Any

import pytest

from samspil.intake.exports import template
from samspil.intake.rules import (
    CASES,
    COMMITMENTS,
    MOST_CASES,
    MOST_COMMITMENTS,
    Sheet,
    carried_of,
    carried_text,
    case_lines,
    read_carried,
)
from samspil.lib.table_intake import Row, Table, TableError, take_in

TODAY = date(2026, 11, 22)
HEAD = ("Navn", "Fødselsdag", "Problem", "Anledning")
LINE = ("Karim Kanariebo", "14-03-2012", "Fravær", "Skolen")


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(Row(number, cells) for number, cells in enumerate(rows, start=1)))


@pytest.mark.parametrize("sheet", [CASES, COMMITMENTS], ids=lambda sheet: sheet.slug)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_empty_file_has_our_columns_and_is_read(sheet: Sheet, ending: str) -> None:
    made = template(sheet.slug, ending)
    assert made is not None
    (read,) = take_in([made.data])
    assert [cell for cell in read.rows[0].cells if cell] == list(sheet.names)
    with pytest.raises(TableError, match="ingen linjer under overskrifterne"):
        carried_of([read])


def test_there_is_no_other_empty_file() -> None:
    assert template("sager", "pdf") is None
    assert template("andet", "csv") is None


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(*HEAD, "Adresse"), (*LINE, "x")], "Kolonne 5 på linje 1"),
        ([(*HEAD, "Navn"), LINE], "Kolonnen Navn står der to gange"),
        ([HEAD[:3], LINE[:3]], "Kolonnen Anledning mangler"),
        ([("Navn", "Problem", "Anledning"), LINE[:3]], "Kolonnen Fødselsdag mangler"),
        ([LINE, HEAD], "Linje 1 har ikke de overskrifter"),
        ([HEAD, (*LINE, "løst")], "Linje 2 har noget i en kolonne uden overskrift"),
        ([HEAD, LINE, (*LINE[:3], "Kanarie" * 1_000)], "Anledning på linje 3 er over 5000 tegn"),
        ([HEAD, *[LINE] * (MOST_CASES + 1)], f"plads til {MOST_CASES} ad gangen"),
        ([HEAD, *[(*LINE[:2], "æ" * 5_000, "ø" * 5_000)] * MOST_CASES], "Linje 18 i sager er der ikke plads til"),
    ],
)
def test_other_columns_are_refused_and_what_stands_there_is_not_repeated(
    rows: list[tuple[str, ...]], words: str
) -> None:
    assert carried_of([table(HEAD, LINE)]).cases
    with pytest.raises(TableError, match=words) as caught:
        carried_of([table(*rows)])
    assert "Kanarie" not in str(caught.value)


@pytest.mark.parametrize("born", ["14-03-2012", "14/3/2012", "14. 03. 2012", "2012-03-14"])
def test_a_day_is_read_in_the_ways_one_writes_it(born: str) -> None:
    (line,) = case_lines(carried_of([table(HEAD, (LINE[0], born, *LINE[2:]))]).cases, TODAY)
    assert (line.whom.born, line.faults) == (date(2012, 3, 14), ())


@pytest.mark.parametrize("born", ["14-03-12", "40982", "i går", "2030-01-01", "31-02-2012"])
def test_a_day_that_may_mean_another_is_a_fault_of_its_line(born: str) -> None:
    (line,) = case_lines(carried_of([table(HEAD, (LINE[0], born, *LINE[2:]))]).cases, TODAY)
    assert len(line.faults) == 1
    assert born not in line.faults[0]


def carried(cases: Any = (), commitments: Any = ()) -> str:
    return json.dumps({"sager": cases, "aftaler": commitments})


@pytest.mark.parametrize(
    "text",
    [
        carried([[1, 5]]),
        carried([[1, ["Navn"]]]),
        carried([5]),
        carried([[2, {}], [3, {}], [2, {}]]),
        carried([[number, {}] for number in range(2, MOST_CASES + 3)]),
        carried([], [[number, {}] for number in range(2, MOST_COMMITMENTS + 3)]),
    ],
)
def test_what_comes_back_is_held_to_what_a_file_may_hold(text: str) -> None:
    full = carried([[number, {}] for number in range(2, MOST_CASES + 2)], [[2, {}]])
    assert len(read_carried(full).cases) == MOST_CASES
    with pytest.raises(ValueError, match="gået i stykker undervejs"):
        read_carried(text)


def test_half_a_character_is_not_taken_for_text() -> None:
    (line,) = read_carried(carried([[2, {"Navn": "Karim \ud800Kanarie"}]])).cases
    assert line.cells["Navn"] == "Karim Kanarie"
    assert read_carried(carried_text(carried_of([table(HEAD, LINE)]))) == carried_of([table(HEAD, LINE)])
