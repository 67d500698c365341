"""Who may take a concern up: first who covers the child's school, then those one convenes, then the others."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet, Value

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.circles.models import Circle
from samspil.concerns.models import Concern
from samspil.concerns.queries import openers
from samspil.concerns.queries.words import current_bodies
from samspil.organisation.models import Body, Routing, Seat


@dataclass(frozen=True)
class Possible:
    """What may be chosen: bodies in that order, and whether a case may be opened."""

    own: tuple[Body, ...]
    convened: tuple[Body, ...]
    others: tuple[Body, ...]
    opens_case: bool

    @property
    def bodies(self) -> tuple[Body, ...]:
        return (*self.own, *self.convened, *self.others)

    @property
    def grouped(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """For a list to choose from; what holds nothing is left out."""
        named = (("Stedets eget", self.own), ("Dem, du indkalder", self.convened), ("Andre", self.others))
        return [(name, [(body.key, body.name) for body in bodies]) for name, bodies in named if bodies]


def triage_choices(actor: Actor, concern: Concern) -> Possible:
    school = (concern.young_person.school if concern.young_person else None) or concern.circle.unit
    seats = Seat.objects.filter(body=OuterRef("pk"), from_unit=school, closed_on__isnull=True)
    bodies = list(current_bodies(actor).annotate(seats_school=Exists(seats), convened=Exists(_convened())))
    own = _nearest(bodies, school)
    rest = [body for body in bodies if body not in own]
    return Possible(
        own=own,
        convened=tuple(body for body in rest if body.convened),
        others=tuple(body for body in rest if not body.convened),
        opens_case=_opens_case(concern),
    )


def _nearest(bodies: list[Any], school: Any) -> tuple[Body, ...]:
    """Made for this place; else for the one it is part of; else with a seat that is filled from it."""
    for covers in (
        [body for body in bodies if body.unit_id == school.pk],
        [body for body in bodies if school.parent_id and body.unit_id == school.parent_id],
        [body for body in bodies if body.seats_school and body.unit_id is None],
    ):
        if covers:
            return tuple(covers)
    return ()


def _convened() -> QuerySet[Circle]:
    """The open room of a body, where the actor calls its meetings."""
    may = Func(Value(Can.MEETING_CONVENE), F("pk"), function="may", output_field=BooleanField())
    return Circle.objects.filter(kind="body_open", body=OuterRef("pk")).alias(may=may).filter(may=True)


def _opens_case(concern: Concern) -> bool:
    """Only where the municipality's own ways allow it, and the room for cases is there to receive it."""
    if not openers.ready():
        return False
    known = getattr(concern, "has_way_to_case", None)
    return ways_to_case(concern.municipality_id, concern.circle.unit_id).exists() if known is None else bool(known)


def ways_to_case(municipality: Any, unit: Any) -> QuerySet[Routing]:
    """The municipality's ways from a concern of this workplace straight to a case."""
    routes = Routing.objects.filter(act="open", from_kind="concern", to_kind="case", municipality=municipality)
    return routes.filter(Q(for_unit=unit) | Q(for_unit__isnull=True))
