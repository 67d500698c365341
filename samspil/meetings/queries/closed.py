"""The closed room of a body, for whoever may bring a matter up there."""

from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import may
from samspil.circles.models import Circle
from samspil.organisation.queries import choosable_bases


def closed_room(actor: Actor, meeting: Any) -> Circle | None:
    """The body's closed circle, or None for whoever may not open an item there."""
    del actor
    circle = Circle.objects.filter(kind="body_closed", body=meeting.body).first()
    return circle if circle is not None and may(Can.ITEM_OPEN, circle.pk) else None


def bases_of(meeting: Any) -> list[tuple[str, str]]:
    return [(basis.slug, basis.name) for basis in choosable_bases(meeting.municipality_id)]
