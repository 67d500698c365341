"""What the box for finding says, and how much it shows. Pure."""

import re

SHORTEST, MOST_WORDS = 2, 6
WORD = re.compile(r"[^\W_]+")
MOST = 50
"""Hits in all; whoever needs more writes more of the name."""
MOST_OF_ORGANISATION = 20
EXCERPT, BEFORE = 140, 50
PAUSE = "Du har søgt mange gange på kort tid. Vent et minut, og prøv igen. Det, du skrev, står her endnu."
TOO_SHORT = "Skriv mindst to bogstaver."


def asked_words(text: str) -> tuple[str, ...]:
    """The words of a search that are long enough to look for, each once, and no more than six."""
    return tuple(dict.fromkeys(word for word in WORD.findall(text) if len(word) >= SHORTEST))[:MOST_WORDS]


def excerpt(text: str, words: tuple[str, ...]) -> str:
    """A piece of a text around the first word that stands in it."""
    flat = " ".join(text.split())
    places = [place for word in words if (place := flat.casefold().find(word.casefold())) >= 0]
    start = max(0, min(places, default=0) - BEFORE)
    start = flat.rfind(" ", 0, start) + 1 if start else 0
    piece = flat[start : start + EXCERPT]
    return f"{'… ' if start else ''}{piece}{' …' if start + EXCERPT < len(flat) else ''}"
