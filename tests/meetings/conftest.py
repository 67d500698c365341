"""One body, one meeting, and a closed matter that was brought to it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

NAME = "Karimkanarie Haddad"
REASON = "Klubkanarie ser ham ikke mere"


def lay_meeting(actor: Any, days: int = 3, **facts: Any) -> Any:
    from samspil.circles.queries import open_circle_of
    from samspil.lib import clock
    from samspil.meetings.commands.planning import plan_meeting
    from samspil.organisation.models import Body

    start = clock.now() + timedelta(days=days)
    body = Body.objects.get(slug="netvaerk-aaskolen")
    return plan_meeting(actor, open_circle_of(body), starts_at=start, ends_at=start + timedelta(minutes=90), place="lokale 2.14", **facts)


def bring_matter(actor: Any, meeting: Any, name: str = NAME) -> Any:
    from samspil.circles.queries import closed_circle_of
    from samspil.meetings.commands.agenda import add_closed_item

    necessity = "For at vælge et tilbud"
    return add_closed_item(
        actor, closed_circle_of(meeting.body), meeting=meeting, name=name, reason=REASON, basis="ssp115", necessity=necessity
    )


@pytest.fixture
def laid(acting: Callable[[str], Any]) -> tuple[str, str]:
    """The keys of a meeting with its agenda, and of the closed item on it."""
    from samspil.meetings.commands.agenda import build_agenda

    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        build_agenda(anna, meeting)
        return meeting.key, bring_matter(anna, meeting).key
