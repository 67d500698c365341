"""What a citizen's question is told by: a journal number, a place and a day, and never a name. Pure."""

import re
from collections.abc import Mapping
from datetime import date

from samspil.lib.cpr import CprError, parse

LONGEST = 30
FORM = re.compile(r"[0-9A-Za-z./-]{3,30}")
WORD = re.compile(r"[A-Za-z]{4,}")
PERSON = re.compile(r"\d{6}-?\d{4}")
FEWEST_DIGITS = 3
HOW = "Skriv journalnummeret, som det står i kommunens journal, for eksempel 27.03.00-G01-12-26. Skriv ikke et navn."
NO_PERSON = "Det ligner et CPR-nummer. Skriv journalnummeret i stedet."
PASSED = "Dagen er gået. Skriv en dag, der kommer."
LISTED, NOTHING = "listed", "nothing"
OUTCOMES: Mapping[str, str] = {
    LISTED: "Listen er lagt på journalnummeret",
    NOTHING: "Der er ingen oplysninger her",
}


def why_not_journal_number(text: str) -> str | None:
    """A number with a few letters: whatever could be a name or a person's number is not taken."""
    if any(_is_person(found) for found in PERSON.findall(text)):
        return NO_PERSON
    plain = FORM.fullmatch(text) and not WORD.search(text)
    return None if plain and sum(letter.isdigit() for letter in text) >= FEWEST_DIGITS else HOW


def _is_person(digits: str) -> bool:
    try:
        parse(digits)
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
