"""Where the matter of a circle has its page: rooms above say so for the kinds of circle that they know."""

from collections.abc import Callable
from dataclasses import dataclass

from samspil.authority.actor import Actor
from samspil.circles.models import Circle


@dataclass(frozen=True)
class Place:
    href: str
    label: str


Finder = Callable[[Actor, Circle], Place | None]

_finders: dict[str, Finder] = {}


def register_place(circle_kind: str, find: Finder) -> None:
    """Called once, from the app's `ready()`."""
    _finders[circle_kind] = find


def place_of(actor: Actor, circle: Circle) -> Place | None:
    find = _finders.get(circle.kind)
    return find(actor, circle) if find else None
