from dataclasses import replace
from typing import Any

import pytest

from samspil.accounts import rules
from samspil.accounts.rules import Colleague

ANNA = Colleague(
    circle_id=1,
    key="bcdfghjkmn",
    name="Anna Holm",
    email="anna@lillerup.example",
    seats=("SSP-konsulent, SSP-teamet",),
    ours=True,
    me=False,
    has_account=True,
    active=True,
    factors=1,
    needs_factor=True,
    last_login=None,
    invited_until=None,
    recovery_key="",
    recovery_reason="",
    recovery_by="",
    recovery_mine=False,
)
NEW: dict[str, Any] = {"has_account": False, "active": False}
ASKED: dict[str, Any] = {"recovery_key": "k", "recovery_by": "Asta Kontor"}


@pytest.mark.parametrize(
    ("why_not", "facts", "words"),
    [
        (rules.why_not_invite, NEW, None),
        (rules.why_not_invite, {}, "har allerede en konto"),
        (rules.why_not_invite, NEW | {"email": ""}, "ingen arbejdsmail"),
        (rules.why_not_invite, NEW | {"ours": False}, "en anden kommune"),
        (rules.why_not_lock, {}, None),
        (rules.why_not_lock, {"me": True}, "din egen konto"),
        (rules.why_not_lock, {"active": False}, "allerede låst"),
        (rules.why_not_lock, NEW, "ingen konto"),
        (rules.why_not_unlock, {"active": False}, None),
        (rules.why_not_unlock, {}, "ikke låst"),
        (rules.why_not_ask_recovery, {}, None),
        (rules.why_not_ask_recovery, NEW, "Send en invitation"),
        (rules.why_not_ask_recovery, ASKED, "Asta Kontor har allerede"),
        (rules.why_not_ask_recovery, {"me": True}, "din egen konto"),
        (rules.why_not_approve, ASKED, None),
        (rules.why_not_approve, {}, "Ingen har bedt om"),
        (rules.why_not_approve, ASKED | {"recovery_mine": True}, "En anden administrator"),
        (rules.why_not_approve, ASKED | {"me": True}, "din egen konto"),
        (rules.why_not_refuse, ASKED | {"recovery_mine": True}, None),
        (rules.why_not_refuse, {}, "Ingen har bedt om"),
    ],
)
def test_what_an_administrator_may_do_now(why_not: Any, facts: dict[str, Any], words: str | None) -> None:
    answer = why_not(replace(ANNA, **facts))
    assert (answer is None) if words is None else words in answer


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "Vent 1 sekund,"),
        (59, "Vent 59 sekunder,"),
        (60, "Vent 1 minut,"),
        (61, "Vent 2 minutter,"),
        (900, "15 min"),
    ],
)
def test_the_wait_in_words(seconds: int, words: str) -> None:
    assert words in rules.wait_sentence(seconds)


def test_the_demos_line_is_of_the_widest_act() -> None:
    assert "Vurdér" in rules.what_to_try(frozenset({"open.read", "concern.triage", "concern.raise"}))
    assert "loggen" in rules.what_to_try(frozenset({"open.read", "log.read"}))
    assert "organisationen" in rules.what_to_try(frozenset({"open.read", "figures.read"}))
    assert "åbne del" in rules.what_to_try(frozenset({"open.read"}))
    assert rules.what_to_try(frozenset()) == rules.NOTHING_TO_TRY
    assert rules.place_among_tries(rules.NOTHING_TO_TRY) == len(rules.TRIES)
