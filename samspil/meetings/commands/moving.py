"""Another time or place, and no meeting after all: whoever was called hears of it by mail, without the reason."""

from datetime import datetime

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.lib import clock
from samspil.meetings import rules
from samspil.meetings.commands.people import hold_stays
from samspil.meetings.models import Attendance, Cancellation, Meeting, Moving
from samspil.post.commands import queue_mails


@command(Can.MEETING_CONVENE)
def move_meeting(
    actor: Actor, meeting: Meeting, *, starts_at: datetime, ends_at: datetime, place: str, about: str, reason: str = ""
) -> Moving | None:
    """Before the call it is only planned anew; after it another time or place has a reason and is told.

    At another time all answer again. None where nobody was told: not called yet, or only the subject is another.
    """
    _still_to_come(meeting)
    at_another_time = (meeting.starts_at, meeting.ends_at) != (starts_at, ends_at)
    told = (at_another_time or meeting.place != place) and meeting.convenings.exists()
    sentence = rules.why_not_plan(starts_at, ends_at, clock.now()) or rules.why_not_unsaid(reason, called=told)
    if sentence:
        raise Refusal(sentence)
    moving = (
        Moving.objects.create(
            circle=meeting.circle, meeting=meeting, starts_at=meeting.starts_at, place=meeting.place, reason=reason
        )
        if told
        else None
    )
    meeting.starts_at, meeting.ends_at, meeting.place, meeting.subject = starts_at, ends_at, place, about
    meeting.save(update_fields=["starts_at", "ends_at", "place", "subject"])
    if at_another_time:
        Attendance.objects.filter(circle=meeting.circle, meeting=meeting).update(answer="", answered_at=None)
    hold_stays(meeting)
    if moving is not None:
        _tell(meeting, "meetings.moving", moving.pk)
    return moving


@command(Can.MEETING_CONVENE)
def cancel_meeting(actor: Actor, meeting: Meeting, *, reason: str) -> Cancellation:
    _still_to_come(meeting)
    if sentence := rules.why_not_unsaid(reason, called=True):
        raise Refusal(sentence)
    cancellation = Cancellation.objects.create(circle=meeting.circle, meeting=meeting, reason=reason)
    hold_stays(meeting)
    if meeting.convenings.exists():
        _tell(meeting, "meetings.cancellation", cancellation.pk)
    return cancellation


def _still_to_come(meeting: Meeting) -> None:
    begun, cancelled = meeting.openings.exists() or meeting.endings.exists(), meeting.cancellations.exists()
    if sentence := rules.why_not_move(begun=begun, cancelled=cancelled):
        raise Refusal(sentence)


def _tell(meeting: Meeting, kind: str, number: int) -> None:
    rows = Attendance.objects.filter(circle=meeting.circle, meeting=meeting, withdrawn_at=None)
    queue_mails(
        kind,
        dict.fromkeys(rows.values_list("tenure__person_id", flat=True), str(number)),
        municipality_id=meeting.circle.municipality_id,
        payload={"meeting": meeting.pk},
    )
