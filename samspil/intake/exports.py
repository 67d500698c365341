"""The empty files to fill in: the columns, and nothing else."""

from samspil.intake.rules import CASES, COMMITMENTS, Sheet
from samspil.lib.tables import TableFile, csv_file, xlsx_file

SHEETS = {sheet.slug: sheet for sheet in (CASES, COMMITMENTS)}


def template(slug: str, ending: str) -> TableFile | None:
    sheet: Sheet | None = SHEETS.get(slug)
    if sheet is None:
        return None
    name = f"startimport-{slug}"
    made = {
        "csv": lambda: csv_file(name, sheet.names, ()),
        "xlsx": lambda: xlsx_file(name, sheet.name, sheet.names, ()),
    }
    return made[ending]() if ending in made else None
