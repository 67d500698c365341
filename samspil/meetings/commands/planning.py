"""Laying a meeting, calling its members, and their answers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command, record
from samspil.authority.errors import Refusal
from samspil.circles.commands import ask_act
from samspil.circles.models import Circle
from samspil.lib import clock
from samspil.meetings import rules
from samspil.meetings.commands.calling import call_members
from samspil.meetings.models import Attendance, Convening, Meeting
from samspil.meetings.queries.elsewhere import Laid, elsewhere
from samspil.meetings.queries.people import mine_at
from samspil.post.commands import queue_mails


@dataclass(frozen=True)
class Plan:
    """A meeting to be laid in a body's open circle."""

    circle: Circle
    starts_at: datetime
    ends_at: datetime
    place: str


@command(Can.MEETING_CONVENE)
def plan_meeting(
    actor: Actor,
    circle: Circle,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    occasion: str = "ordinary",
    about: str = "",
) -> Meeting:
    """Lay a meeting in a body's open circle. Nobody is called yet."""
    if sentence := rules.why_not_plan(starts_at, ends_at, clock.now()):
        raise Refusal(sentence)
    return Meeting.objects.create(
        circle=circle,
        body=circle.body,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        occasion=occasion,
        subject=about,
    )


def odd_ones(plans: Collection[Plan]) -> tuple[set[str], set[str]]:
    """Those that fall together with others, and those on a day off; each by its body, its hours and why."""
    bodies = {one.circle.body_id: one.circle.body for one in plans}
    days = sorted(clock.in_copenhagen(one.starts_at).date() for one in plans)
    laid = [Laid(one.circle.body, one.starts_at, one.ends_at) for one in plans]
    clashing = {f"{_mark(one)}-sammen" for one in elsewhere(bodies.values(), days[0], days[-1]).clashing(laid)}
    return clashing, {f"{_mark(one)}-fri" for one in laid if rules.off(clock.in_copenhagen(one.starts_at).date())}


def _mark(one: Laid) -> str:
    return f"{one.body.key}-{one.starts_at:%Y%m%d%H%M}-{one.ends_at:%H%M}"


def plan_year(actor: Actor, plans: Collection[Plan], *, seen: Collection[str] = ()) -> None:
    """Lay many meetings at once, all or none, but nothing odd that was not seen: two at a time, a day off."""
    clashing, days_off = odd_ones(plans)
    if not clashing | days_off <= set(seen) and (sentence := rules.why_not_lay(len(clashing), len(days_off))):
        raise Refusal(sentence)
    for one in plans:
        plan_meeting(actor, one.circle, starts_at=one.starts_at, ends_at=one.ends_at, place=one.place)


@command(Can.MEETING_CONVENE)
def convene(actor: Actor, meeting: Meeting) -> Convening:
    """Call everybody with a seat on that day, and the guests: a mail with a calendar entry, never with a name."""
    ended = meeting.endings.values_list("written_at", flat=True).first()
    if sentence := rules.why_not_convene(ended, cancelled=meeting.cancellations.exists()):
        raise Refusal(sentence)
    convening = Convening.objects.create(circle=meeting.circle, meeting=meeting)
    call_members(meeting)
    called = Attendance.objects.filter(meeting=meeting, withdrawn_at=None).values_list("tenure__person_id", flat=True)
    queue_mails(
        "meetings.convening",
        dict.fromkeys(called, str(convening.pk)),
        municipality_id=meeting.circle.municipality_id,
        payload={"meeting": meeting.pk, "convening": convening.pk},
    )
    return convening


def answer_invitation(actor: Actor, meeting: Meeting, *, answer: str) -> None:
    """One's own answer, by one's own seat; the database holds it to that (`answer_meeting`)."""
    begun = meeting.openings.exists() or meeting.endings.exists()
    if sentence := rules.why_not_answer(begun=begun, cancelled=meeting.cancellations.exists()):
        raise Refusal(sentence)
    mine = mine_at(actor, meeting)
    if mine and (sentence := rules.why_not_send_deputy(answer, comes_alone=mine.is_guest or bool(mine.in_place_of_id))):
        raise Refusal(sentence)
    values = [meeting.pk, mine.tenure_id if mine else None, answer]
    ask_act("meetings.answer_invitation", meeting, "select answer_meeting(%s, %s, %s)", values)
    record("meetings.answer_invitation", meeting.circle_id, f"meeting:{meeting.key}")
