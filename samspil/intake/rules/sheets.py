"""From the tables of a file to the lines of cases and commitments, by the columns' names."""

from collections.abc import Iterable

from samspil.intake.rules.carrying import LONGEST, LONGEST_CELL, MOST, Carried, Told, carried_text, plain
from samspil.intake.rules.columns import BORN, CASES, COMMITMENTS, CPR, PROBLEM, WHAT, Sheet
from samspil.lib.table_intake import Row, Table, TableError

MOST_CASES, MOST_COMMITMENTS = MOST[CASES.slug], MOST[COMMITMENTS.slug]
NOTHING = "Ingenting er hentet eller gemt."


def carried_of(tables: Iterable[Table]) -> Carried:
    """Raises `TableError` with a sentence where the columns are others than ours, or there is nothing in them."""
    found: dict[str, tuple[Told, ...]] = {}
    for table in tables:
        if table.rows:
            sheet, lines = _sheet(table.rows)
            if sheet.slug in found:
                raise TableError(f"Der er to ark med {sheet.name.lower()}. {NOTHING} Saml dem i ét.")
            found[sheet.slug] = lines
    carried = Carried(found.get(CASES.slug, ()), found.get(COMMITMENTS.slug, ()))
    if not carried.cases and not carried.commitments:
        raise TableError(f"Der står ingen linjer under overskrifterne. {NOTHING} Se efter, at det er den rigtige fil.")
    _hold_to_size(CASES, len(carried.cases), MOST_CASES)
    _hold_to_size(COMMITMENTS, len(carried.commitments), MOST_COMMITMENTS)
    _hold_to_length(carried)
    return carried


def _hold_to_length(carried: Carried) -> None:
    """What the page could not carry on to the act is told by the line at which it becomes too much."""
    if len(carried_text(carried)) <= LONGEST:
        return
    for sheet, lines in ((CASES, carried.cases), (COMMITMENTS, carried.commitments)):
        for count, line in enumerate(lines, start=1):
            upto = Carried(lines[:count], ()) if sheet is CASES else Carried(carried.cases, lines[:count])
            if len(carried_text(upto)) > LONGEST:
                raise TableError(
                    f"Linje {line.number} i {sheet.name.lower()} er der ikke plads til: så meget tekst kan ikke hentes "
                    f"på én gang. {NOTHING} Del arket dér, og hent det i flere omgange."
                )


def _hold_to_size(sheet: Sheet, number: int, most: int) -> None:
    if number > most:
        raise TableError(
            f"Der er {number} {sheet.name.lower()}, og der er plads til {most} ad gangen. {NOTHING} "
            "Del arket, og hent det i flere omgange."
        )


def _sheet(rows: tuple[Row, ...]) -> tuple[Sheet, tuple[Told, ...]]:
    head, *lines = rows
    named = [plain(cell).casefold() for cell in head.cells]
    sheet = next((one for one, mark in ((CASES, PROBLEM), (COMMITMENTS, WHAT)) if mark.casefold() in named), None)
    if sheet is None:
        raise TableError(
            f"Linje {head.number} har ikke de overskrifter, der skal bruges. {NOTHING} "
            "Overskrifterne skal stå øverst. Hent skabelonen, og brug dens."
        )
    places = _places(sheet, head.number, named)
    return sheet, tuple(_told(line, places) for line in lines)


def _places(sheet: Sheet, number: int, named: list[str]) -> dict[str, int]:
    """Where each of our columns stands. What we did not ask for is refused: no more comes in than is needed."""
    known = {name.casefold(): name for name in sheet.names}
    for place, name in enumerate(named, start=1):
        if name and name not in known:
            raise TableError(
                f"Kolonne {place} på linje {number} er ikke en af dem, der hentes. {NOTHING} "
                "Slet kolonnen: kun det, der er brug for, skal med."
            )
        if name and named.count(name) > 1:
            raise TableError(f"Kolonnen {known[name]} står der to gange. {NOTHING} Slet den ene.")
    missing = next((name for name in sheet.needed if name.casefold() not in named), "")
    if not missing and not {BORN.casefold(), CPR.casefold()} & set(named):
        missing = BORN
    if missing:
        raise TableError(f"Kolonnen {missing} mangler i {sheet.name.lower()}. {NOTHING} Hent skabelonen, og brug dens.")
    return {known[name]: place for place, name in enumerate(named) if name}


def _told(line: Row, places: dict[str, int]) -> Told:
    if any(plain(cell) for place, cell in enumerate(line.cells) if place not in places.values()):
        raise TableError(f"Linje {line.number} har noget i en kolonne uden overskrift. {NOTHING} Slet det.")
    cells = {name: plain(line.cells[place]) for name, place in places.items() if place < len(line.cells)}
    long = next((name for name, text in cells.items() if len(text) > LONGEST_CELL), None)
    if long:
        raise TableError(f"{long} på linje {line.number} er over {LONGEST_CELL} tegn. {NOTHING} Skriv det kortere.")
    return Told(line.number, {name: text for name, text in cells.items() if text})
