"""The few things that Min SSP itself writes. All else is an act of the room that it is about."""

from datetime import date
from typing import Any

from django.db import connection

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command, describe, record
from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.relation import may
from samspil.circles.commands import exclude
from samspil.circles.models import Circle
from samspil.circles.queries.searches import search_digest
from samspil.decisions import commands as decisions
from samspil.decisions.models import Commitment
from samspil.decisions.rules import DONE
from samspil.desk import rules
from samspil.desk.models import FirstStep
from samspil.desk.queries.access import AccessRequest as Asked
from samspil.desk.queries.access import AskedOfMe, Place
from samspil.desk.queries.found import Found, found_by
from samspil.desk.queries.officer import Colleague, LogOffice, Oddity, SpotCheck
from samspil.desk.rules import access_words, log_words
from samspil.lib import clock
from samspil.lib.sort_key import sort_key
from samspil.organisation.models import Person


def take_step(actor: Actor, slug: str) -> None:
    """Remember that this first step is taken; again changes nothing."""
    record("desk.take_step", None, f"step:{slug}")
    FirstStep.objects.bulk_create([FirstStep(person_id=actor.person_id, slug=slug)], ignore_conflicts=True)


def find(actor: Actor, words: tuple[str, ...]) -> Found:
    """Search, and write down that it was searched: the words as a keyed digest, the hits as counts."""
    return found_by(actor, words, search_digest(actor, " ".join(map(sort_key, words)), "desk.find"))


def keep_promise(actor: Actor, commitment: Commitment, *, outcome: str = DONE, text: str = "") -> None:
    """Report on a promise, whether it was made openly or in a confidential room."""
    _hold_to_own(actor, commitment)
    report = decisions.report_commitment if commitment.circle.named else decisions.report_open_commitment
    report(actor, commitment, outcome=outcome, text=text)


def take_back(actor: Actor, commitment: Commitment) -> None:
    _hold_to_own(actor, commitment)
    undo = decisions.undo_report if commitment.circle.named else decisions.undo_open_report
    undo(actor, commitment)


def may_report(actor: Actor, commitment: Commitment) -> bool:
    """A promise is ended by the one who gave it, or by the one who leads where it was given."""
    leads = Can.DECISION_WRITE if commitment.circle.named else Can.MEETING_CONVENE
    return commitment.tenure.person_id == actor.person_id or may(leads, commitment.circle_id)


def _hold_to_own(actor: Actor, commitment: Commitment) -> None:
    if not may_report(actor, commitment):
        raise NotAllowed("desk.keep_promise", commitment.circle_id, describe(commitment))


def step_out(actor: Actor, circle: Circle, *, reason: str) -> None:
    """Declare a conflict of interest: from now on this person sees nothing of the room, whatever the seats (A7)."""
    if sentence := rules.why_not_step_out(reason):
        raise Refusal(sentence)
    exclude(actor, circle, Person.objects.get(pk=actor.person_id), reason)
    record("desk.step_out", circle.pk, f"circle:{circle.key}")


@command(Can.LOG_READ)
def look_up(actor: Actor, office: LogOffice, colleague: Colleague, *, reason: str) -> str:
    """Open one colleague's log for a day; the key of the look-up, which keeps who asked and why."""
    del actor
    if sentence := log_words.why_not_reason(reason):
        raise Refusal(sentence)
    record("desk.look_up", office.circle_id, f"person:{colleague.key}")
    return str(_told("select open_log_lookup(%s, %s)", colleague.key, reason))


@command(Can.LOG_READ)
def judge(actor: Actor, office: LogOffice, oddity: Oddity, *, month: date, verdict: str, text: str) -> None:
    """What the officer makes of a count. A later judgement stands beside the earlier one."""
    del actor, office
    if sentence := log_words.why_not_reason(text):
        raise Refusal(sentence)
    _told("select judge_pattern(%s, %s, %s, %s, %s)", oddity.pattern, month, oddity.key, verdict, text)


def answer_spot_check(actor: Actor, check: SpotCheck, *, was_work: bool, text: str) -> None:
    """Said once, by the leader or the officer; the database asks which of them the actor is."""
    del actor
    if check.was_work is not None:
        raise Refusal(f"{check.answered_by} har allerede svaret.")
    if sentence := log_words.why_not_reason(text):
        raise Refusal(sentence)
    _told("select answer_spot_check(%s, %s, %s)", check.key, was_work, text)
    record("desk.answer_spot_check", None, f"spotcheck:{check.key}")


@command(Can.LOG_READ)
def begin_access_request(actor: Actor, office: LogOffice, *, journal: str, place: Place, due: date) -> str:
    """Ask whoever keeps rooms at this place, by the municipality's own journal number; the key of the question."""
    del actor
    sentence = access_words.why_not_journal_number(journal) or access_words.why_not_due(due, clock.today())
    if sentence:
        raise Refusal(sentence)
    key = str(_told("select begin_access_request(%s, %s, %s, %s)", journal, place.kind, place.key, due))
    record("desk.begin_access_request", office.circle_id, f"accessrequest:{key}")
    return key


@command(Can.LOG_READ)
def end_access_request(actor: Actor, office: LogOffice, asked: Asked) -> None:
    """The citizen has the answer, or the question was wrong: nobody is asked any more."""
    del actor
    if asked.ended_at is not None:
        raise Refusal("Anmodningen er allerede afsluttet.")
    _told("select end_access_request(%s)", asked.key)
    record("desk.end_access_request", office.circle_id, f"accessrequest:{asked.key}")


def answer_access_request(actor: Actor, asked: AskedOfMe, *, outcome: str) -> None:
    """Said once, by somebody who keeps rooms there; the database asks whether the actor does."""
    del actor
    if asked.outcome:
        raise Refusal("Du har allerede svaret.")
    if asked.ended:
        raise Refusal("Anmodningen er afsluttet. Der er ikke mere at svare på.")
    _told("select answer_access_request(%s, %s)", asked.key, outcome)
    record("desk.answer_access_request", None, f"accessrequest:{asked.key}")


def _told(call: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(call, values)
        return cursor.fetchone()[0]
