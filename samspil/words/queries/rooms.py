"""The door to a circle's messages, and who may be written to there."""

from dataclasses import dataclass

from django.http import Http404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, who_may
from samspil.circles.models import Circle
from samspil.circles.queries import open_circle_by_key
from samspil.words.rules import MATTERS


@dataclass(frozen=True)
class Room:
    """A circle whose messages the actor may read, and everybody in it."""

    circle: Circle
    holders: tuple[Holder, ...]

    @property
    def writes(self) -> bool:
        return any(one.mine and Can.NOTE_WRITE in one.capabilities for one in self.holders)

    @property
    def closed(self) -> bool:
        return self.circle.closed_at is not None


def open_room(actor: Actor, key: str) -> Room:
    """Http404 for whoever reads no notes there, and where there is no matter to write about."""
    circle = open_circle_by_key(actor, key)
    if circle.kind not in MATTERS or not circle.named:
        raise Http404
    room = Room(circle, who_may(circle.pk))
    if not any(one.mine and Can.NOTE_READ in one.capabilities for one in room.holders):
        raise Http404
    return room


def those_to_write_to(holders: tuple[Holder, ...]) -> list[Holder]:
    """Each once, by one seat: those who read the messages of the circle now and can answer there, less oneself."""
    mine = {one.person_id for one in holders if one.mine}
    able = [one for one in holders if {Can.NOTE_READ, Can.NOTE_WRITE} <= one.capabilities]
    by_person = {one.person_id: one for one in reversed(able) if one.person_id not in mine}
    return sorted(by_person.values(), key=able.index)


def choices(room: Room) -> list[tuple[str, str]]:
    return [(str(one.tenure_id), f"{one.name}, {one.because}") for one in those_to_write_to(room.holders)]
