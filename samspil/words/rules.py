"""What makes sense with a message now: sentences for the button and the command alike. Pure."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

LONGEST = 500
MATTERS = frozenset({"concern", "item", "case"})
"""The kinds of circle that hold one matter; in others there is nothing to write to each other about."""
FRESH = timedelta(days=14)
"""So long after the last answer, or after it was sent, the one who wrote is told how a message stands."""


def why_not_write(*, closed: bool) -> str | None:
    return "Rummet er lukket. Der kan ikke skrives flere beskeder her." if closed else None


def why_not_send(*, closed: bool, text: str, chosen: Collection[int], there: Collection[int]) -> str | None:
    """`there` are the seats that can be written to now."""
    if not text.strip():
        return "Skriv, hvad du vil sige."
    if len(text) > LONGEST:
        return f"Beskeden er for lang. Der er plads til {LONGEST} tegn."
    if not chosen:
        return "Vælg mindst én."
    if not set(chosen) <= set(there):
        return "En af dem, du valgte, kan ikke svare her. Vælg igen. Beskeden er ikke sendt."
    return why_not_write(closed=closed)


def why_not_answer(*, mine: bool, done: bool, closed: bool, text: str) -> str | None:
    if not mine:
        return "Beskeden er skrevet til en anden."
    if done:
        return "Du har allerede svaret. Intet er ændret."
    if len(text) > LONGEST:
        return f"Svaret er for langt. Der er plads til {LONGEST} tegn."
    return why_not_write(closed=closed)


def state_words(*, wants_answer: bool, done: bool, answered: bool) -> str:
    """How it stands with one receiver."""
    if answered:
        return "har svaret"
    if done:
        return "har klaret det" if wants_answer else "har set den"
    return "har ikke svaret endnu" if wants_answer else "har ikke set den endnu"


def followed_words(done: Sequence[datetime | None], *, wants_answer: bool) -> str:
    """How one's own message stands with all of its receivers: `1 af 2 har svaret.`"""
    verb = "svaret" if wants_answer else "set den"
    finished = sum(1 for one in done if one)
    if not finished:
        return f"Ingen har {verb} endnu." if len(done) > 1 else f"er ikke {'besvaret' if wants_answer else 'set'}."
    if finished == len(done):
        return "er besvaret." if wants_answer else "er set."
    return f"{finished} af {len(done)} har {verb}."


def is_told(sent: datetime, done: Sequence[datetime | None], now: datetime, *, wants_answer: bool) -> bool:
    """Whether the one who wrote is told of it: while it waits for an answer, and some days after the last one."""
    if wants_answer and None in done:
        return True
    return max([sent, *(one for one in done if one)]) >= now - FRESH
