"""Where a matter that was brought to a body comes up.

`_told` names five protected tables in one statement, and that is meant: it begins at one circle, by its key, and beside
it puts out keys and times alone, which models declare open and policies still hold; no named row is loaded. Asked apart
it would be five questions on a page that has twelve in all.
"""

from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Subquery, Value

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.cases.models import CaseItem
from samspil.circles.models import Circle
from samspil.decisions.rules import Came
from samspil.lib import clock
from samspil.lib.danish_dates import long_day
from samspil.meetings.models import AgendaItem, Meeting
from samspil.words.queries import Place


def came_of_item(actor: Actor, circle_key: str) -> Came | None:
    """The case opened there, the meeting where it stands, else the body's next, else that there is none. One query."""
    room = _told(circle_key)
    if room is None:
        return None
    if room.case_key is not None:
        return Came("Der er åbnet en sag.", f"/sager/{room.case_key}/", "Se sagen", outcome="case")
    if room.met_at is not None:
        words = f"Sat på dagsordenen for {room.body.name} {_day(room.met_at)}."
        return Came(words, f"/moeder/{room.met_in}/punkt/{room.item_key}/", "Se punktet")
    if room.next_at is not None:
        words = f"Kommer på dagsordenen for {room.body.name} {_day(room.next_at)}."
        return Came(words, f"/moeder/{room.next_key}/", "Se mødet")
    return _unplanned(room)


def place_of_item(actor: Actor, circle: Circle) -> Place | None:
    """The newest item of this matter, on its meeting's page; only keys are asked for."""
    del actor
    newest = AgendaItem.objects.filter(circle=circle, removed_at=None).order_by("-pk")
    found = newest.values_list("meeting_key", "key").first()
    return Place(f"/moeder/{found[0]}/punkt/{found[1]}/", "Punktet") if found else None


def _told(circle_key: str) -> Any:
    """The matter's circle with its case, its newest item, that item's meeting, and the body's next one."""
    items = AgendaItem.objects.filter(circle=OuterRef("pk"), removed_at=None).order_by("-pk")
    meetings = Meeting.objects.filter(body=OuterRef("body"), cancellations=None).order_by("starts_at", "pk")
    coming = meetings.filter(ends_at__gte=clock.now())
    open_room = Circle.objects.filter(kind="body_open", body=OuterRef("body"))
    plans = Func(Value(Can.MEETING_CONVENE), F("pk"), function="may", output_field=BooleanField())
    rooms = Circle.objects.filter(key=circle_key).select_related("body")
    return rooms.annotate(
        case_key=Subquery(CaseItem.objects.filter(circle_key=OuterRef("key")).order_by("pk").values("case__key")[:1]),
        item_key=Subquery(items.values("key")[:1]),
        met_in=Subquery(items.values("meeting_key")[:1]),
        met_at=Subquery(meetings.filter(key=OuterRef("met_in")).values("starts_at")[:1]),
        next_key=Subquery(coming.values("key")[:1]),
        next_at=Subquery(coming.values("starts_at")[:1]),
        seen=Exists(open_room),
        plans=Exists(open_room.alias(may=plans).filter(may=True)),
    ).first()


def _unplanned(room: Any) -> Came:
    """Whoever sits elsewhere does not see when they meet."""
    if not room.seen:
        return Came(f"Sendt til {room.body.name}. De tager det op på deres næste møde.")
    words = f"Sendt til {room.body.name}. Der er ikke planlagt et møde."
    return Came(words, *((f"/moeder/nyt/?organ={room.body.key}", "Planlæg et") if room.plans else ()))


def _day(instant: datetime) -> str:
    return long_day(clock.in_copenhagen(instant).date())
