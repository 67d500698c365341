"""What happens seldom: a guest, a meeting called off, somebody who steps out, promises that run over their day."""

from datetime import timedelta

from samspil.authority.capability import Can
from samspil.authority.relation import may, who_may
from samspil.config.season.cast import Table
from samspil.config.season.house import House
from samspil.config.season.meetings import Sitting
from samspil.config.season.stories import WORDS
from samspil.decisions.commands import Promise, promise
from samspil.decisions.queries import waiting_for
from samspil.desk.commands import step_out
from samspil.meetings.commands import moving, people
from samspil.meetings.queries.agenda import items_of, open_meeting
from samspil.meetings.queries.guests import may_come
from samspil.organisation.models import Body, Tenure

LATE, AHEAD = -2, 5
"""Days from today to the day of a promise that was given twelve days ago."""


def lay_at_table(house: House, sitting: Sitting, place: int, turn: int) -> None:
    """`place` is that of the table, `turn` that of the meeting: 0 is the coming one."""
    stage, start = house.stage, sitting.starts_at
    if (place, turn) == (0, 0):
        stage.later(stage.now - timedelta(days=12), lambda: promise_more(house, sitting.table))
        stage.later(start - timedelta(days=5), lambda: invite_guest(house, sitting))
        stage.later(start - timedelta(days=4), lambda: leave_one_matter(house, sitting))
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
    """The last of the members knows one of the children, and steps out of that matter."""
    for player in reversed(sitting.table.members):
        with house.stage.acting(player, "desk.step_out") as actor:
            closed = [one for one in items_of(open_meeting(actor, sitting.key)) if one.is_closed]
            if closed and player != sitting.table.convener:
                step_out(actor, closed[-1].circle, reason=WORDS["conflict"])
                return


def call_off(house: House, sitting: Sitting) -> None:
    with house.stage.acting(sitting.table.convener, "meetings.cancel") as actor:
        moving.cancel_meeting(actor, open_meeting(actor, sitting.key), reason=WORDS["cancelled"])
