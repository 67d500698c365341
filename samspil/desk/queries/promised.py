"""What somebody has promised. The words of a promise stand here only when it was made in the open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from samspil.authority.actor import Actor
from samspil.decisions.models import Commitment, CommitmentReport
from samspil.decisions.rules import REPORT_WORDS
from samspil.desk.queries.rooms import Room, rooms_of
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


def running(actor: Actor) -> list[dict[str, Any]]:
    """The rows of what runs, the most pressing first; `promises_from` makes them readable."""
    return _rows(actor, Q(ended_at=None), "due")


def kept_by(actor: Actor) -> list[Promise]:
    """What has ended lately, the latest first."""
    rows = _rows(actor, Q(ended_at__gte=clock.now() - LOOK_BACK), "-ended_at")
    return promises_from(rows, rooms_of(row["circle_id"] for row in rows))


def promises_from(rows: list[dict[str, Any]], rooms: Mapping[int, Room]) -> list[Promise]:
    """One query, or none: the words of those that were made in the open."""
    is_open = [row["pk"] for row in rows if not rooms[row["circle_id"]].named]
    words = {row.key: row.what for row in Commitment.objects.filter(pk__in=is_open)} if is_open else {}
    return [_promise(row, rooms[row["circle_id"]], words) for row in rows]


@dataclass(frozen=True)
class Report:
    """How somebody said that it went."""

    on: date
    who: str
    outcome: str
    text: str


def reports_of(commitment: Commitment) -> list[Report]:
    """The newest first."""
    rows = CommitmentReport.objects.filter(circle_id=commitment.circle_id, commitment=commitment)
    return [
        Report(
            clock.in_copenhagen(row.written_at).date(),
            row.written_by.person.name,
            REPORT_WORDS.get(row.outcome, row.outcome),
            row.text,
        )
        for row in rows.select_related("written_by__person").order_by("-pk")
    ]


def _rows(actor: Actor, which: Q, order: str) -> list[dict[str, Any]]:
    mine = Commitment.objects.filter(which, tenure__person_id=actor.person_id).order_by(order, "pk")
    return [dict(row) for row in mine.values("pk", "key", "due", "ended_at", "circle_id")]


def _promise(row: dict[str, Any], room: Room, words: dict[str, str]) -> Promise:
    return Promise(
        key=row["key"],
        due=row["due"],
        what=words.get(row["key"], CLOSED_WORDS),
        is_open=not room.named,
        place=room.title,
        body_id=room.body_id,
        municipality=room.municipality,
        ended=clock.in_copenhagen(row["ended_at"]).date() if row["ended_at"] else None,
    )
