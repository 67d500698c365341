"""Promises: told how they went, taken back within seconds, handed on; by those who may, and not by others."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.decisions import commands, rules
from samspil.decisions.models import Commitment, CommitmentReport
from samspil.decisions.queries import my_commitments, my_due, open_commitment, running_in
from samspil.lib import clock
from samspil.meetings.commands import writing
from samspil.meetings.commands.agenda import build_agenda
from tests.meetings.matters import bring_matter, item_of, lay_meeting, seat_of

WHAT = "Følger ham til klubben"


@pytest.fixture
def promised(world: Any, acting: Any) -> Any:
    """The key of what Ali promised, and where."""
    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        build_agenda(anna, meeting)
        item = bring_matter(anna, meeting)
        promise = commands.Promise(seat_of(anna, world.people["ali"]), WHAT, clock.today() + timedelta(days=7))
        writing.decide(anna, item, meeting_key=meeting.key, outcome="commitment", promises=(promise,))
        return Commitment.objects.get().key, meeting.key, item.key


def test_a_promise_is_its_holder_s_until_told_of(world: Any, acting: Any, promised: Any) -> None:
    key, _, _ = promised
    with acting("ali") as ali:
        assert [one.what for one in my_commitments(ali)] == [WHAT]
        assert [one["key"] for one in my_due(ali)] == [key]
        commitment = open_commitment(ali, key)
        commands.report_commitment(ali, commitment, outcome=rules.RUNNING, text="Første gang gik godt")
        assert running_in(commitment.circle).count() == 1
        commands.report_commitment(ali, commitment, outcome=rules.DONE)
        assert list(my_commitments(ali)) == []
        with pytest.raises(Refusal, match="allerede afsluttet"):
            commands.report_commitment(ali, commitment, outcome=rules.DONE)
    with acting("bo") as bo:
        assert list(my_commitments(bo)) == []
        assert open_commitment(bo, key).ended_at is not None


def test_an_outsider_and_a_stranger_cannot_tell_of_it(world: Any, acting: Any, promised: Any) -> None:
    with acting("ali") as ali:
        commitment = open_commitment(ali, promised[0])
    for who in ("uffe", "karl"):
        with acting(who) as actor, pytest.raises(NotAllowed):
            commands.report_commitment(actor, commitment, outcome=rules.DONE)
    with acting("ali") as ali:
        assert (
            commands.report_commitment(ali, open_commitment(ali, promised[0]), outcome=rules.DONE).outcome == rules.DONE
        )


def test_a_tick_is_taken_back_within_seconds_by_a_row(world: Any, acting: Any, promised: Any, clock_at: Any) -> None:
    start = clock.now()
    clock_at(start)
    with acting("ali") as ali:
        commitment = open_commitment(ali, promised[0])
        commands.report_commitment(ali, commitment, outcome=rules.DONE)
        commands.undo_report(ali, commitment)
        assert open_commitment(ali, promised[0]).ended_at is None
        assert [one.outcome for one in CommitmentReport.objects.order_by("pk")] == [rules.DONE, rules.UNDONE]
        with pytest.raises(Refusal, match="ikke noget at fortryde"):
            commands.undo_report(ali, commitment)
        commands.report_commitment(ali, commitment, outcome=rules.DONE)
        clock_at(start + timedelta(minutes=1))
        with pytest.raises(Refusal, match="for længe siden"):
            commands.undo_report(ali, commitment)


def test_a_promise_is_handed_on_with_its_words(world: Any, acting: Any, promised: Any) -> None:
    with acting("ali") as ali:
        old = open_commitment(ali, promised[0])
        new = commands.hand_on(ali, old, tenure=seat_of(ali, world.people["mette"]))
        assert (new.what, new.due) == (old.what, old.due)
        assert list(my_commitments(ali)) == []
    with acting("mette") as mette:
        assert [one.key for one in my_commitments(mette)] == [new.key]
    with acting("uffe") as uffe, pytest.raises(NotAllowed):
        commands.hand_on(uffe, new, tenure=new.tenure)


def test_a_matter_is_not_settled_over_a_running_promise(world: Any, acting: Any, promised: Any) -> None:
    _, meeting_key, item_key = promised
    with acting("anna") as anna:
        item = item_of(anna, meeting_key, item_key)
        with pytest.raises(Refusal, match="åben aftale"):
            writing.decide(anna, item, meeting_key=meeting_key, outcome="nothing")
        commands.report_commitment(anna, Commitment.objects.get(), outcome=rules.DROPPED, text="Klubben er lukket")
        writing.decide(anna, item, meeting_key=meeting_key, outcome="nothing")
        assert item_of(anna, meeting_key, item_key).submission.settled_at is not None


def test_a_promise_without_a_decision(world: Any, acting: Any, promised: Any) -> None:
    _, meeting_key, item_key = promised
    with acting("mette") as mette:
        submission = item_of(mette, meeting_key, item_key).submission
        mine = commands.Promise(seat_of(mette, world.people["mette"]), "Spørger klassen", clock.today())
        assert commands.promise(mette, submission, promised=mine).decision is None
    with acting("uffe") as uffe, pytest.raises(NotAllowed):
        commands.promise(uffe, submission, promised=mine)


def test_outcomes_are_the_municipality_s() -> None:
    lofte = {"slug": "lofte", "name": "Løfte", "promises": True}
    own = {"decision_outcomes": [{"slug": "slut", "name": "Slut", "settles": True}, lofte]}
    ends = rules.Outcome("slut", "Slut", settles=True)
    assert rules.outcomes(own) == (ends, rules.promising(own))
    assert (rules.outcome_of(own, "slut"), rules.promising(own).slug) == (ends, "lofte")
    assert rules.outcome_name(own, "gone") == "gone"
    unknown = rules.outcome_of(own, "gone")
    assert rules.why_not_decide(unknown, 0, 0) == "Vælg en af de beslutninger, der står på listen."
