"""What a citizen's question is told by: a journal number, a place and a day, and never a name. Pure."""

import re
from collections.abc import Mapping
from datetime import date

from samspil.lib.cpr import CprError, parse

LONGEST = 30
FORM = re.compile(r"[0-9A-Za-z./-]{3,30}")
PERSON = re.compile(r"(?=((?:\d{2}[./-]?){3}\d{4}))")
"""However the day is parted, and wherever it stands among other digits."""
FEWEST_DIGITS, MOST_LETTERS = 3, 4
HOW = "Skriv journalnummeret, som det står i kommunens journal, for eksempel 27.03.00-G01-12-26. Skriv ikke et navn."
NO_PERSON = "Det ligner et CPR-nummer. Skriv journalnummeret i stedet."
PASSED = "Dagen er gået. Skriv en dag, der kommer."
LISTED, NOTHING = "listed", "nothing"
OUTCOMES: Mapping[str, str] = {
    LISTED: "Listen er lagt på journalnummeret",
    NOTHING: "Der er ingen oplysninger her",
}


def why_not_journal_number(text: str) -> str | None:
    """A number with a few capitals: what has the shape of a name or of a person's number is not taken."""
    if any(_is_person(found) for found in PERSON.findall(text)):
        return NO_PERSON
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    plain = FORM.fullmatch(text) and text.upper() == text
    return None if plain and letters <= MOST_LETTERS and digits >= FEWEST_DIGITS else HOW


def _is_person(found: str) -> bool:
    try:
        parse("".join(filter(str.isdigit, found)))
    except CprError:
        return False
    return True


def why_not_due(due: date, today: date) -> str | None:
    return PASSED if due < today else None


def answered_words(answered: int, keepers: int) -> str:
    """How many have answered, and how many have not."""
    if not keepers:
        return "Ingen passer på rum der lige nu"
    if answered >= keepers:
        return "Alle har svaret"
    return f"{answered} af {keepers} har svaret"


def begun_words(keepers: int) -> str:
    if not keepers:
        return "Anmodningen er oprettet. Ingen passer på rum der lige nu, så ingen har fået besked."
    return "De, der passer på rum der, har fået besked på Min SSP."
