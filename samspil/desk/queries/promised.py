"""What somebody has promised. The words of a promise stand here only when it was made in the open."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from samspil.authority.actor import Actor
from samspil.decisions.models import Commitment
from samspil.lib import clock

LOOK_BACK = timedelta(days=90)
CLOSED_WORDS = "Aftale i et fortroligt rum"


@dataclass(frozen=True)
class Promise:
    key: str
    due: date
    what: str
    is_open: bool
    place: str
    body_id: int | None
    municipality: str
    ended: date | None = None


def promises_of(actor: Actor) -> list[Promise]:
    """What runs, the most pressing first. Two queries: days of all, words of the open ones."""
    return _promises(actor, Q(ended_at=None), "due")


def kept_by(actor: Actor) -> list[Promise]:
    """What has ended lately, the latest first."""
    return _promises(actor, Q(ended_at__gte=clock.now() - LOOK_BACK), "-ended_at")


def _promises(actor: Actor, which: Q, order: str) -> list[Promise]:
    mine = Commitment.objects.filter(which, tenure__person_id=actor.person_id)
    fields = ("key", "due", "ended_at", "circle__title", "circle__named", "circle__body_id", "municipality__name")
    rows = list(mine.order_by(order, "pk").values(*fields))
    words = {row.key: row.what for row in mine.filter(circle__named=False)}
    return [_promise(row, words) for row in rows]


def _promise(row: dict[str, Any], words: dict[str, str]) -> Promise:
    return Promise(
        key=row["key"],
        due=row["due"],
        what=words.get(row["key"], CLOSED_WORDS),
        is_open=not row["circle__named"],
        place=row["circle__title"],
        body_id=row["circle__body_id"],
        municipality=row["municipality__name"],
        ended=clock.in_copenhagen(row["ended_at"]).date() if row["ended_at"] else None,
    )
