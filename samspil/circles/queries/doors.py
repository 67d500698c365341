from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.circles.models import Circle
from samspil.organisation.models import Body, Unit


def open_circle_by_key(actor: Actor, key: str) -> Circle:
    """The door to one circle; Http404 for whoever is not in it."""
    return get_object_or_404(Circle.objects.select_related("category", "body", "unit"), key=key)


def unit_circle(unit: Unit) -> Circle:
    """Where a workplace's employees raise concerns. Raises Http404 for whoever does not work there."""
    return get_object_or_404(Circle, kind="unit", unit=unit)


def open_circle_of(body: Body) -> Circle:
    """A body's open circle: everybody with a seat, outsiders included."""
    return get_object_or_404(Circle, kind="body_open", body=body)


def closed_circle_of(body: Body) -> Circle:
    return get_object_or_404(Circle, kind="body_closed", body=body)


def office_of(actor: Actor) -> Circle:
    """The office circle of the municipality in hand; Http404 for whoever holds no function there."""
    return get_object_or_404(Circle, kind="office", municipality_id=actor.municipality_id)
