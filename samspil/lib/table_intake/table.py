"""A table as it was handed in, and how large one may be."""

from dataclasses import dataclass
from datetime import date

LIMIT = 1_000_000
MOST_ROWS = 1_000
MOST_COLUMNS = 30

Value = str | int | float | date | None


@dataclass(frozen=True)
class Row:
    """`number` is the one that the spreadsheet shows."""

    number: int
    cells: tuple[Value, ...]


@dataclass(frozen=True)
class Table:
    """The rows with anything in them."""

    rows: tuple[Row, ...]
