"""What stands around every page: the municipality, the person, and the places this person may go."""

from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True)
class Entry:
    """One place in a menu, a row of tabs or a row of filters."""

    label: str
    href: str
    current: bool = False
    count: int | None = None
    icon: str = ""


@dataclass(frozen=True)
class Places:
    """The addresses that the shell itself links to."""

    home: str = "/"
    concern: str = "/bekymret/"
    meetings: str = "/moeder/"
    more: str = "/mere/"
    find: str = "/find/"
    me: str = "/mig/"
    login: str = "/log-ind/"
    practice: str = "/oev-dig/"
    privacy: str = "/oplysninger/"
    accessibility: str = "/tilgaengelighed/"


@dataclass(frozen=True)
class Shell:
    """Filled by the middleware as `request.shell`; without a person it is the shell of the public pages."""

    municipality_name: str = ""
    municipality_slug: str = ""
    person_name: str = ""
    title: str = ""
    initials: str = ""
    entries: tuple[Entry, ...] = ()
    may_raise_concern: bool = False
    may_search: bool = False
    """Whether this person may look for matters, and not for colleagues alone."""
    invented: bool = False
    """Public pages of a municipality that does not exist."""
    practice: bool = False
    """A practice room: nothing is real, and all of it goes at night."""
    practises: bool = False
    """Whether there is a practice room that this person may go into, or is in."""
    today: date | None = None
    meets: bool = True
    """Whether meetings are a place for this person at the foot of a phone."""
    path: str = "/"
    owner_key: str = ""
    """Names whose unsent text lies on this device, so that the next person there never gets it."""
    places: Places = field(default_factory=Places)

    @property
    def signed_in(self) -> bool:
        return bool(self.person_name)

    @property
    def colours_href(self) -> str:
        return f"/farver/{self.municipality_slug}.css" if self.municipality_slug else ""

    @property
    def shows_concern_button(self) -> bool:
        """The button is for those who do not have the same place in their menu."""
        in_menu = any(entry.href == self.places.concern for entry in self.entries)
        return self.may_raise_concern and not in_menu

    @property
    def shows_search(self) -> bool:
        """The page for finding has a box of its own."""
        return self.may_search and self.path != self.places.find

    @property
    def menu(self) -> tuple[Entry, ...]:
        """The entries, with the one marked whose page or whose part of the house this is."""
        if any(entry.current for entry in self.entries):
            return self.entries
        nearest = _nearest(self.path, [entry.href for entry in self.entries])
        return tuple(replace(entry, current=entry.href == nearest) for entry in self.entries)

    @property
    def tabs(self) -> tuple[Entry, ...]:
        """The places at the foot of a phone: only those that serve the person."""
        chosen = next((entry.href for entry in self.menu if entry.current), self.path)
        worried = (Entry("Jeg er bekymret", self.places.concern, icon="feedback"),) if self.may_raise_concern else ()
        tabs = (
            Entry("Min SSP", self.places.home, icon="home"),
            *worried,
            *((Entry("Møder", self.places.meetings, icon="calendar-month"),) if self.meets else ()),
            Entry("Mere", self.places.more, icon="menu"),
        )
        nearest = _nearest(chosen, [tab.href for tab in tabs[:-1]]) or self.places.more
        return tuple(replace(tab, current=tab.href == nearest) for tab in tabs)


def _nearest(path: str, places: list[str]) -> str:
    """The longest of these addresses that the path lies under; the front page only for itself."""
    over = [place for place in places if path == place or (place != "/" and path.startswith(place))]
    return max(over, key=len, default="")
