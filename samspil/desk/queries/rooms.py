"""What lines on Min SSP say of the room that a thing lies in. Asked by id, so that no list joins under two policies."""

from collections.abc import Iterable
from dataclasses import dataclass

from samspil.circles.models import Circle


@dataclass(frozen=True)
class Room:
    title: str
    named: bool
    body_id: int | None
    municipality: str


def rooms_of(circle_ids: Iterable[int]) -> dict[int, Room]:
    """One query, or none."""
    wanted = set(circle_ids)
    rows = Circle.objects.filter(pk__in=wanted).select_related("municipality") if wanted else ()
    return {row.pk: Room(row.title, row.named, row.body_id, row.municipality.name) for row in rows}
