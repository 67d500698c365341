"""What is read of a table that somebody hands in, and what is refused, by its line and never by its content."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from samspil.lib.table_intake import TableError, take_in
from samspil.lib.table_intake.table import MOST_ROWS
from samspil.lib.table_intake.workbook import MOST_MARKS

NAME = "Karim Haddad"
ROWS: list[list[Any]] = [["Navn", "Født"], [NAME, date(2012, 3, 14)], [None, None], ["Sofie Lund", "14-03-2012"]]


def book(change: Callable[[Any], Any] = lambda _: None, rows: list[list[Any]] = ROWS) -> bytes:
    made = Workbook()
    sheet: Any = made.active
    for row in rows:
        sheet.append(row)
    change(sheet)
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    result = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(part.filename, change(part.filename, source.read(part)))
    return result.getvalue()


def refused(data: bytes, limit: int = 1_000_000) -> str:
    with pytest.raises(TableError) as caught:
        take_in([data], limit)
    sentence = str(caught.value)
    assert NAME not in sentence
    assert "Ingenting er hentet" in sentence
    return sentence


def test_excel_is_read_with_its_own_line_numbers() -> None:
    (table,) = take_in([book()])
    assert [row.number for row in table.rows] == [1, 2, 4]
    assert table.rows[1].cells[:3] == (NAME, date(2012, 3, 14), None)
    assert table.rows[2].cells[1] == "14-03-2012"


@pytest.mark.parametrize("text", ["Navn;Født\r\n\r\nÅse;1\r\n", "Navn,Født\n\nÅse,1\n"])
@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_is_read_with_semicolons_and_with_commas(text: str, alphabet: str) -> None:
    (table,) = take_in([text.encode(alphabet)])
    assert [(row.number, row.cells) for row in table.rows] == [(1, ("Navn", "Født")), (3, ("Åse", "1"))]


def _formula(sheet: Any) -> None:
    sheet["B3"] = "=1+1"


def _error(sheet: Any) -> None:
    sheet["B2"] = "#N/A"


def _hidden_row(sheet: Any) -> None:
    sheet.row_dimensions[2].hidden = True


def _hidden_column(sheet: Any) -> None:
    sheet.column_dimensions["B"].hidden = True


def _hidden_sheet(sheet: Any) -> None:
    sheet.parent.create_sheet("Mere").sheet_state = "hidden"


def _merged(sheet: Any) -> None:
    sheet.merge_cells("A4:B5")


def _long(sheet: Any) -> None:
    sheet.cell(MOST_ROWS + 1, 1, NAME)


def _wide(sheet: Any) -> None:
    sheet.cell(2, 31, NAME)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_formula, "Linje 3 har en formel"),
        (_error, "Linje 2 har en celle med en fejl"),
        (_hidden_row, "Linje 2 er skjult"),
        (_hidden_column, "Kolonne 2 er skjult"),
        (_hidden_sheet, "Ark 2 er skjult"),
        (_merged, "Linje 4 har flettede celler"),
        (_long, f"længere ned end til linje {MOST_ROWS}"),
        (_wide, "Linje 2 har for mange kolonner"),
    ],
)
def test_what_is_hidden_merged_or_worked_out_is_refused_by_its_number(change: Any, words: str) -> None:
    assert take_in([book()])
    assert words in refused(book(change))


def test_macros_passwords_and_other_files_are_refused() -> None:
    def to_macro(name: str, content: bytes) -> bytes:
        return (
            content.replace(b"spreadsheetml.sheet.main", b"macroEnabled.main") if "Content_Types" in name else content
        )

    def with_type(name: str, content: bytes) -> bytes:
        return content.replace(b"<worksheet", b"<!DOCTYPE x><worksheet") if "sheet1" in name else content

    assert "makroer" in refused(repacked(book(), to_macro))
    assert "beskadiget" in refused(repacked(book(), with_type))
    assert "beskadiget" in refused(book()[:-200])
    assert "adgangskode" in refused(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    for other in (b"\xd0\xcf\x11\xe0old", b"%PDF-1.7\x00", "Navn;Født".encode("utf-16")):
        assert "ikke et regneark" in refused(other)
    assert "tom" in refused(b"")


def test_a_csv_with_a_formula_or_an_open_quote_is_refused_by_its_line() -> None:
    assert "Linje 3 har en formel" in refused(f"Navn\n{NAME}\n =2\n".encode())
    assert "Linje 2 kan ikke læses" in refused(f'Navn\n"{NAME}"x\n'.encode())


def test_no_more_is_read_than_the_limit() -> None:
    read = []

    def chunks() -> Any:
        for number in range(100):
            read.append(number)
            yield b"x" * 1000

    with pytest.raises(TableError, match="2 KB"):
        take_in(chunks(), 2000)
    assert len(read) == 3


def test_a_merge_over_the_whole_sheet_costs_nothing_and_a_wild_day_is_not_warned_about() -> None:
    def vast(name: str, content: bytes) -> bytes:
        merge = b'</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
        return content.replace(b"</sheetData>", merge) if "sheet1" in name else content

    def far(name: str, content: bytes) -> bytes:
        return content.replace(b"<v>40982</v>", b"<v>99999999</v>") if "sheet1" in name else content

    assert "Linje 2 har flettede celler" in refused(repacked(book(), vast))
    wild = repacked(book(rows=[["Født"], [date(2012, 3, 14)]]), far)
    assert "Linje 2 har en celle med en fejl" in refused(wild)


def test_a_small_file_of_very_many_empty_cells_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def swollen(name: str, content: bytes) -> bytes:
        many = b'<row r="2">' + b'<c r="A2"/>' * MOST_MARKS + b"</row></sheetData>"
        return content.replace(b"</sheetData>", many) if "sheet1" in name else content

    packed = repacked(book(), swollen)
    assert len(packed) < 100_000
    monkeypatch.setattr("samspil.lib.table_intake.workbook.load_workbook", pytest.fail)
    assert "for meget at læse igennem" in refused(packed)
