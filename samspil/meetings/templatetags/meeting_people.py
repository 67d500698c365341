"""What stands below the people of a meeting: who is still to be replaced, and asking a guest in."""

from typing import Any

from django import template

from samspil.meetings.queries.screen import Screen

register = template.Library()


@register.inclusion_tag("meetings/parts/stand_ins.html", takes_context=True)
def stand_ins(context: dict[str, Any], screen: Screen) -> dict[str, Any]:
    actor, over = context["request"].actor, screen.meeting.ended_at is not None
    replaced = {one.in_place_of for one in screen.people}
    absent = [
        one
        for one in screen.people
        if one.answer in {"no", "deputy"}
        and one.tenure_id not in replaced
        and not (one.is_guest or one.in_place_of)
        and (screen.may_convene or one.person_id == actor.person_id)
    ]
    return {
        "meeting": screen.meeting,
        "actor": actor,
        "absent": [] if over else absent,
        "may_invite": screen.may_convene and not over,
    }
