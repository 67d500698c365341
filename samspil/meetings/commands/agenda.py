"""The agenda: it builds itself from what is due; the convener adds, moves and removes."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.authority.relation import may
from samspil.circles.commands import disclose, open_circle
from samspil.circles.models import Circle, YoungPerson
from samspil.decisions.commands import joint_act, submitted
from samspil.decisions.models import Submission
from samspil.decisions.queries import waiting_for
from samspil.lib import clock
from samspil.lib.sort_key import sort_key
from samspil.meetings import rules
from samspil.meetings.models import AgendaItem, Meeting
from samspil.meetings.queries.agenda import all_rows_of, items_of


@command(Can.MEETING_CONVENE)
def build_agenda(actor: Actor, meeting: Meeting) -> int:
    """Put on what is not there yet: standing items, and every matter of the body that is not settled. Answers how many.

    What the convener has taken off stays off. What a meeting before this one will come to waits for that one, and
    comes here when it is called off, or over without an end.
    """
    if sentence := rules.why_not_change(_ended(meeting), cancelled=meeting.cancellations.exists()):
        raise Refusal(sentence)
    rows = all_rows_of(meeting)
    return _standing(meeting, rows) + _waiting(actor, meeting, rows)


@command(Can.OPEN_WRITE)
def add_item(actor: Actor, meeting: Meeting, *, title: str, reason: str = "", form: str = "discussion") -> AgendaItem:
    """An open item, before the last one."""
    if sentence := rules.why_not_change(_ended(meeting), cancelled=meeting.cancellations.exists()):
        raise Refusal(sentence)
    submission = submitted(meeting.circle, meeting.body, title=title, reason=reason)
    return _put_open(meeting, items_of(meeting), submission, title=title, reason=reason, form=form)


@command(Can.ITEM_OPEN)
def add_closed_item(
    actor: Actor, circle: Circle, *, meeting: Meeting, name: str, reason: str, basis: str, necessity: str
) -> AgendaItem:
    """A matter of one young person gets a circle of its own in this body. `circle` is the body's closed one."""
    if sentence := rules.why_not_change(
        _ended(meeting), cancelled=meeting.cancellations.exists()
    ) or rules.why_not_share(reason, necessity):
        raise Refusal(sentence)
    opened = open_circle(actor, circle, kind="item", purpose=circle.purpose, title=circle.title, body=meeting.body)
    act = disclose(actor, opened, basis=basis, necessity=necessity)
    YoungPerson.objects.create(circle=opened, act_id=act, name=name, sort_key=sort_key(name))
    submission = submitted(opened, meeting.body, title=circle.title, reason=reason, act_id=act)
    return _put_closed(
        meeting, submission, act, _place(meeting), reason=rules.ADDED_TODAY if meeting.openings.exists() else rules.NEW
    )


@command(Can.MEETING_CONVENE)
def move_item(actor: Actor, meeting: Meeting, *, item: AgendaItem, up: bool) -> None:
    for one, position in rules.moved(items_of(meeting), item, up=up):
        one.position = position
        one.save(update_fields=["position"])


@command(Can.MEETING_CONVENE)
def remove_item(actor: Actor, meeting: Meeting, *, item: AgendaItem) -> None:
    """Off this agenda. An unsettled matter comes back on the next one."""
    if sentence := rules.why_not_change(_ended(meeting), cancelled=meeting.cancellations.exists()):
        raise Refusal(sentence)
    item.removed_at = clock.now()
    item.save(update_fields=["removed_at"])


def _ended(meeting: Meeting) -> datetime | None:
    return meeting.endings.values_list("written_at", flat=True).first()


def _standing_of(meeting: Meeting) -> list[dict[str, Any]]:
    month = clock.in_copenhagen(meeting.starts_at).month
    return [dict(one) for one in rules.standing_for(meeting.body.standing_items, month)]


def _place(meeting: Meeting) -> int:
    return rules.place_for_closed(_standing_of(meeting))


def _standing(meeting: Meeting, rows: Collection[AgendaItem]) -> int:
    there = {row.standing for row in rows}
    fresh = [
        (position, one)
        for position, one in enumerate(_standing_of(meeting), start=1)
        if not one.get("closed") and one["title"] not in there
    ]
    for position, one in fresh:
        AgendaItem.objects.create(
            circle=meeting.circle,
            meeting_key=meeting.key,
            position=position * rules.STEP,
            title=one["title"],
            form=one.get("kind") or "discussion",
            standing=one["title"],
        )
    return len(fresh)


def _waiting(actor: Actor, meeting: Meeting, rows: Collection[AgendaItem]) -> int:
    there = {row.submission_id for row in rows}
    fresh = [one for one in waiting_for(meeting.body) if one.pk not in there]
    earlier, awaited = _on_other_agendas(meeting, fresh)
    put = 0
    for one in fresh:
        if one.pk in awaited:
            continue
        again = rules.FOLLOW_UP if one.pk in earlier else rules.NEW
        if not one.circle.named:
            _put_open(meeting, items_of(meeting), one, title=one.title, reason=one.reason, form="discussion")
        elif may(Can.ITEM_WRITE, one.circle_id):
            act = joint_act(actor, one.circle, "agenda")
            _put_closed(meeting, one, act, _place(meeting) + put, reason=again)
        else:
            continue
        put += 1
    return put


def _on_other_agendas(meeting: Meeting, matters: Collection[Submission]) -> tuple[set[int], set[int]]:
    """Those that have been on an agenda, and those that a meeting before this one will still come to."""
    rows = AgendaItem.objects.filter(circle_id__in={one.circle_id for one in matters})
    placed = list(rows.values_list("submission_id", "meeting_key", "removed_at"))
    named = Meeting.objects.filter(circle=meeting.circle, starts_at__lt=meeting.starts_at, ends_at__gt=clock.now())
    coming = set(named.filter(cancellations=None, endings=None).values_list("key", flat=True))
    awaited = {matter for matter, key, removed in placed if key in coming and removed is None}
    return {matter for matter, _, _ in placed}, awaited


def _put_open(
    meeting: Meeting, items: Collection[AgendaItem], submission: Submission, *, title: str, reason: str, form: str
) -> AgendaItem:
    """Before the last open item, which moves one step down."""
    line = [item for item in rules.ordered(items) if not item.is_closed]
    place = line[-1].position if line else rules.STEP
    if line:
        line[-1].position += rules.STEP
        line[-1].save(update_fields=["position"])
    return AgendaItem.objects.create(
        circle=meeting.circle,
        meeting_key=meeting.key,
        submission=submission,
        position=place,
        title=title,
        reason=reason,
        form=form,
    )


def _put_closed(meeting: Meeting, submission: Submission, act: int | None, position: int, *, reason: str) -> AgendaItem:
    return AgendaItem.objects.create(
        circle=submission.circle,
        act_id=act,
        meeting_key=meeting.key,
        submission=submission,
        position=position,
        form="decision",
        reason=reason,
    )
