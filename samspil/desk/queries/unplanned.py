"""One's seats today, and what has been brought to their bodies where no meeting lies ahead. Keys and numbers only."""

from typing import Any

from django.db.models import BooleanField, Count, Exists, F, Func, OuterRef, QuerySet, Subquery, Value

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.circles.models import Circle
from samspil.decisions.models import Submission
from samspil.desk.queries.access import with_asked
from samspil.desk.queries.waiting import Waiting
from samspil.lib import clock, danish_dates
from samspil.meetings.models import Meeting
from samspil.meetings.queries.attended import with_attendance
from samspil.organisation.models import Tenure
from samspil.organisation.queries import held_today


def seats_held(actor: Actor) -> list[Any]:
    """In the municipality in hand, with how often one came; for keepers and conveners with what waits. One question."""
    held = held_today().filter(person_id=actor.person_id, municipality_id=actor.municipality_id)
    held = with_attendance(held.select_related("seat__function"))
    held = with_asked(held) if actor.holds(Can.CIRCLE_KEEP) else held
    return list(_with_waiting(held) if actor.holds(Can.MEETING_CONVENE) else held)


def _with_waiting(held: QuerySet[Tenure]) -> QuerySet[Any]:
    here = {"body": OuterRef("seat__body")}
    waits = Submission.objects.filter(settled_at=None, **here).order_by().values("body")
    coming = Meeting.objects.filter(ends_at__gte=clock.now(), cancellations=None, **here)
    may = Func(Value(Can.MEETING_CONVENE), F("pk"), function="may", output_field=BooleanField())
    open_room = Circle.objects.filter(kind="body_open", **here).alias(may=may).filter(may=True)
    return held.select_related("seat__body").annotate(
        waits=Subquery(waits.annotate(number=Count("pk")).values("number")),
        meets=Exists(coming),
        plans=Exists(open_room),
    )


def unplanned_of(actor: Actor, seats: list[Any]) -> list[Waiting]:
    """For whoever may call that meeting, and each body once."""
    if not actor.holds(Can.MEETING_CONVENE):
        return []
    waiting = {seat.seat.body: seat.waits for seat in seats if seat.waits and seat.plans and not seat.meets}
    return [_line(actor, body, number) for body, number in waiting.items()]


def _line(actor: Actor, body: Any, number: int) -> Waiting:
    return Waiting(
        due=clock.now(),
        href=f"/moeder/nyt/?organ={body.key}",
        title=f"Planlæg et møde i {body.name}",
        meta=f"{danish_dates.counted(number, 'punkt', 'punkter')} på vej, og der er ikke planlagt et møde",
        when="venter",
        state="",
        municipality=actor.municipality_name,
    )
