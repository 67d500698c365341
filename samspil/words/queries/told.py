"""The messages of a circle, as its pages tell them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.words.models import Receiver, Word
from samspil.words.queries.rooms import Room
from samspil.words.rules import state_words


@dataclass(frozen=True)
class To:
    """One receiver; `mine` is whether it is the actor, and `at` when it was answered."""

    name: str
    state: str
    text: str
    at: datetime | None
    mine: bool


@dataclass(frozen=True)
class Told:
    key: str
    by: str
    at: datetime
    text: str
    wants_answer: bool
    receivers: tuple[To, ...]

    @property
    def names(self) -> str:
        return ", ".join(one.name for one in self.receivers)

    @property
    def mine(self) -> bool:
        """Whether the actor is one of the receivers."""
        return any(one.mine for one in self.receivers)

    @property
    def waits(self) -> bool:
        """Whether the actor is one, and has not answered."""
        return any(one.mine and one.at is None for one in self.receivers)


def told_in(actor: Actor, room: Room, most: int | None = None) -> list[Told]:
    """The newest first; `most` of them, where the page leads to the rest."""
    rows = _rows().filter(circle=room.circle).order_by("-pk")
    return [told_of(actor, row) for row in (rows[:most] if most else rows)]


def open_word(room: Room, key: str) -> Any:
    """The door to one message, found in its own room alone."""
    return get_object_or_404(_rows(), circle=room.circle, key=key)


def told_of(actor: Actor, row: Any) -> Told:
    return Told(
        key=row.key,
        by=row.written_by.person.name if row.written_by else "",
        at=row.written_at,
        text=row.text,
        wants_answer=row.wants_answer,
        receivers=tuple(_to(actor, row, one) for one in row.receivers.all()),
    )


def _to(actor: Actor, row: Any, receiver: Any) -> To:
    reply = _first(receiver.replies.all())
    text = reply.text if reply else ""
    done = receiver.done_at is not None
    return To(
        name=receiver.tenure.person.name,
        state=state_words(wants_answer=row.wants_answer, done=done, answered=bool(text)),
        text=text,
        at=receiver.done_at,
        mine=receiver.tenure.person_id == actor.person_id,
    )


def _first(rows: Iterable[Any]) -> Any:
    return next(iter(rows), None)


def _rows() -> QuerySet[Word]:
    receivers = Receiver.objects.select_related("tenure__person").prefetch_related("replies").order_by("pk")
    return Word.objects.select_related("written_by__person").prefetch_related(Prefetch("receivers", receivers))
