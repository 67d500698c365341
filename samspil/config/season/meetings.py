"""A body's meetings: planned, called, answered, held, written down; and those to come, whose agenda is built."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from samspil.authority.actor import Actor
from samspil.circles.queries import open_circle_of
from samspil.config.season import items
from samspil.config.season.cast import Player, Table
from samspil.config.season.house import House
from samspil.meetings.commands import agenda, planning, running
from samspil.meetings.models import Attendance
from samspil.meetings.queries.agenda import open_meeting
from samspil.meetings.queries.people import attendees, mine_at, writes_minutes
from samspil.organisation.models import Body

LENGTH = timedelta(minutes=90)
ANSWERING, DEPUTY = 5, 3


@dataclass
class Sitting:
    """One meeting of a table; `number` counts from the first of the season."""

    table: Table
    starts_at: datetime
    number: int
    key: str = ""
    room_key: str = ""


def lay(house: House, sitting: Sitting) -> None:
    """From three weeks before to the end of the day itself, as far as the season goes."""
    start, stage = sitting.starts_at, house.stage
    stage.later(start - timedelta(days=21), lambda: _plan(house, sitting))
    stage.later(start - timedelta(days=7), lambda: _convene(house, sitting))
    for place, member in enumerate(sitting.table.members[:ANSWERING]):
        when = start - timedelta(days=6) + timedelta(minutes=place)
        if member != sitting.table.convener and (sitting.number + place) % 4:
            stage.later(when, partial(_answer, house, sitting, member, place))
    stage.later(start, lambda: _hold(house, sitting))


def _plan(house: House, sitting: Sitting) -> None:
    with house.stage.acting(sitting.table.convener, "meetings.plan") as actor:
        room = open_circle_of(Body.objects.get(pk=sitting.table.body_id))
        start = sitting.starts_at
        place = house.teller.one("rooms")
        meeting = planning.plan_meeting(actor, room, starts_at=start, ends_at=start + LENGTH, place=place)
        sitting.key, sitting.room_key = meeting.key, room.key


def _convene(house: House, sitting: Sitting) -> None:
    with house.stage.acting(sitting.table.convener, "meetings.convene") as actor:
        meeting = open_meeting(actor, sitting.key)
        agenda.build_agenda(actor, meeting)
        told = items.told_openly(sitting.table, sitting.number)
        agenda.add_item(actor, meeting, title=told["title"], reason=told["reason"])
        planning.convene(actor, meeting)


def _answer(house: House, sitting: Sitting, member: Player, place: int) -> None:
    with house.stage.acting(member, "meetings.answer") as actor:
        meeting = open_meeting(actor, sitting.key)
        if mine_at(actor, meeting) is not None:
            answer = "deputy" if place == DEPUTY else "no" if (sitting.number * 3 + place) % 7 == 0 else "yes"
            planning.answer_invitation(actor, meeting, answer=answer)


def _hold(house: House, sitting: Sitting) -> None:
    """Start it, share what is needed, write and decide, end it, send the minutes."""
    convener = sitting.table.convener
    with house.stage.acting(convener, "meetings.start") as actor:
        meeting = open_meeting(actor, sitting.key)
        if meeting.cancellations.exists():
            return
        agenda.build_agenda(actor, meeting)
        running.start_meeting(actor, meeting)
        _mark_present(actor, meeting)
    items.share(house, sitting.table, sitting.key)
    with house.stage.acting(convener, "meetings.decide") as actor:
        meeting = open_meeting(actor, sitting.key)
        items.go_through(house, actor, meeting, convener)
        running.end_meeting(actor, meeting)
        running.send_minutes(actor, meeting)


def _mark_present(actor: Actor, meeting: Any) -> None:
    here = {one.tenure_id for one in attendees(meeting) if one.answer != "no" and not one.is_guest}
    running.mark_present(actor, meeting, tenure_ids=here)
    if not writes_minutes(actor, meeting, convenes=True):
        own = Attendance.objects.filter(meeting=meeting, tenure__person_id=actor.person_id).earliest("pk")
        running.name_stand_in(actor, meeting, tenure=own.tenure)
