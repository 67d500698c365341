"""Excel files. What a person does not see, or sees otherwise than it stands there, is refused and never guessed."""

import re
import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from samspil.lib.file_intake.office import ENCRYPTED, PROGRAMS
from samspil.lib.table_intake import refusals
from samspil.lib.table_intake.table import MOST_COLUMNS, MOST_ROWS, Row, Table, Value

MOST_PARTS = 500
MOST_UNPACKED = 20_000_000
MOST_SHEETS = 6
MOST_MARKS = 100_000
"""Reading is paid for by each mark of the XML, also of cells that say nothing: a small file can unpack to millions."""
TAG = re.compile(rb"<(?:\w+:)?(row|col|mergeCell)\b([^>]*)>")
FACT = re.compile(rb"""(\w+)\s*=\s*["']([^"']*)["']""")
FIRST_ROW = re.compile(rb"[A-Za-z]+(\d{1,7})")
BROKEN = (
    BadZipFile,
    zlib.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


def tables_of(data: bytes) -> list[Table]:
    try:
        _hold_to_plain(data)
        with warnings.catch_warnings():
            # A warning of the reader's would put a cell's content on the server's own log.
            warnings.simplefilter("ignore")
            return _tables(data)
    except refusals.TableError:
        raise
    except BROKEN:
        raise refusals.damaged() from None


def _hold_to_plain(data: bytes) -> None:
    """Before the reader sees it: sound, small, without programs, and nothing hidden or merged in the sheets."""
    with ZipFile(BytesIO(data)) as source:
        parts = source.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise refusals.damaged()
        names = {part.filename for part in parts}
        if any(part.flag_bits & ENCRYPTED for part in parts):
            raise refusals.locked()
        if any(PROGRAMS.search(name) for name in names):
            raise refusals.holds_programs()
        if "xl/workbook.xml" not in names:
            raise refusals.unknown_kind()
        marks = 0
        for name in names:
            if name.endswith((".xml", ".rels")):
                content = source.read(name)
                marks += content.count(b"<")
                if marks > MOST_MARKS:
                    raise refusals.too_much_in_it()
                _hold_part(content)


def _hold_part(content: bytes) -> None:
    if b"macroEnabled" in content:
        raise refusals.holds_programs()
    # An office program writes UTF-8 and no document type: with either, what is looked for below could hide.
    if b"\x00" in content or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refusals.damaged()
    if b"sheetData" in content:
        for tag, facts in TAG.findall(content):
            _hold_tag(tag, dict(FACT.findall(facts)))


def _hold_tag(tag: bytes, facts: dict[bytes, bytes]) -> None:
    hidden = facts.get(b"hidden") in {b"1", b"true"}
    if tag == b"mergeCell":
        first = FIRST_ROW.match(facts.get(b"ref", b""))
        raise refusals.merged(int(first[1]) if first else 1)
    if tag == b"row" and int(facts.get(b"r", b"1")) > MOST_ROWS:
        raise refusals.too_many_rows(MOST_ROWS)
    if tag == b"row" and hidden:
        raise refusals.hidden_row(int(facts.get(b"r", b"1")))
    # Whoever hides all the empty columns to the right has hidden nothing.
    if tag == b"col" and hidden and int(facts.get(b"min", b"1")) <= MOST_COLUMNS:
        raise refusals.hidden_column(int(facts.get(b"min", b"1")))


def _tables(data: bytes) -> list[Table]:
    book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
    if len(book.worksheets) > MOST_SHEETS:
        raise refusals.too_many_sheets()
    for number, sheet in enumerate(book.worksheets, start=1):
        if sheet.sheet_state != "visible":
            raise refusals.hidden_sheet(number)
    return [Table(tuple(_rows(sheet))) for sheet in book.worksheets]


def _rows(sheet: Any) -> Iterator[Row]:
    # The size that a sheet states of itself is not to be relied on; one column more than there is room for.
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS + 1), start=1):
        row = tuple(_value(number, cell) for cell in cells)
        if not any(value not in {None, ""} for value in row):
            continue
        if row[MOST_COLUMNS] not in {None, ""}:
            raise refusals.too_many_columns(number)
        yield Row(number, row[:MOST_COLUMNS])


def _value(number: int, cell: Any) -> Value:
    if cell.data_type == "f":
        raise refusals.formula(number)
    if cell.data_type == "e":
        raise refusals.broken_cell(number)
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return value if value is None or isinstance(value, str | int | float | date) else str(value)
