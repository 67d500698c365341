"""Where a matter that was brought to a body comes up."""

from django.db.models import Q

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import may
from samspil.circles.models import Circle
from samspil.decisions.rules import Came
from samspil.lib import clock
from samspil.lib.danish_dates import long_day
from samspil.meetings.models import AgendaItem, Meeting
from samspil.organisation.models import Body


def came_of_item(actor: Actor, circle_key: str) -> Came | None:
    """The meeting where it stands on the agenda, else the body's next one, else that there is none."""
    circle = Circle.objects.filter(key=circle_key).select_related("body").first()
    if circle is None:
        return None
    item = AgendaItem.objects.filter(circle=circle, removed_at=None).order_by("-pk").first()
    named = item.meeting_key if item else ""
    coming = Meeting.objects.filter(Q(key=named) | Q(ends_at__gte=clock.now()), body=circle.body, cancellations=None)
    meetings = list(coming.order_by("starts_at", "pk"))
    meeting = next((one for one in meetings if one.key == named), meetings[0] if meetings else None)
    if meeting is None:
        return _unplanned(circle.body)
    day = long_day(clock.in_copenhagen(meeting.starts_at).date())
    if item is None or meeting.key != named:
        return Came(f"Kommer på dagsordenen for {circle.body.name} {day}.", f"/moeder/{meeting.key}/", "Se mødet")
    words = f"Sat på dagsordenen for {circle.body.name} {day}."
    return Came(words, f"/moeder/{meeting.key}/punkt/{item.key}/", "Se punktet")


def _unplanned(body: Body) -> Came:
    """Whoever sits elsewhere does not see when they meet."""
    room = Circle.objects.filter(kind="body_open", body=body).first()
    if room is None:
        return Came(f"Sendt til {body.name}. De tager det op på deres næste møde.")
    words = f"Sendt til {body.name}. Der er ikke planlagt et møde."
    return Came(words, *(("/moeder/nyt/", "Planlæg et") if may(Can.MEETING_CONVENE, room.pk) else ()))
