from datetime import date

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.cases import queries, rules
from samspil.cases.commands.acts import act_in, joint_act, stop_if, tell
from samspil.cases.models import Case, CaseNote, FollowUp, LeadPerson
from samspil.lib import clock
from samspil.organisation.queries import why_shared


@command(Can.CASE_CLOSE)
def appoint_lead(actor: Actor, case: Case, *, tenure_id: int) -> LeadPerson:
    """From today this seat holds the threads. Whoever may end the case says who, among those who can follow up."""
    able = any(holder.tenure_id == tenure_id for holder in queries.able_to_lead(case))
    stop_if(rules.why_not_lead(closed=queries.is_closed(case), able=able))
    act = joint_act(actor, case, "follow_up")
    tell(case, lead_id=tenure_id)
    return LeadPerson.objects.create(
        circle=case.circle, act_id=act, case=case, tenure_id=tenure_id, starts_on=clock.today()
    )


@command(Can.CASE_WRITE)
def set_follow_up(actor: Actor, case: Case, *, due: date) -> FollowUp:
    """The next day on which the case is looked at; one that waits already is moved by being held or left."""
    stop_if(rules.why_not_their_turn(leads=queries.follows_up(actor, case)))
    stop_if(rules.why_not_follow_up(closed=queries.is_closed(case), due=due, today=clock.today()))
    tell(case, due=due)
    return FollowUp.objects.create(circle=case.circle, act_id=joint_act(actor, case, "follow_up"), case=case, due=due)


@command(Can.CASE_WRITE)
def hold_follow_up(actor: Actor, case: Case, *, words: str) -> CaseNote:
    """The follow-up that waits is held today, and how it went stands in the course."""
    stop_if(rules.why_not_their_turn(leads=queries.follows_up(actor, case)))
    waiting = queries.waiting_follow_up(case)
    stop_if(rules.why_not_hold(closed=queries.is_closed(case), held=waiting is None))
    if waiting is not None:
        waiting.held_on = clock.today()
        waiting.save(update_fields=["held_on"])
        tell(case, due=None)
    return _write(
        actor,
        case,
        slot=CaseNote.ENTRY,
        text=words,
        happened_on=clock.today(),
        necessity=why_shared(actor.settings, "follow_up"),
    )


@command(Can.NOTE_WRITE)
def add_note(
    actor: Actor,
    case: Case,
    *,
    slot: str,
    text: str,
    happened_on: date,
    necessity: str,
    listener: str = "",
) -> CaseNote:
    """A line in the course, or the child's own words with who listened (H-01)."""
    stop_if(
        rules.why_not_note(
            closed=queries.is_closed(case),
            happened_on=happened_on,
            today=clock.today(),
            child_words=slot == CaseNote.CHILD_WORDS,
            listener=listener,
        )
    )
    return _write(actor, case, slot=slot, text=text, happened_on=happened_on, necessity=necessity, listener=listener)


@command(Can.NOTE_WRITE)
def correct_note(actor: Actor, note: CaseNote, *, text: str) -> CaseNote:
    """A correction is a new version by whoever wrote the note; the old one stays in the course."""
    case = note.case
    stop_if(
        rules.why_not_correct(
            closed=queries.is_closed(case),
            own=note.written_by is not None and note.written_by.person_id == actor.person_id,
            brought=note.slot == CaseNote.BROUGHT,
            same=note.text == text,
        )
    )
    standing = CaseNote.objects.filter(pk=note.pk, circle=case.circle, replaced=False)
    stop_if(rules.why_not_replace(replaced=not standing.update(replaced=True)))
    return CaseNote.objects.create(
        circle=case.circle,
        act_id=joint_act(actor, case, "correction"),
        case=case,
        thread=note.thread,
        version=note.version + 1,
        slot=note.slot,
        text=text,
        happened_on=note.happened_on,
        listener=note.listener,
    )


def _write(
    actor: Actor, case: Case, *, slot: str, text: str, happened_on: date, necessity: str, listener: str = ""
) -> CaseNote:
    return CaseNote.objects.create(
        circle=case.circle,
        act_id=act_in(actor, case, necessity),
        case=case,
        slot=slot,
        text=text,
        happened_on=happened_on,
        listener=listener,
    )
