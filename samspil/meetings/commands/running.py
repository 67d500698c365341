"""Running a meeting: start, who is here, what has been gone through, end, and the minutes to each reader."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.authority.relation import may, who_may
from samspil.circles.commands import close_circle
from samspil.lib import clock
from samspil.meetings import rules
from samspil.meetings.commands.calling import call_members
from samspil.meetings.models import AgendaItem, Attendance, Ending, Meeting, MinutesSending, MinuteTaker, Opening
from samspil.meetings.queries.agenda import items_of
from samspil.meetings.queries.guests import asked_to_items
from samspil.organisation.models import Tenure
from samspil.post.commands import queue_mails


@command(Can.MEETING_CONVENE)
def start_meeting(actor: Actor, meeting: Meeting) -> Opening:
    """From now on the list of members stands as it is today; whoever said yes is ticked, and who starts it.

    A guest asked to items of their own waits outside until called in; one asked to the open part is in the room.
    """
    cancelled = meeting.cancellations.exists()
    if sentence := rules.why_not_start(_when(meeting.openings), _when(meeting.endings), cancelled=cancelled):
        raise Refusal(sentence)
    call_members(meeting)
    expected = Q(answer="yes") | Q(tenure__person_id=actor.person_id)
    Attendance.objects.filter(expected, meeting=meeting, is_guest=False, present=None).update(present=True)
    guests = Attendance.objects.filter(meeting=meeting, is_guest=True, tenure_id__in=asked_to_items(meeting))
    guests.update(outside_since=clock.now())
    return Opening.objects.create(circle=meeting.circle, meeting=meeting)


@command(Can.MEETING_CONVENE)
def name_stand_in(actor: Actor, meeting: Meeting, *, tenure: Tenure) -> MinuteTaker:
    """Somebody who is called, and may write the body's open part, writes the minutes in the writer's place."""
    called = Attendance.objects.filter(meeting=meeting, tenure=tenure, is_guest=False).exists()
    if sentence := rules.why_not_stand_in(
        called=called, writes=_writes_open(meeting, tenure), ended=_when(meeting.endings)
    ):
        raise Refusal(sentence)
    return MinuteTaker.objects.create(circle=meeting.circle, meeting=meeting, tenure=tenure)


@command(Can.MEETING_CONVENE)
def mark_present(actor: Actor, meeting: Meeting, *, tenure_ids: set[int]) -> None:
    """Exactly these of the called are here."""
    rows = Attendance.objects.filter(meeting=meeting, is_guest=False)
    rows.filter(tenure_id__in=tenure_ids).update(present=True)
    rows.exclude(tenure_id__in=tenure_ids).update(present=False)


@command(Can.MEETING_CONVENE)
def show_out(actor: Actor, meeting: Meeting, *, person_ids: set[int]) -> None:
    """They have left the room for the closed part."""
    rows = Attendance.objects.filter(meeting=meeting, tenure__person_id__in=person_ids, outside_since=None)
    rows.update(outside_since=clock.now())


@command(Can.MEETING_CONVENE)
def call_in(actor: Actor, meeting: Meeting, *, person_id: int) -> None:
    """Whoever waited outside is back in the room."""
    Attendance.objects.filter(meeting=meeting, tenure__person_id=person_id).update(outside_since=None, present=True)


@command(Can.MEETING_CONVENE)
def mark_discussed(actor: Actor, meeting: Meeting, *, item: AgendaItem) -> None:
    if item.discussed_at is None:
        item.discussed_at = clock.now()
        item.save(update_fields=["discussed_at"])


@command(Can.MEETING_CONVENE)
def end_meeting(actor: Actor, meeting: Meeting) -> Ending:
    if sentence := rules.why_not_end(_when(meeting.openings), _when(meeting.endings)):
        raise Refusal(sentence)
    return Ending.objects.create(circle=meeting.circle, meeting=meeting)


@command(Can.MEETING_CONVENE)
def send_minutes(actor: Actor, meeting: Meeting) -> int:
    """A link to everybody who was called; behind it each finds what that person may see. Answers to how many.

    A settled matter's circle closes: all but the keeper leave it after the municipality's reading days (A13).
    """
    if sentence := rules.why_not_send(_when(meeting.endings)):
        raise Refusal(sentence)
    sending = MinutesSending.objects.create(circle=meeting.circle, meeting=meeting)
    people = set(Attendance.objects.filter(meeting=meeting).values_list("tenure__person_id", flat=True))
    queue_mails(
        "meetings.minutes",
        dict.fromkeys(people, str(sending.pk)),
        municipality_id=meeting.circle.municipality_id,
        payload={"meeting": meeting.pk, "sending": sending.pk},
    )
    _close_settled(actor, meeting)
    return len(people)


def open_minutes(meeting: Meeting) -> None:
    """The reader has the minutes before them; said of one's own call alone (`open_minutes` in the database)."""
    with connection.cursor() as cursor:
        cursor.execute("select open_minutes(%s)", [meeting.pk])


def _writes_open(meeting: Meeting, tenure: Tenure) -> bool:
    seats = who_may(meeting.circle_id)
    return any(one.person_id == tenure.person_id and Can.OPEN_WRITE in one.capabilities for one in seats)


def _close_settled(actor: Actor, meeting: Meeting) -> None:
    days = rules.reading_days(actor.settings)
    for item in items_of(meeting):
        settled = item.submission is not None and item.submission.settled_at is not None
        if item.is_closed and settled and item.circle.closed_at is None and may(Can.ITEM_WRITE, item.circle_id):
            close_circle(actor, item.circle, Can.ITEM_WRITE, reading_days=days)


def _when(rows: Any) -> datetime | None:
    found: datetime | None = rows.values_list("written_at", flat=True).first()
    return found
