"""What is written at an item: texts that save themselves, what is shared, what is not, and what is decided."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command, describe
from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.relation import may, who_may
from samspil.circles.commands import disclose
from samspil.decisions.commands import Promise, joint_act, record_decision, record_open_decision, submitted
from samspil.decisions.models import Decision, Submission
from samspil.lib import clock
from samspil.meetings import rules
from samspil.meetings.models import AgendaItem, Attendance, Declination, ItemText, Meeting, SharedNote
from samspil.meetings.queries.agenda import told_meetings
from samspil.meetings.queries.people import why_not_minute
from samspil.meetings.queries.texts import newest_text
from samspil.organisation.models import Tenure

ASIDE = "aside"
MINUTES = "minutes"


@dataclass(frozen=True)
class Written:
    """What became of a text. Overtaken: somebody else's stands, and this one lies beside it."""

    revision: int
    at: datetime
    overtaken_by: str = ""


@command(Can.NOTE_WRITE)
def write_closed_text(actor: Actor, item: AgendaItem, *, slot: str, text: str, revision: int) -> Written:
    if slot == MINUTES:
        _demand_writer(actor, item)
    return _write(actor, item, slot, text, revision)


@command(Can.OPEN_WRITE)
def write_open_text(actor: Actor, item: AgendaItem, *, slot: str, text: str, revision: int) -> Written:
    """Everything about an open item that is not somebody's own is the writer's."""
    _demand_writer(actor, item)
    return _write(actor, item, slot, text, revision)


def write_minutes(actor: Actor, item: AgendaItem, *, text: str, revision: int, slot: str = "minutes") -> Written:
    """Save a text of an item; `revision` is what the writer saw. Two at once: both are kept, and the second is told."""
    write = write_closed_text if item.is_closed else write_open_text
    return write(actor, item, slot=slot, text=text, revision=revision)


@command(Can.NOTE_WRITE)
def share_note(
    actor: Actor, item: AgendaItem, *, text: str, basis: str, necessity: str, on_behalf_of: Tenure
) -> SharedNote:
    """What, on which basis, why it is necessary: the act is written first, and the text carries it (law L1, L2).

    The act is always the writer's own: by the seat that is told of when it is the writer's, else by a seat there.
    """
    may_speak = _speaks(actor, item, on_behalf_of)
    if sentence := rules.why_not_share(text, necessity) or rules.why_not_speak_for(may=may_speak):
        raise Refusal(sentence)
    own = on_behalf_of.pk if on_behalf_of.person_id == actor.person_id else None
    act = disclose(actor, item.circle, basis=basis, necessity=necessity, tenure_id=own)
    return SharedNote.objects.create(circle=item.circle, act_id=act, item=item, text=text, on_behalf_of=on_behalf_of)


def _speaks(actor: Actor, item: AgendaItem, tenure: Tenure) -> bool:
    """By an own seat in the matter; for another only the convener, while that one sits there and may read it."""
    if tenure.pk not in {holder.tenure_id for holder in who_may(item.circle_id) if holder.reads}:
        return False
    if tenure.person_id == actor.person_id:
        return True
    meeting = Meeting.objects.filter(key=item.meeting_key).first()
    if meeting is None or not may(Can.MEETING_CONVENE, meeting.circle_id):
        return False
    there = Attendance.objects.filter(meeting=meeting, tenure__person_id=tenure.person_id, present=True)
    return there.filter(withdrawn_at=None).exists()


@command(Can.NOTE_WRITE)
def decline_to_share(actor: Actor, item: AgendaItem, *, tenure: Tenure) -> Declination:
    """Nobody has to share, and nobody has to say why."""
    there = Declination.objects.filter(circle=item.circle, item=item, tenure=tenure).first()
    act = None if there else joint_act(actor, item.circle, "no_sharing")
    return there or Declination.objects.create(circle=item.circle, act_id=act, item=item, tenure=tenure)


def decide(
    actor: Actor,
    item: AgendaItem,
    *,
    meeting_key: str,
    outcome: str,
    text: str = "",
    promises: tuple[Promise, ...] = (),
) -> Decision:
    """Decide at an item; an open one that nobody brought gets its matter now."""
    write = record_decision if item.is_closed else record_open_decision
    with transaction.atomic():
        return write(actor, _matter_of(item), outcome=outcome, text=text, meeting_key=meeting_key, promises=promises)


