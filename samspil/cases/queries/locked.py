"""Closed cases that nobody reads any more, for whoever has the duties of them (A13)."""

from django.db import connection
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.circles.models import Circle

MOST = 200


def locked_rooms(actor: Actor) -> list[Circle]:
    """The latest closed first. Nothing of what is in them is read here, and no name stands in a room's title."""
    return list(_locked(actor).select_related("category").order_by("-closed_at", "-pk")[:MOST])


def locked_room(actor: Actor, key: str) -> Circle:
    return get_object_or_404(_locked(actor), key=key)


def _locked(actor: Actor) -> QuerySet[Circle]:
    with connection.cursor() as cursor:
        cursor.execute("select circle_array(%s), circle_array(%s)", [Can.CIRCLE_KEEP, Can.CASE_READ])
        kept, read = cursor.fetchone()
    rows = Circle.objects.filter(municipality_id=actor.municipality_id, kind="case", closed_at__isnull=False)
    return rows.filter(pk__in=set(kept) - set(read))
