"""What a decision may be, and when a commitment may end, change hands or be taken back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from samspil.lib.danish_dates import plain_day

MATTERS = {"concern": "Bekymring", "case": "Sag"}
UNDO = timedelta(seconds=10)
GRACE = timedelta(seconds=5)
"""A slow line is no reason to refuse what the page still offered."""
DONE, DROPPED, RUNNING, UNDONE, HANDED_ON = "done", "dropped", "running", "undone", "handed_on"
ENDING = frozenset({DONE, DROPPED, HANDED_ON})
REPORT_WORDS = {
    DONE: "Gjort",
    DROPPED: "Bliver ikke til noget",
    RUNNING: "Er i gang",
    UNDONE: "Fortrudt",
    HANDED_ON: "Givet videre",
}


def matter_words(kind: str, on: date) -> str:
    """What a matter is called where no name may stand: `Bekymring fra 23. november 2026`."""
    return f"{MATTERS.get(kind, 'Punkt')} fra {plain_day(on)}"


@dataclass(frozen=True)
class Outcome:
    """A word of the municipality's list. `settles` ends the matter in this body; `promises` needs a commitment."""

    slug: str
    name: str
    settles: bool = False
    promises: bool = False


def outcomes(settings: Mapping[str, Any]) -> tuple[Outcome, ...]:
    """The municipality's own words for what was decided, in its order."""
    return tuple(Outcome(**one) for one in settings["decision_outcomes"])


def promising(settings: Mapping[str, Any]) -> Outcome:
    """What is meant where somebody promised something and nobody chose a word for it."""
    return next(one for one in outcomes(settings) if one.promises)


def outcome_of(settings: Mapping[str, Any], slug: str) -> Outcome | None:
    return next((one for one in outcomes(settings) if one.slug == slug), None)


def outcome_name(settings: Mapping[str, Any], slug: str) -> str:
    """The word for a decision that stands, also where the municipality has since taken it off its list."""
    outcome = outcome_of(settings, slug)
    return outcome.name if outcome else slug


def why_not_decide(outcome: Outcome | None, running: int, promised: int) -> str | None:
    if outcome is None:
        return "Vælg en af de beslutninger, der står på listen."
    if outcome.settles and running + promised:
        return "Der er stadig en åben aftale. Meld den færdig først, eller vælg, at I tager punktet op igen."
    if outcome.promises and not running + promised:
        return "Skriv, hvem der gør hvad og hvornår. Ellers er der ikke nogen aftale."
    return None


def why_not_report(ended_at: datetime | None) -> str | None:
    return "Aftalen er allerede afsluttet. Intet er ændret." if ended_at else None


def why_not_undo(outcome: str, reported_at: datetime, now: datetime) -> str | None:
    if outcome not in ENDING:
        return "Der er ikke noget at fortryde."
    if now - reported_at > UNDO + GRACE:
        return "Det er for længe siden til at fortryde. Aftal det igen på næste møde."
    return None


@dataclass(frozen=True)
class Action:
    """Something more that can be done with a matter, offered on the page of its agenda item."""

    label: str
    href: str


ItemAction = Callable[[Any, Any], Sequence[Action]]

item_actions: list[ItemAction] = []
"""Rooms that know of more to do with a `Submission` add `f(actor, submission) -> [Action]` here when they start."""


@dataclass(frozen=True)
class Came:
    """What came of bringing a matter on: a sentence, and where to go from there. `outcome` is what that leaves out."""

    words: str
    href: str = ""
    link: str = ""
    outcome: str = ""


came_of: dict[str, Callable[[Any, str], Came | None]] = {}
"""By the kind of circle that was opened; rooms above add `f(actor, circle key) -> Came` when they start."""
