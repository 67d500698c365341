"""The lines as a form carries them from one page to the next: plain texts by column, and nothing else anywhere.

What comes back was in somebody's browser in between: it is held to the same form, and every line is read anew.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from samspil.intake.rules.columns import CASES, COMMITMENTS, Sheet
from samspil.lib.table_intake import Value
from samspil.lib.table_intake.table import MOST_ROWS

LONGEST = 1_000_000
LONGEST_CELL = 5_000
CONTROL = re.compile("[\x00-\x1f\x7f]")
LONE = re.compile("[\ud800-\udfff]")
"""Half of a character: no text in the database can hold it."""
MOST = {CASES.slug: 20, COMMITMENTS.slug: 40}
"""What one request has time for on a busy server, with room to spare."""
BROKEN = "Siden er gået i stykker undervejs. Ingenting er hentet. Vælg filen igen."


@dataclass(frozen=True)
class Told:
    """One line: its number in the spreadsheet, and what it says by column, in plain text."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Carried:
    cases: tuple[Told, ...]
    commitments: tuple[Told, ...]


def plain(value: Value) -> str:
    """One line of text; a day as `2012-12-24`, a whole number without a point."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(LONE.sub(" ", CONTROL.sub(" ", "" if value is None else str(value))).split())


def carried_text(carried: Carried) -> str:
    parts = ((CASES, carried.cases), (COMMITMENTS, carried.commitments))
    return json.dumps({sheet.slug: [[one.number, one.cells] for one in lines] for sheet, lines in parts})


def read_carried(text: str) -> Carried:
    """Raises ValueError with a sentence for what is not of our making."""
    try:
        stated = json.loads(text) if len(text) <= LONGEST else None
        return Carried(_lines(CASES, stated), _lines(COMMITMENTS, stated))
    except (ValueError, TypeError, LookupError, RecursionError):
        raise ValueError(BROKEN) from None


def _lines(sheet: Sheet, stated: Any) -> tuple[Told, ...]:
    """No more than a file may hold, and each number once: by its number a line finds what was chosen for it."""
    lines = tuple(Told(_number(number), _cells(sheet, cells)) for number, cells in stated[sheet.slug])
    if len(lines) > MOST[sheet.slug] or len({one.number for one in lines}) < len(lines):
        raise ValueError(BROKEN)
    return lines


def _number(number: Any) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number <= MOST_ROWS:
        raise ValueError(BROKEN)
    return number


def _cells(sheet: Sheet, cells: Any) -> dict[str, str]:
    if not isinstance(cells, dict):
        raise TypeError(BROKEN)
    for name, text in cells.items():
        if name not in sheet.names or not isinstance(text, str) or len(text) > LONGEST_CELL:
            raise ValueError(BROKEN)
    return {name: plain(text) for name, text in cells.items()}
