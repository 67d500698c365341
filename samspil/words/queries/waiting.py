"""Messages for Min SSP: those that wait for oneself, and how one's own stand. Keys, days and names of colleagues."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.lib import clock
from samspil.lib.danish_dates import listed
from samspil.words.models import Receiver
from samspil.words.rules import followed_words, is_told

LOOK_BACK = timedelta(days=90)
MOST = 200
"""So many rows are looked at, what waits for the actor first, then the newest; nobody reads on."""


@dataclass(frozen=True)
class MyWord:
    """`waits` for the actor to answer or see; else it is the actor's own, and `state` says how it stands."""

    href: str
    circle_id: int
    at: datetime
    waits: bool
    wants_answer: bool
    who: str
    state: str = ""


def words_of(actor: Actor) -> list[MyWord]:
    """In circles that are not closed. One query, or none, and no text is loaded."""
    if not actor.holds(Can.NOTE_WRITE):
        return []
    to_me = Q(tenure__person_id=actor.person_id, done_at=None)
    mine = Q(written_by__person_id=actor.person_id)
    from_me = mine & Q(written_at__gte=clock.now() - LOOK_BACK)
    own_last = ExpressionWrapper(mine, BooleanField())
    rows = Receiver.objects.filter(to_me | from_me, circle__closed_at=None).order_by(own_last, "-word_id", "pk")
    found = rows.values(
        "word_key",
        "circle_id",
        "circle__key",
        "written_at",
        "wants_answer",
        "done_at",
        "tenure__person_id",
        "tenure__person__name",
        "written_by__person_id",
        "written_by__person__name",
    )
    return [
        one
        for _, same in groupby(_whole(list(found[: MOST + 1])), key=lambda row: row["word_key"])
        for one in _of_word(actor, [dict(row) for row in same])
    ]


def _whole(rows: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Without the message that the limit cuts through."""
    return rows if len(rows) <= MOST else [row for row in rows if row["word_key"] != rows[-1]["word_key"]]


def _of_word(actor: Actor, rows: list[dict[str, Any]]) -> list[MyWord]:
    first = rows[0]
    if first["written_by__person_id"] == actor.person_id:
        return [_own(rows)] if _is_told(rows) else []
    return [_my_word(first, waits=True, who=first["written_by__person__name"])]


def _own(rows: list[dict[str, Any]]) -> MyWord:
    done = [row["done_at"] for row in rows]
    who = listed([row["tenure__person__name"] for row in rows])
    return _my_word(rows[0], waits=False, who=who, state=followed_words(done, wants_answer=rows[0]["wants_answer"]))


def _is_told(rows: list[dict[str, Any]]) -> bool:
    done = [row["done_at"] for row in rows]
    return is_told(rows[0]["written_at"], done, clock.now(), wants_answer=rows[0]["wants_answer"])


def _my_word(row: Mapping[str, Any], *, waits: bool, who: str, state: str = "") -> MyWord:
    return MyWord(
        href=f"/rum/{row['circle__key']}/beskeder/{row['word_key']}/",
        circle_id=row["circle_id"],
        at=row["written_at"],
        waits=waits,
        wants_answer=row["wants_answer"],
        who=who,
        state=state,
    )
