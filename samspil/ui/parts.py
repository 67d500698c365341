"""What the larger components are told, so that a query can hand a template one thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Band:
    """The lintel of a confidential room: its name, how many can see, and why this person can.

    `why` is the clause after "Du kan se dette, fordi"; `why_more` goes on with it where there is room.
    `sentence` stands instead of the two, as on the wall: "Gæsten venter udenfor. Døren er lukket."
    """

    name: str
    seen_by: int
    sheet_href: str
    why: str = ""
    why_more: str = ""
    draft: bool = False
    sentence: str = ""

    @property
    def seen_by_words(self) -> str:
        if self.draft:
            return "Kun du kan se dette"
        return f"{self.seen_by} {'person' if self.seen_by == 1 else 'personer'} kan se dette"


@dataclass(frozen=True)
class Viewer:
    """One who can see; `agency` is school, social, police or empty."""

    name: str
    initials: str
    seat: str
    agency: str = ""
    instead_of: str = ""
    until: date | None = None


@dataclass(frozen=True)
class ViewerGroup:
    """Those who can see for the same reason, under that reason as a heading."""

    heading: str
    viewers: Sequence[Viewer]
    legend: bool = False


@dataclass(frozen=True)
class Sheet:
    """Who can see a confidential room, and who never can."""

    count: int
    room: str
    purpose: str
    basis: str
    groups: Sequence[ViewerGroup]
    cannot: Sequence[str] = ()
    back_href: str = ""
    seen_href: str = ""
    objection_href: str = ""

    @property
    def count_words(self) -> str:
        return f"{self.count or 'Ingen'} {'person' if self.count == 1 else 'personer'} kan se dette"


@dataclass(frozen=True)
class Fact:
    """A quiet label over its value; a day is shown as a day."""

    label: str
    value: str | date
    more: str = ""

    @property
    def is_day(self) -> bool:
        return isinstance(self.value, date)
