"""How the log is told: sentences about who saw what, when and by which door. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samspil.lib import danish_dates

THINGS: Mapping[str, str] = {
    "case": "sagen",
    "concern": "bekymringen",
    "item": "punktet",
    "party": "partens noter",
    "list": "listen",
    "group": "indsatsen",
    "mediation": "mæglingen",
}
ONE_OF: Mapping[str, str] = {
    "case": "en sag",
    "concern": "en bekymring",
    "item": "et punkt",
    "party": "en parts noter",
    "list": "en liste",
    "group": "en indsats",
    "mediation": "en mægling",
}
PLACES: Mapping[str, str] = {
    "cases": "på sagens side",
    "concerns": "blandt bekymringerne",
    "decisions": "blandt beslutningerne",
    "desk": "på Min SSP",
    "desk.find": "ved at søge i Find",
    "documents": "blandt filerne",
    "intake": "i startimporten",
    "meetings": "i mødets papirer",
    "words": "blandt beskederne",
    "api": "gennem et andet system",
}
"""By the door, or the room of it. A mail or a calendar has no page and so no place."""

PATTERNS: Mapping[str, str] = {
    "many": "Mange unge inden for en time",
    "night": "Om natten",
    "surname": "Samme efternavn som den unge",
    "nothing_near": "Intet møde og ingen opgave i nærheden",
}
EARLIEST = 2000
"""No log is older than this year."""
VERDICTS: Mapping[str, str] = {
    "work": "Det hører til arbejdet",
    "ask": "Jeg spørger lederen",
    "follow": "Jeg går videre med det",
}


@dataclass(frozen=True)
class Moments:
    """The showings of one day."""

    first: datetime
    last: datetime
    times: int

    def words(self, today: date) -> str:
        """`ons. 9. dec. kl. 13.04`, or from when to when, and how often."""
        start = danish_dates.moment(self.first, today)
        end = danish_dates.clock_time(self.last)
        if end != danish_dates.clock_time(self.first):
            start = f"{start}–{end.removeprefix('kl. ')}"
        return f"{start}, {self.times} gange" if self.times > 1 else start


def thing(kinds: Iterable[str]) -> str:
    """`sagen`, `bekymringen og sagen`"""
    return danish_dates.listed(sorted({THINGS.get(kind, "rummet") for kind in kinds}))


def place(doors: Iterable[str], *, at_meeting: bool) -> str:
    """`på mødet`, `på sagens side og blandt filerne`; nothing for a door without a page."""
    rooms = {door if door in PLACES else door.split(".")[0] for door in doors}
    known = [PLACES[room] for room in sorted(rooms) if room in PLACES and not (at_meeting and room == "meetings")]
    return danish_dates.listed((["på mødet"] if at_meeting else []) + known)


def saw(what: str, moments: Moments, where: str, today: date) -> str:
    """`så sagen ons. 9. dec. kl. 13.04, på mødet`"""
    return ", ".join(part for part in (f"så {what} {moments.words(today)}", where) if part)


def tried(verb: str) -> str:
    """What somebody was not let into or not allowed to do, by the door or the act."""
    room = verb.partition(".")[0]
    where = PLACES.get(room, "") if room != "desk" else ""
    return f"prøvede at komme ind {where}".rstrip()


def handed_out(at: datetime, today: date) -> str:
    """What the operator's export was: a reading of everything, by nobody of the organisation."""
    return f"Hele kommunen blev udleveret {danish_dates.moment(at, today)} af driften."


def why_not_reason(text: str) -> str | None:
    return None if text.strip() else "Skriv kort hvorfor. Begrundelsen bliver gemt."


def month_of(text: str, today: date) -> date:
    """The month that the address asks for, never one ahead; else the present one."""
    year, _, number = text.partition("-")
    present = today.replace(day=1)
    if not (year.isascii() and year.isdecimal() and number.isascii() and number.isdecimal()):
        return present
    if not (1 <= int(number) <= len(danish_dates.MONTHS) and EARLIEST <= int(year) <= today.year):
        return present
    return min(present, date(int(year), int(number), 1))


def month_before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def month_words(month: date) -> str:
    return f"{danish_dates.MONTHS[month.month - 1]} {month.year}"
