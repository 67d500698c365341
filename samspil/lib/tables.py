"""Tables for spreadsheets. No cell can become a formula when the file is opened."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from samspil.lib.clock import in_copenhagen

Cell = str | int | float | Decimal | bool | date | datetime | None

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A spreadsheet takes these for a formula, also after blanks and in their full-width forms.
FORMULA = re.compile("[\\s\x00]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")
NEUTRAL_NAME = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\']")
LONGEST_TITLE = 31
LONGEST_TEXT = 32_767
CUT = " … (resten af teksten er udeladt: et regneark kan ikke rumme den)"


@dataclass(frozen=True)
class TableFile:
    name: str
    content_type: str
    data: bytes


def csv_file(name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> TableFile:
    """UTF-8 with a mark and semicolons, as Danish spreadsheets expect; the name is neutral."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_csv_text(words) for words in header])
    writer.writerows([_csv_text(cell) for cell in row] for row in rows)
    return TableFile(_neutral(name, "csv"), CSV_TYPE, text.getvalue().encode("utf-8-sig"))


def xlsx_file(name: str, title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> TableFile:
    book = Workbook(write_only=True)
    book.properties.creator = "Samspil"
    sheet = book.create_sheet(NOT_IN_TITLE.sub(" ", title)[:LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    bold = Font(bold=True)
    sheet.append([_xlsx_cell(sheet, words, bold) for words in header])
    for row in rows:
        sheet.append([_xlsx_cell(sheet, cell) for cell in row])
    data = BytesIO()
    book.save(data)
    return TableFile(_neutral(name, "xlsx"), XLSX_TYPE, data.getvalue())


def _neutral(name: str, ending: str) -> str:
    if not NEUTRAL_NAME.fullmatch(name):
        message = "a table's file name has lower-case letters, digits and hyphens only"
        raise ValueError(message)
    return f"{name}.{ending}"


def _csv_text(cell: Cell) -> str:
    match _plain(cell):
        case None:
            return ""
        case bool() as answer:
            return "ja" if answer else "nej"
        case float() | Decimal() as number:
            return str(number).replace(".", ",")
        case datetime() as instant:
            return instant.strftime("%Y-%m-%d %H:%M")
        case str() as text:
            return f"'{text}" if FORMULA.match(text) else text
        case other:
            return str(other)


def _xlsx_cell(sheet: WriteOnlyWorksheet, value: Cell, font: Font | None = None) -> object:
    plain = _plain(value)
    if isinstance(plain, bool):
        plain = "ja" if plain else "nej"
    if isinstance(plain, str):
        return _text_cell(sheet, plain, font)
    return plain


def _text_cell(sheet: WriteOnlyWorksheet, text: str, font: Font | None) -> object:
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    if len(clean) > LONGEST_TEXT:
        clean = clean[: LONGEST_TEXT - len(CUT)] + CUT
    cell = WriteOnlyCell(sheet, clean)
    # openpyxl would make a formula of "=..." and an error of "#N/A".
    cell.data_type = "s"
    if font:
        cell.font = font
    if FORMULA.match(clean):
        cell.quotePrefix = True
    return cell


def _plain(cell: Cell) -> Cell:
    """Instants become Copenhagen's time of day, since a spreadsheet knows no time zones."""
    return in_copenhagen(cell).replace(tzinfo=None) if isinstance(cell, datetime) else cell
