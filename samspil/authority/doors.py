"""Every view names its door: what the reading log calls it, and how far it reaches.

The access matrix is made from this.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from django.http import HttpResponse

View = TypeVar("View", bound=Callable[..., HttpResponse])


class Reach(StrEnum):
    """Who gets in at all; what one sees inside is the database's answer."""

    PUBLIC = "public"
    SECRET = "secret"  # noqa: S105  # how far a door reaches, not a password
    ACCOUNT = "account"
    PERSON = "person"


@dataclass(frozen=True)
class Door:
    name: str
    reach: Reach


DOORS: dict[str, Door] = {}


def door(name: str, reach: Reach = Reach.PERSON) -> Callable[[View], View]:
    """`name` is `room.noun`. PUBLIC needs no login, SECRET a revocable address, ACCOUNT belongs to logging in."""

    def decorate(view: View) -> View:
        DOORS[name] = Door(name, reach)
        view.door = DOORS[name]  # type: ignore[attr-defined]  # functions carry their door
        return view

    return decorate


def door_of(view: Any) -> Door | None:
    return getattr(view, "door", None)
