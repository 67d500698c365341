"""The rules of concerns as tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from samspil.concerns.rules import (
    Limits,
    State,
    acknowledge_by,
    answer_by,
    asks_notice,
    assess_by,
    clock_state,
    why_not_send,
    why_not_settle_notice,
    why_not_triage,
    why_not_write,
)
from samspil.concerns.rules.words import receipt_words, urgencies

SENT_AT = datetime(2026, 12, 23, 11, 44, tzinfo=UTC)
LIMITS = Limits(24, 48, 6)


@pytest.mark.parametrize(
    ("notified", "sparring", "acute", "hinted", "asked"),
    [
        ("yes", False, True, True, False),
        ("doubt", False, False, False, True),
        ("no", False, False, False, False),
        ("no", False, False, True, True),
        ("no", False, True, False, True),
        ("doubt", True, True, True, False),
    ],
)
def test_when_the_notification_is_in_question(
    notified: Any, sparring: Any, acute: Any, hinted: Any, asked: Any
) -> None:
    assert asks_notice(notified, sparring=sparring, acute=acute, hinted=hinted) is asked


@pytest.mark.parametrize(
    ("state", "outcome", "words", "sentence"),
    [
        (State(), "groundless", {}, None),
        (State(), "advice", {"answer": "råd"}, None),
        (State(), "advice", {"answer": "  "}, "råd"),
        (State(), "meeting", {"necessity": "fordi"}, None),
        (State(), "meeting", {}, "nødvendigt"),
        (State(), "case", {"necessity": " "}, "nødvendigt"),
        (State(sent=False), "groundless", {}, "ikke sendt"),
        (State(closed=True), "groundless", {}, "afsluttet"),
        (State(notice_in_doubt=True), "groundless", {}, "ikke afklaret"),
        (State(notice_in_doubt=True, notice="sent"), "groundless", {}, None),
        (State(notice_in_doubt=True), "meeting", {"necessity": "fordi"}, None),
        (State(sparring=True), "notify", {}, "uden navn"),
        (State(outcomes=("notify",)), "notify", {}, "allerede gjort"),
    ],
)
def test_what_can_be_chosen(state: Any, outcome: Any, words: Any, sentence: Any) -> None:
    found = why_not_triage(state, outcome, **words)
    assert (found is None) if sentence is None else (sentence in str(found))


@pytest.mark.parametrize(
    ("notice", "outcome", "reason", "possible"),
    [
        ("", "sent", "", True),
        ("", "not_needed", "", False),
        ("", "not_needed", "hjælpes", True),
        ("", "acknowledged", "", False),
        ("sent", "acknowledged", "", True),
        ("sent", "sent", "", False),
        ("acknowledged", "sent", "", False),
    ],
)
def test_steps_of_a_notification(notice: Any, outcome: Any, reason: Any, possible: Any) -> None:
    assert (why_not_settle_notice(State(notice=notice), outcome, reason) is None) is possible


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        (State(sent=False, notified="no"), True),
        (State(sent=False, sparring=True, named=False), True),
        (State(sent=False, sparring=True, seen=False), False),
        (State(sent=False, named=False, notified="no"), False),
        (State(sent=False, notified=""), False),
        (State(sent=True, notified="no"), False),
    ],
)
def test_what_can_be_sent(state: Any, possible: Any) -> None:
    assert (why_not_send(state) is None) is possible


def test_a_sent_concern_is_not_written_in() -> None:
    assert why_not_write(State(sent=False)) is None
    assert "sendt" in str(why_not_write(State(sent=True)))


@pytest.mark.requirement("L20")
def test_24_hours_run_through_nights_and_holidays() -> None:
    in_doubt = State(notice_in_doubt=True)
    assert assess_by(SENT_AT, in_doubt, LIMITS) == SENT_AT + timedelta(hours=24)
    assert assess_by(SENT_AT, in_doubt, replace(LIMITS, assess_hours=72)) == SENT_AT + timedelta(hours=24)
    assert assess_by(SENT_AT, in_doubt, replace(LIMITS, assess_hours=4)) == SENT_AT + timedelta(hours=4)
    assert assess_by(SENT_AT, State(), replace(LIMITS, assess_hours=36)) == SENT_AT + timedelta(hours=36)
    assert answer_by(SENT_AT, LIMITS) == SENT_AT + timedelta(hours=48)


@pytest.mark.requirement("L21")
def test_six_weekdays_jump_christmas_and_count_saturdays() -> None:
    assert acknowledge_by(date(2026, 12, 23), LIMITS) == date(2027, 1, 2)
    assert acknowledge_by(date(2026, 12, 7), LIMITS) == date(2026, 12, 14)


@pytest.mark.parametrize(("hours", "state"), [(0, ""), (35, ""), (36, "soon"), (48, "soon"), (49, "late")])
def test_a_clock_is_soon_in_its_last_quarter(hours: Any, state: Any) -> None:
    assert clock_state(SENT_AT, answer_by(SENT_AT, LIMITS), SENT_AT + timedelta(hours=hours)) == state


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (24, "torsdag 24. december."),
        (1, "i dag kl. 13.44."),
        (48, "fredag 25. december."),
        (240, "lørdag 2. januar 2027."),
    ],
)
def test_how_soon_it_is_read_follows_the_limit(hours: int, words: str) -> None:
    deadline = assess_by(SENT_AT, State(), replace(LIMITS, assess_hours=hours))
    assert urgencies(deadline, SENT_AT)[1][2] == f"Den, der tager imod, læser det senest {words}"


def test_the_receipt_follows_the_limit() -> None:
    assert [receipt_words(days) for days in (1, 6)] == [
        "De skal kvittere inden 1 hverdag.",
        "De skal kvittere inden 6 hverdage.",
    ]
