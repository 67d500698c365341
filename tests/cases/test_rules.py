"""The sentences of cases as a table."""

from datetime import date
from typing import Any

import pytest

from samspil.cases import rules

TODAY, TOMORROW, YESTERDAY = date(2026, 12, 9), date(2026, 12, 10), date(2026, 12, 8)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        (rules.why_not_open(people=1, already=False), None),
        (rules.why_not_open(people=0, already=False), "hvem det drejer sig om"),
        (rules.why_not_open(people=1, already=True), "allerede åbnet"),
        (rules.why_not_lead(closed=False, able=True), None),
        (rules.why_not_lead(closed=False, able=False), "kunne se sagen"),
        (rules.why_not_their_turn(leads=True), None),
        (rules.why_not_their_turn(leads=False), "Det er tovholderen"),
        (rules.why_not_follow_up(closed=False, due=TODAY, today=TODAY), None),
        (rules.why_not_follow_up(closed=False, due=YESTERDAY, today=TODAY), "er gået"),
        (rules.why_not_follow_up(closed=True, due=TOMORROW, today=TODAY), "er lukket"),
        (rules.why_not_hold(closed=False, held=True), "allerede holdt"),
        (rules.why_not_close(closed=False, commitments=0, notifications=0), None),
        (rules.why_not_close(closed=False, commitments=1, notifications=0), "en aftale"),
        (rules.why_not_close(closed=False, commitments=2, notifications=0), "2 aftaler"),
        (rules.why_not_close(closed=False, commitments=2, notifications=1), "underretning"),
        (rules.why_not_close(closed=True, commitments=0, notifications=0), "allerede lukket"),
        (rules.why_not_reopen(closed=True), None),
        (rules.why_not_reopen(closed=False), "er åben"),
        (rules.why_not_bring(closed=False, waiting=True), "næste møde"),
        (rules.why_not_correct(closed=False, own=False, brought=False, same=False), "Kun den, der skrev noten"),
        (rules.why_not_correct(closed=False, own=True, brought=True, same=False), "taget med, som det blev sagt"),
        (rules.why_not_correct(closed=False, own=True, brought=False, same=True), "ikke rettet noget endnu"),
        (rules.why_not_replace(replaced=True), "rettet, mens du skrev"),
        (rules.why_not_there(member=False), "ikke plads"),
    ],
)
def test_a_rule_says_why_in_one_sentence(sentence: Any, says: Any) -> None:
    assert sentence is None if says is None else says in str(sentence)


def test_words_and_days_come_from_the_municipality() -> None:
    own = {
        "closing_reasons": [
            {"key": "a", "name": "A", "closes": ["case"]},
            {"key": "b", "name": "B", "closes": ["item"]},
        ]
    }
    assert rules.closing_reasons(own) == [("a", "A")]
    assert rules.reading_days({"closed_reading_days": 5}) == 5
