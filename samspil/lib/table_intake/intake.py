"""The one way in for a table. It lies in memory from the first byte to the last, and is gone with the request."""

import csv
from collections.abc import Iterable
from io import StringIO

from samspil.lib.file_intake.kinds import OLDER_OFFICE, as_text, is_locked_office
from samspil.lib.file_intake.within import read_within
from samspil.lib.table_intake import refusals
from samspil.lib.table_intake.table import LIMIT, MOST_COLUMNS, MOST_ROWS, Row, Table
from samspil.lib.table_intake.workbook import tables_of


def take_in(chunks: Iterable[bytes], limit: int = LIMIT) -> list[Table]:
    """Reads no further than the limit; raises `TableError` with a sentence for the person."""
    data = read_within(chunks, limit, too_large=refusals.too_large, empty=refusals.empty)
    if data.startswith(b"PK\x03\x04"):
        return tables_of(data)
    if data.startswith(OLDER_OFFICE):
        raise refusals.locked() if is_locked_office(data) else refusals.unknown_kind()
    text = as_text(data)
    if text is None:
        raise refusals.unknown_kind()
    return [_of_text(text)]


def _of_text(text: str) -> Table:
    """CSV with the semicolons of a Danish Excel, or with commas."""
    first = text.split("\n", 1)[0]
    lines = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    number, rows = 0, []
    try:
        for number, cells in enumerate(lines, start=1):
            rows += _row(number, cells)
    except csv.Error:
        raise refusals.unsound_text(number + 1) from None
    return Table(tuple(rows))


def _row(number: int, cells: list[str]) -> list[Row]:
    if not any(cell.strip() for cell in cells):
        return []
    if number > MOST_ROWS:
        raise refusals.too_many_rows(MOST_ROWS)
    if any(cell.strip() for cell in cells[MOST_COLUMNS:]):
        raise refusals.too_many_columns(number)
    if any(cell.lstrip().startswith("=") for cell in cells):
        raise refusals.formula(number)
    return [Row(number, tuple(cells[:MOST_COLUMNS]))]
