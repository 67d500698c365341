import csv
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ReadCell

from samspil.lib import tables
from samspil.lib.tables import Cell, csv_file, xlsx_file

HEADER = ["Møde", "Antal"]
DANGEROUS = ["=1+1", "+45 12", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\uff1d1+1", "\x00=1"]


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(data: bytes) -> list[list[ReadCell]]:
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    return [[cell for cell in row if isinstance(cell, ReadCell)] for row in sheet.iter_rows()]


def test_csv_is_as_danish_spreadsheets_expect() -> None:
    file = csv_file("moeder-2026", HEADER, [["Netværk; Å", 3], ['Han sagde "hej"\nog gik', None]])
    assert file.data.startswith(b"\xef\xbb\xbf" + "Møde;Antal\r\n".encode())
    assert read_csv(file.data)[1:] == [["Netværk; Å", "3"], ['Han sagde "hej"\nog gik', ""]]
    assert (file.name, file.content_type) == ("moeder-2026.csv", "text/csv; charset=utf-8")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nej"),
        (-2, "-2"),
        (2.5, "2,5"),
        (Decimal("-0.10"), "-0,10"),
        (date(2026, 12, 9), "2026-12-09"),
        (datetime(2026, 12, 9, 12, tzinfo=UTC), "2026-12-09 13:00"),
        ("a-b", "a-b"),
    ],
)
def test_cells_in_csv(cell: Cell, written: str) -> None:
    assert read_csv(csv_file("x", ["A", "B"], [[cell, 1]]).data)[1] == [written, "1"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_in_csv(text: str) -> None:
    rows = read_csv(csv_file("x", [text, "B"], [[text, 1]]).data)
    assert [row[0] for row in rows] == [f"'{text}", f"'{text}"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_in_xlsx(text: str) -> None:
    rows = read_xlsx(xlsx_file("x", "Ark", [text, "B"], [[text, 1]]).data)
    for cell in (rows[0][0], rows[1][0]):
        assert cell.data_type == "s"
        assert cell.quotePrefix


@given(st.lists(st.text(max_size=40), min_size=2, max_size=2))
def test_any_text_goes_through_both(texts: Sequence[str]) -> None:
    written = read_csv(csv_file("x", texts, [texts]).data)
    assert [text.removeprefix("'") for text in written[1]] == [text.removeprefix("'") for text in texts]
    rows = read_xlsx(xlsx_file("x", "Ark", texts, [texts]).data)
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} <= {"s"}


def test_cells_in_xlsx_keep_their_kind() -> None:
    instant = datetime(2026, 7, 1, 11, tzinfo=UTC)
    row = read_xlsx(xlsx_file("x", "Ark", HEADER, [["Å", -2, 2.5, True, date(2026, 12, 9), instant]]).data)[1]
    values = [cell.value for cell in row]
    assert values[:4] == ["Å", -2, 2.5, "ja"]
    assert str(values[4]) == "2026-12-09 00:00:00"
    assert str(values[5]) == "2026-07-01 13:00:00"


def test_an_error_word_stays_text() -> None:
    assert read_xlsx(xlsx_file("x", "Ark", HEADER, [["#N/A", 1]]).data)[1][0].data_type == "s"


def test_the_header_is_bold_and_stays_in_sight() -> None:
    file = xlsx_file("moeder", "Møder: 2026/27", HEADER, [["a", 1]])
    sheet = load_workbook(BytesIO(file.data)).worksheets[0]
    assert (sheet.title, sheet.freeze_panes) == ("Møder  2026 27", "A2")
    assert read_xlsx(file.data)[0][0].font.bold
    assert file.name == "moeder.xlsx"


def test_a_text_too_long_for_a_sheet_is_cut_openly() -> None:
    text = read_xlsx(xlsx_file("x", "Ark", HEADER, [["å" * 40_000, 1]]).data)[1][0].value
    assert isinstance(text, str)
    assert len(text) == tables.LONGEST_TEXT
    assert text.endswith(tables.CUT)


def test_the_writer_names_no_one() -> None:
    properties = load_workbook(BytesIO(xlsx_file("x", "Ark", HEADER, []).data)).properties
    assert (properties.creator, properties.lastModifiedBy) == ("Samspil", None)


@pytest.mark.parametrize("name", ["", "Karim Ali", "../x", "a.csv", "møder", "a\n", "-a"])
def test_a_file_name_is_neutral(name: str) -> None:
    with pytest.raises(ValueError, match="file name"):
        csv_file(name, HEADER, [])
    with pytest.raises(ValueError, match="file name"):
        xlsx_file(name, "Ark", HEADER, [])
