"""What the tests of meetings do again and again."""

from datetime import timedelta
from typing import Any

NAME = "Karimkanarie Haddad"
REASON = "Klubkanarie ser ham ikke mere"
SHARED = "Delekanarie: han spiser alene"


def lay_meeting(actor: Any, days: int = 3, **facts: Any) -> Any:
    from samspil.circles.queries import open_circle_of
    from samspil.lib import clock
    from samspil.meetings.commands.planning import plan_meeting
    from samspil.organisation.models import Body

    start = clock.now() + timedelta(days=days)
    body = Body.objects.get(slug="netvaerk-aaskolen", municipality_id=actor.municipality_id)
    return plan_meeting(
        actor,
        open_circle_of(body),
        starts_at=start,
        ends_at=start + timedelta(minutes=90),
        place="lokale 2.14",
        **facts,
    )


def bring_matter(actor: Any, meeting: Any, name: str = NAME) -> Any:
    from samspil.circles.queries import closed_circle_of
    from samspil.meetings.commands.agenda import add_closed_item

    room = closed_circle_of(meeting.body)
    return add_closed_item(
        actor, room, meeting=meeting, name=name, reason=REASON, basis="ssp115", necessity="For at vælge et tilbud"
    )


def meeting_of(actor: Any, key: str) -> Any:
    from samspil.meetings.queries.agenda import open_meeting

    return open_meeting(actor, key)


def item_of(actor: Any, key: str, item_key: str) -> Any:
    from samspil.meetings.queries.agenda import open_item

    return open_item(actor, meeting_of(actor, key), item_key)


def seat_of(actor: Any, person: int, slug: str = "netvaerk-aaskolen") -> Any:
    from samspil.organisation.models import Tenure

    return Tenure.objects.get(person_id=person, seat__body__slug=slug, municipality_id=actor.municipality_id)


def stand_in(actor: Any, key: str, person: int) -> None:
    """Call everybody, and let this member write the minutes."""
    from samspil.meetings.commands import planning, running

    meeting = meeting_of(actor, key)
    planning.convene(actor, meeting)
    running.name_stand_in(actor, meeting, tenure=seat_of(actor, person))


def form_data(**fields: Any) -> dict[str, Any]:
    from samspil.ui.forms import new_form_key

    return {"form_key": new_form_key(), **fields}
