"""Initials for avatars and for the wall at a meeting."""

import unicodedata


def initials(name: str) -> str:
    """First letters of first and last name: `Anna Holm Jensen` is `AJ`; `?` without a letter."""
    words = unicodedata.normalize("NFC", name).split()
    letters = [letter for word in words if (letter := _first_letter(word))]
    return "".join((*letters[:1], *letters[1:][-1:])) or "?"


def _first_letter(word: str) -> str:
    letter = next((character for character in word if character.isalpha()), "")
    return letter.upper()[:1]
