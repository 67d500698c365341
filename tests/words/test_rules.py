"""Sentences of messages as tables."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from samspil.words import rules

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FINE: dict[str, Any] = {"closed": False, "text": "Ring.", "chosen": [1], "there": [1, 2]}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, None),
        ({"text": " "}, "Skriv, hvad"),
        ({"text": "a" * 501}, "for lang"),
        ({"chosen": []}, "Vælg mindst én"),
        ({"chosen": [1, 3]}, "kan ikke svare her"),
        ({"closed": True}, "lukket"),
    ],
)
def test_why_not_send(said: dict[str, Any], words: str | None) -> None:
    sentence = rules.why_not_send(**{**FINE, **said})
    assert sentence is None if words is None else words in str(sentence)


@pytest.mark.parametrize(
    ("mine", "done", "closed", "text", "words"),
    [
        (True, False, False, "", None),
        (False, False, False, "", "til en anden"),
        (True, True, False, "", "allerede svaret"),
        (True, False, True, "", "lukket"),
        (True, False, False, "a" * 501, "for langt"),
    ],
)
def test_why_not_answer(mine: bool, done: bool, closed: bool, text: str, words: str | None) -> None:  # noqa: FBT001  # from the table above
    sentence = rules.why_not_answer(mine=mine, done=done, closed=closed, text=text)
    assert sentence is None if words is None else words in str(sentence)


@pytest.mark.parametrize(
    ("asks", "done", "words"),
    [
        (True, [None], "er ikke besvaret."),
        (False, [None], "er ikke set."),
        (True, [NOW], "er besvaret."),
        (False, [NOW, NOW], "er set."),
        (True, [NOW, None], "1 af 2 har svaret."),
        (False, [None, None], "Ingen har set den endnu."),
    ],
)
def test_how_one_s_own_message_stands(asks: bool, done: list[datetime | None], words: str) -> None:  # noqa: FBT001  # from the table above
    assert rules.followed_words(done, wants_answer=asks) == words


@pytest.mark.parametrize(
    ("asks", "done", "after", "told"),
    [
        (True, [None], 80, True),
        (False, [None], 80, False),
        (False, [None], 3, True),
        (True, [NOW], 13, True),
        (True, [NOW], 15, False),
    ],
)
def test_how_long_one_is_told(asks: bool, done: list[datetime | None], after: int, told: bool) -> None:  # noqa: FBT001  # from the table above
    assert rules.is_told(NOW, done, NOW + timedelta(days=after), wants_answer=asks) is told
