"""Deciding about what was brought, promising, and telling how a promise went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.circles.commands import disclose
from samspil.circles.models import Circle, YoungPerson
from samspil.decisions import rules
from samspil.decisions.models import Commitment, CommitmentReport, Decision, Submission
from samspil.decisions.queries import running_in
from samspil.lib import clock
from samspil.lib.excerpts import Excerpt
from samspil.organisation.models import Tenure
from samspil.organisation.queries import why_shared


@dataclass(frozen=True)
class Promise:
    """Who does what by when."""

    tenure: Tenure
    what: str
    due: date


def joint_act(actor: Actor, circle: Circle, work: str) -> int | None:
    """The act for what several agencies write together, on the circle's own basis; None where nothing is shared.

    `work` is the kind of joint work; why it is necessary is the municipality's own sentence.
    """
    if not circle.named:
        return None
    return disclose(actor, circle, basis=circle.basis, necessity=why_shared(circle.municipality.settings, work))


def carry(young: YoungPerson, circle: Circle, act: int) -> YoungPerson:
    """Whom it is about goes along: name, age and school; CPR, address and relatives do not (law L2)."""
    return YoungPerson.objects.create(
        circle=circle,
        act_id=act,
        name=young.name,
        sort_key=young.sort_key,
        birth_date=young.birth_date,
        school=young.school,
        school_class=young.school_class,
        protected_address=young.protected_address,
    )


@command(Can.ITEM_WRITE)
def submit(
    actor: Actor,
    circle: Circle,
    *,
    body: Any,
    title: str,
    reason: str,
    act_id: int | None,
    about: tuple[str, str] = ("", ""),
) -> Submission:
    """Bring a matter to a body, in the matter's own circle there. `about` is kind and key of what it is about."""
    return submitted(circle, body, title=title, reason=reason, act_id=act_id, about=about)


def submitted(  # noqa: PLR0913  # the facts of a matter, all by name
    circle: Circle,
    body: Any,
    *,
    title: str,
    reason: str,
    act_id: int | None = None,
    about: tuple[str, str] = ("", ""),
    settled: bool = False,
    excerpts: Iterable[Excerpt] = (),
) -> Submission:
    """Write the matter down, for commands that have asked for another capability than `submit` does."""
    kind, key = about
    return Submission.objects.create(
        circle=circle,
        body=body,
        title=title,
        reason=reason,
        act_id=act_id,
        subject_kind=kind,
        subject_key=key,
        excerpts=[one.stored() for one in excerpts],
        settled_at=clock.now() if settled else None,
    )


@command(Can.DECISION_WRITE)
def record_decision(
    actor: Actor,
    submission: Submission,
    *,
    outcome: str,
    text: str = "",
    meeting_key: str = "",
    promises: tuple[Promise, ...] = (),
) -> Decision:
    """Decide about a closed matter; a settling outcome ends it in this body."""
    return _decide(actor, submission, outcome, text, meeting_key, promises)


@command(Can.MEETING_CONVENE)
def record_open_decision(
    actor: Actor,
    submission: Submission,
    *,
    outcome: str,
    text: str = "",
    meeting_key: str = "",
    promises: tuple[Promise, ...] = (),
) -> Decision:
    """Decide about a matter of a body's open circle."""
    return _decide(actor, submission, outcome, text, meeting_key, promises)


@command(Can.COMMITMENT_WRITE)
def promise(actor: Actor, submission: Submission, *, promised: Promise) -> Commitment:
    """A commitment without a decision, in a closed matter."""
    return _promise(submission, promised, None, joint_act(actor, submission.circle, "promise"))


@command(Can.ITEM_WRITE)
def unsettle(actor: Actor, submission: Submission) -> None:
    """A commitment runs in it after all, so the body's next meeting takes it up."""
    submission.settled_at = None
    submission.save(update_fields=["settled_at"])


@command(Can.COMMITMENT_WRITE)
def report_commitment(actor: Actor, commitment: Commitment, *, outcome: str, text: str = "") -> CommitmentReport:
    """How it went: done, dropped or still running."""
    return _report(actor, commitment, outcome, text)


@command(Can.OPEN_WRITE)
def report_open_commitment(actor: Actor, commitment: Commitment, *, outcome: str, text: str = "") -> CommitmentReport:
    return _report(actor, commitment, outcome, text)


@command(Can.COMMITMENT_WRITE)
def undo_report(actor: Actor, commitment: Commitment) -> CommitmentReport:
    """Take the last report back, within seconds; both reports stay."""
    return _undo(actor, commitment)


@command(Can.OPEN_WRITE)
def undo_open_report(actor: Actor, commitment: Commitment) -> CommitmentReport:
    return _undo(actor, commitment)


@command(Can.COMMITMENT_WRITE)
def hand_on(actor: Actor, commitment: Commitment, *, tenure: Tenure) -> Commitment:
    """Somebody else takes the promise over: the old one ends, and a new one with the same words begins."""
    _report(actor, commitment, rules.HANDED_ON, "")
    act = joint_act(actor, commitment.circle, "promise")
    taken = Promise(tenure, commitment.what, commitment.due)
    return Commitment.objects.create(
        circle=commitment.circle,
        submission_id=commitment.submission_id,
        decision_id=commitment.decision_id,
        act_id=act,
        **vars(taken),
    )


def _decide(  # noqa: PLR0917  # both commands have them so
    actor: Actor, submission: Submission, slug: str, text: str, meeting_key: str, promises: tuple[Promise, ...]
) -> Decision:
    outcome = rules.outcome_of(actor.settings, slug)
    running = running_in(submission.circle_id).filter(submission=submission).count()
    if sentence := rules.why_not_decide(outcome, running, len(promises)):
        raise Refusal(sentence)
    act = joint_act(actor, submission.circle, "decision")
    decision = Decision.objects.create(
        circle=submission.circle, submission=submission, meeting_key=meeting_key, outcome=slug, text=text, act_id=act
    )
    for promised in promises:
        _promise(submission, promised, decision, act)
    submission.settled_at = clock.now() if outcome and outcome.settles else None
    submission.save(update_fields=["settled_at"])
    return decision


def _promise(submission: Submission, promised: Promise, decision: Decision | None, act: int | None) -> Commitment:
    return Commitment.objects.create(
        circle=submission.circle, submission=submission, decision=decision, act_id=act, **vars(promised)
    )


def _report(actor: Actor, commitment: Commitment, outcome: str, text: str) -> CommitmentReport:
    if sentence := rules.why_not_report(commitment.ended_at):
        raise Refusal(sentence)
    if outcome in rules.ENDING:
        commitment.ended_at = clock.now()
        commitment.save(update_fields=["ended_at"])
    return _write_report(actor, commitment, outcome, text)


def _undo(actor: Actor, commitment: Commitment) -> CommitmentReport:
    last = commitment.reports.order_by("-pk").first()
    if last is None:
        raise Refusal("Der er ikke noget at fortryde.")
    if sentence := rules.why_not_undo(last.outcome, last.written_at, clock.now()):
        raise Refusal(sentence)
    commitment.ended_at = None
    commitment.save(update_fields=["ended_at"])
    return _write_report(actor, commitment, rules.UNDONE, "")


def _write_report(actor: Actor, commitment: Commitment, outcome: str, text: str) -> CommitmentReport:
    act = joint_act(actor, commitment.circle, "report")
    return CommitmentReport.objects.create(
        circle=commitment.circle, commitment=commitment, outcome=outcome, text=text, act_id=act
    )
