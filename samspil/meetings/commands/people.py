"""Guests and deputies: people who are let in for one meeting, and out again by themselves when it is over."""

from collections.abc import Collection

from django.db.models import QuerySet

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command, record
from samspil.authority.errors import Refusal
from samspil.authority.relation import who_may
from samspil.circles.commands import admit, ask_act
from samspil.lib import clock
from samspil.meetings import rules
from samspil.meetings.models import AgendaItem, Attendance, Guest, Meeting
from samspil.meetings.queries.guests import is_called, is_in_body, may_come
from samspil.organisation.models import Tenure
from samspil.post.commands import queue_mails

HOLD = "select hold_guest(%s, %s, %s)"


@command(Can.MEETING_CONVENE)
def invite_guest(
    actor: Actor,
    meeting: Meeting,
    *,
    tenure: Tenure,
    items: Collection[AgendaItem] = (),
    basis: str = "",
    necessity: str = "",
) -> Attendance:
    """Ask somebody in: to the items that are named and no other, or to the open part, until the stay ends by itself.

    Basis and necessity are for closed items: a new agency there is a disclosure of everything in them (A8).
    Raises Refusal where the law, or the guest's function, lets nobody of that kind read a closed item (L3, L5).
    """
    called = is_called(meeting, tenure.person_id) or is_in_body(meeting, tenure.person_id)
    if sentence := rules.why_not_invite(ended=meeting.endings.exists(), called=called, may_come=may_come(tenure)):
        raise Refusal(sentence)
    until = rules.stay_until(meeting.ends_at, actor.settings)
    row = _called(meeting, tenure)
    acts = []
    for item in items:
        if item.is_closed:
            acts.append(
                admit(actor, item.circle, part="guest", tenure=tenure, ends_at=until, basis=basis, necessity=necessity)
            )
            _hold_to_reader(item, tenure)
        else:
            guests = [Guest(circle=meeting.circle, meeting=meeting, tenure=tenure, item=item)]
            Guest.objects.bulk_create(guests, ignore_conflicts=True)
            _items_of(meeting, tenure.pk).filter(item=item).update(withdrawn_at=None)
    call = "select invite_guest(%s, %s, %s::text[])"
    ask_act("meetings.invite_guest", meeting, call, [meeting.pk, tenure.pk, acts])
    _tell(meeting, row, tenure.person_id)
    return row


def name_deputy(actor: Actor, meeting: Meeting, *, absent: Attendance, deputy: Tenure) -> Attendance:
    """Somebody of the same agency comes instead; by the seat's holder, or by whoever convenes (`name_deputy`)."""
    sentence = rules.why_not_stand_for(
        ended=meeting.endings.exists(),
        absent=absent.answer in {"no", "deputy"},
        replaced=Attendance.objects.filter(meeting=meeting, in_place_of=absent.tenure_id, withdrawn_at=None).exists(),
        same_agency=absent.tenure.seat.agency_id == deputy.seat.agency_id,
    )
    if sentence := sentence or rules.why_not_invite(ended=None, called=is_called(meeting, deputy.person_id)):
        raise Refusal(sentence)
    values = [meeting.pk, absent.tenure_id, deputy.pk]
    made = ask_act("meetings.name_deputy", meeting, "select name_deputy(%s, %s, %s)", values)
    record("meetings.name_deputy", meeting.circle_id, f"meeting:{meeting.key}")
    row = Attendance.objects.get(pk=made)
    _tell(meeting, row, deputy.person_id)
    return row


@command(Can.MEETING_CONVENE)
def withdraw_invitation(actor: Actor, meeting: Meeting, *, row: Attendance) -> None:
    """A guest or a deputy is not to come after all: every stay of this meeting ends now."""
    ask_act("meetings.withdraw_invitation", meeting, HOLD, [meeting.pk, row.tenure_id, True])
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    _items_of(meeting, row.tenure_id).filter(withdrawn_at=None).update(withdrawn_at=row.withdrawn_at)


def hold_stays(meeting: Meeting) -> None:
    """The meeting has another day, or none: those who are let in for it stay as long after it as they would have.

    Who called off a meeting tells it to them too: they leave as after a meeting on that day (`stay_of`).
    """
    rows = Attendance.objects.filter(meeting=meeting, withdrawn_at=None).exclude(is_guest=False, in_place_of=None)
    for row in rows:
        ask_act("meetings.hold_guest", meeting, HOLD, [meeting.pk, row.tenure_id, False])


def _items_of(meeting: Meeting, tenure_id: int) -> QuerySet[Guest]:
    """The open items that somebody is or was asked to."""
    return Guest.objects.filter(circle_id=meeting.circle_id, meeting=meeting, tenure_id=tenure_id)


def _called(meeting: Meeting, tenure: Tenure) -> Attendance:
    """A row of the list of people; whoever was asked before and taken off again comes back on it."""
    there = Attendance.objects.filter(circle_id=meeting.circle_id, meeting=meeting, tenure=tenure).first()
    if there is None:
        return Attendance.objects.create(circle=meeting.circle, meeting=meeting, tenure=tenure, is_guest=True)
    there.withdrawn_at, there.is_guest, there.in_place_of = None, True, None
    there.save(update_fields=["withdrawn_at", "is_guest", "in_place_of"])
    return there


def _hold_to_reader(item: AgendaItem, tenure: Tenure) -> None:
    """A function without a mandate for guests would be let in and read nothing."""
    if not any(holder.tenure_id == tenure.pk and holder.reads for holder in who_may(item.circle_id)):
        raise Refusal("Den, du har valgt, kan ikke være gæst ved et lukket punkt. Ingenting er delt.")


def _tell(meeting: Meeting, row: Attendance, person_id: int) -> None:
    """Whoever is asked to a meeting that is called hears at once; else with the others, when it is called."""
    if meeting.convenings.exists():
        queue_mails(
            "meetings.invited",
            {person_id: f"{row.pk}:{clock.now().isoformat()}"},
            municipality_id=meeting.municipality_id,
            payload={"meeting": meeting.pk, "attendance": row.pk},
        )