def _matter_of(item: AgendaItem) -> Submission:
    if item.submission is None:
        if not may(Can.MEETING_CONVENE, item.circle_id):  # before the matter is written, not only before its decision
            raise NotAllowed("meetings.decide", item.circle_id, describe(item))
        item.submission = submitted(item.circle, item.circle.body, title=item.title, reason=item.reason, settled=True)
        item.save(update_fields=["submission"])
    return item.submission  # type: ignore[no-any-return]  # foreign keys are Any here


def _demand_writer(actor: Actor, item: AgendaItem) -> None:
    meeting = told_meetings().filter(key=item.meeting_key).first()
    if meeting is None:
        raise Refusal(rules.NO_SUCH_MEETING)
    if sentence := why_not_minute(actor, meeting):
        raise Refusal(sentence)


def _write(actor: Actor, item: AgendaItem, slot: str, text: str, revision: int) -> Written:
    _wait_for_turn(item)
    newest = newest_text(item, slot)
    if newest is None:
        return _first(actor, item, slot, text)
    if newest.text == text:
        return Written(newest.revision, newest.changed_at or newest.written_at)
    if _overtaken(actor, newest, revision):
        return _aside(actor, item, text, newest)
    return _go_on(actor, item, newest, text, seen=newest.revision == revision)


def _wait_for_turn(item: AgendaItem) -> None:
    """Saves of one item come one after another until each is stored, so that no two make the same version."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"item_text:{item.key}"])


def _overtaken(actor: Actor, newest: ItemText, revision: int) -> bool:
    """Whether somebody else wrote after what the writer saw. One's own saves never stand in one's own way."""
    later = ItemText.objects.filter(
        item=newest.item_id, circle=newest.circle_id, slot=newest.slot, revision__gt=revision
    )
    return later.exclude(written_by__person_id=actor.person_id).exists()


def _first(actor: Actor, item: AgendaItem, slot: str, text: str) -> Written:
    act, now = joint_act(actor, item.circle, "minutes"), clock.now()
    ItemText.objects.create(circle=item.circle, act_id=act, item=item, slot=slot, text=text, changed_at=now)
    return Written(1, now)


def _go_on(actor: Actor, item: AgendaItem, newest: ItemText, text: str, *, seen: bool) -> Written:
    """One's own typing goes on in the same version for a while; else it is a new one.

    So it is too where one's own other window or device wrote since, unless its words go on in these: no words are lost.
    """
    now = clock.now()
    mine = newest.written_by is not None and newest.written_by.person_id == actor.person_id
    if mine and (seen or newest.text in text) and now - newest.written_at < rules.DEFAULT_SAME_WRITER:
        rows = ItemText.objects.filter(pk=newest.pk, circle=item.circle)
        rows.update(text=text, revision=F("revision") + 1, changed_at=now)
        return Written(newest.revision + 1, now)
    ItemText.objects.filter(pk=newest.pk, circle=item.circle).update(replaced=True)
    ItemText.objects.create(
        circle=item.circle,
        act_id=joint_act(actor, item.circle, "minutes"),
        item=item,
        slot=newest.slot,
        thread=newest.thread,
        version=newest.version + 1,
        revision=newest.revision + 1,
        text=text,
        changed_at=now,
    )
    return Written(newest.revision + 1, now)


def _aside(actor: Actor, item: AgendaItem, text: str, newest: ItemText) -> Written:
    """Keep the text that came second beside the one that stands, so that a person chooses."""
    mine = ItemText.objects.filter(item=item, circle=item.circle, slot=ASIDE, written_by__person_id=actor.person_id)
    if not mine.update(text=text, replaced=False, changed_at=clock.now()):
        last = newest_text(item, ASIDE)
        ItemText.objects.create(
            circle=item.circle,
            act_id=joint_act(actor, item.circle, "minutes"),
            item=item,
            slot=ASIDE,
            version=last.version + 1 if last else 1,
            text=text,
            changed_at=clock.now(),
        )
    return Written(
        newest.revision, clock.now(), overtaken_by=newest.written_by.person.name if newest.written_by else "En anden"
    )
