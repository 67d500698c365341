"""What happens seldom: guests, deputies, meetings moved and called off, somebody who steps out, late promises."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from samspil.authority.capability import Can
from samspil.authority.relation import may, who_may
from samspil.circles.queries import open_circle_of
from samspil.config.season.cast import Player, Table
from samspil.config.season.house import House
from samspil.config.season.meetings import LENGTH, Sitting
from samspil.config.season.papers import share_openly
from samspil.config.season.stories import WORDS
from samspil.decisions.commands import Promise, promise
from samspil.decisions.queries import waiting_for
from samspil.desk.commands import step_out, take_step
from samspil.meetings.commands import moving, people, planning
from samspil.meetings.commands.calendar import open_calendar
from samspil.meetings.models import Attendance
from samspil.meetings.queries.agenda import items_of, open_meeting
from samspil.meetings.queries.guests import SENT_REGRETS, choices_of_people, may_come, tenure_by_key
from samspil.organisation.models import Body, Tenure

HOUR = timedelta(hours=1)
CENTRAL = 3
"""So many of a body's members, the first ones, are in most matters."""
LATE, AHEAD = -2, 5
"""Days from today to the day of a promise that was given twelve days ago."""


def lay_at_table(house: House, sitting: Sitting, place: int, turn: int) -> None:
    """`place` is that of the table, `turn` that of the meeting: 0 is the coming one."""
    stage, start = house.stage, sitting.starts_at
    if (place, turn) == (0, 0):
        stage.later(stage.now - timedelta(days=12), lambda: promise_more(house, sitting.table))
        stage.later(start - timedelta(days=5), lambda: invite_guest(house, sitting))
        stage.later(start - timedelta(days=4), lambda: leave_one_matter(house, sitting))
    if place == 0 and turn in {-1, 0}:
        stage.later(start - timedelta(days=3), lambda: send_deputy(house, sitting))
    if (place, turn) == (0, -2):
        stage.later(start + timedelta(days=1), lambda: share_openly(house, sitting.table, sitting.room_key))
    if (place, turn) == (1, 0):
        stage.later(start - timedelta(days=3), lambda: move(house, sitting))
    if (place, turn) == (2, -1):
        stage.later(start - timedelta(days=1), lambda: call_off(house, sitting))


def promise_more(house: House, table: Table) -> None:
    """Police and social services promise something in each matter that waits: one day has passed, one is to come."""
    with house.stage.acting(table.convener, "meetings.decide") as actor:
        for submission in waiting_for(Body.objects.get(pk=table.body_id)):
            matter = house.matters.get(submission.key)
            if matter is None or not may(Can.COMMITMENT_WRITE, submission.circle_id):
                continue
            there = {one.side: one for one in who_may(submission.circle_id) if Can.COMMITMENT_WRITE in one.capabilities}
            for side, days, what in zip(("police", "social"), (LATE, AHEAD), matter.all("promises"), strict=False):
                if side in there:
                    due = house.stage.now.date() + timedelta(days=days)
                    tenure = Tenure.objects.get(pk=there[side].tenure_id)
                    promise(actor, submission, promised=Promise(tenure, what, due))


def invite_guest(house: House, sitting: Sitting) -> None:
    """Somebody of the municipality who has no seat there comes for an open item."""
    inside = {one.person_id for one in sitting.table.members}
    outside = [one.person_id for one in house.cast.everybody if one.person_id not in inside]
    with house.stage.acting(sitting.table.convener, "meetings.invite") as actor:
        meeting = open_meeting(actor, sitting.key)
        seats = (seat for one in outside for seat in Tenure.objects.filter(person_id=one).order_by("pk"))
        tenure = next(seat for seat in seats if may_come(seat))
        opened = [one for one in items_of(meeting) if not one.is_closed]
        people.invite_guest(actor, meeting, tenure=tenure, items=opened[-2:-1])


def leave_one_matter(house: House, sitting: Sitting) -> None:
    """One of the members knows one of the children, and steps out of that matter: rather one with few matters."""
    for player in (*sitting.table.members[CENTRAL:], *sitting.table.members[:CENTRAL]):
        with house.stage.acting(player, "desk.step_out") as actor:
            closed = [one for one in items_of(open_meeting(actor, sitting.key)) if one.is_closed]
            if closed and player != sitting.table.convener:
                step_out(actor, closed[-1].circle, reason=WORDS["conflict"])
                return


def call_off(house: House, sitting: Sitting) -> None:
    with house.stage.acting(sitting.table.convener, "meetings.cancel") as actor:
        moving.cancel_meeting(actor, open_meeting(actor, sitting.key), reason=WORDS["cancelled"])


def send_deputy(house: House, sitting: Sitting) -> None:
    """One who cannot come sends a colleague of the same agency."""
    with house.stage.acting(sitting.table.convener, "meetings.deputy") as actor:
        meeting = open_meeting(actor, sitting.key)
        seats = Attendance.objects.filter(meeting=meeting, is_guest=False, in_place_of=None)
        for absent in seats.filter(answer__in=SENT_REGRETS).select_related("tenure__seat__agency").order_by("pk"):
            choices = choices_of_people(meeting, absent.tenure.seat.agency_id)
            if choices:
                deputy = tenure_by_key(actor.municipality_id, choices[0][0])
                people.name_deputy(actor, meeting, absent=absent, deputy=deputy)
                return


def move(house: House, sitting: Sitting) -> None:
    """The room is taken, so the coming meeting begins an hour later."""
    later = sitting.starts_at + HOUR
    with house.stage.acting(sitting.table.convener, "meetings.move_meeting") as actor:
        meeting = open_meeting(actor, sitting.key)
        told = {"place": meeting.place, "about": "", "reason": WORDS["moved"]}
        moving.move_meeting(actor, meeting, starts_at=later, ends_at=later + LENGTH, **told)


def lay_year(house: House, table: Table, days: Iterable[datetime]) -> None:
    """The rest of the year is laid, nobody is called yet; the convener has it all in a calendar."""
    with house.stage.acting(table.convener, "meetings.year") as actor:
        room = open_circle_of(Body.objects.get(pk=table.body_id))
        for start in days:
            planning.plan_meeting(actor, room, starts_at=start, ends_at=start + LENGTH, place=WORDS["rooms"][0])
        open_calendar(actor, secrets.token_urlsafe(32))


def begin_here(house: House, player: Player) -> None:
    """Somebody new has looked up whom one can ask."""
    with house.stage.acting(player, "desk.step") as actor:
        take_step(actor, "hils")
