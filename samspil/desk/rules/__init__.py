"""How Min SSP weighs days, and for whom it is which page. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from samspil.lib import danish_dates

SHOWN = 7
"""So many lines wait at the top; the rest is a click away."""
LATE, SOON = "late", "soon"
PREPARE = timedelta(days=7)
STEPS = (
    ("log-ind", "Log ind", "", ""),
    ("arbejdsplads", "Sig, hvor du arbejder", "", ""),
    ("hils", "Se, hvem du kan spørge", "/hvem-kan-jeg-spoerge/", "1 min."),
    ("laes", "Læs, hvordan du gør", "/sadan-goer-du/", "3 min."),
)
"""Slug, words, address, how long it takes. The first two are done by being here at all."""
DONE_BY_BEING_HERE = frozenset({"log-ind", "arbejdsplads"})


def day_words(due: date, today: date) -> tuple[str, str]:
    """`3 dage over`, `i dag`, `fre. 11. dec.`, and how pressing it is."""
    if due < today:
        return danish_dates.days_left(due, today), LATE
    return danish_dates.near_day(due, today), SOON if due == today else ""


def instant_words(deadline: datetime, now: datetime, *, pressing: bool) -> tuple[str, str]:
    words = danish_dates.time_left(deadline, now)
    return words, LATE if deadline < now else SOON if pressing else ""


def waiting_words(number: int) -> str:
    if number == 0:
        return "Ingenting venter på dig"
    return f"{number} ting venter på dig" if number > 1 else "1 ting venter på dig"


def step_href(slug: str) -> str | None:
    """Where a step leads that one takes by pressing it; None where there is no such step."""
    return next((href for name, _, href, _ in STEPS if name == slug and href), None)


def why_not_step_out(reason: str) -> str | None:
    return None if reason.strip() else "Skriv kort hvorfor. Det behøver ikke være mere end et par ord."


def doors(settings: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Whom everybody may call."""
    return list(settings.get("doors") or [])
