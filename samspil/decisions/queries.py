from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.circles.models import Circle
from samspil.decisions.models import Commitment, Submission
from samspil.organisation.models import Body


def open_commitment(actor: Actor, key: str) -> Commitment:
    return get_object_or_404(Commitment.objects.select_related("circle", "tenure__person"), key=key)


def my_commitments(actor: Actor) -> QuerySet[Commitment]:
    """What I promised and have not ended, the most pressing first; with its words, so for a page with a band."""
    mine = Commitment.objects.filter(tenure__person_id=actor.person_id, ended_at=None)
    return mine.select_related("circle__body", "tenure").order_by("due", "pk")


def my_due(actor: Actor) -> list[dict[str, Any]]:
    """Only keys, days and which circle: for a page that lies open on a desk."""
    mine = Commitment.objects.filter(tenure__person_id=actor.person_id, ended_at=None)
    return [dict(one) for one in mine.order_by("due", "pk").values("key", "due", "circle_id", "municipality_id")]


def running_in(circle: Circle | int) -> QuerySet[Commitment]:
    circle_id = circle if isinstance(circle, int) else circle.pk
    return (
        Commitment.objects.filter(circle_id=circle_id, ended_at=None)
        .select_related("tenure__person")
        .order_by("due", "pk")
    )


def waiting_for(body: Body) -> QuerySet[Submission]:
    """What has been brought to a body and is not settled, as far as the actor may read it."""
    return Submission.objects.filter(body=body, settled_at=None).select_related("circle").order_by("pk")
