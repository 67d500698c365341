"""A case of the world with its room, and forms sent as a browser sends them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from samspil.ui.forms import new_form_key
from tests.cases.conftest import case_key, patient
from tests.concerns.conftest import draft, sent

__all__ = ["case_key", "draft", "patient", "sent"]

WORD = "Kanarietelefon"
TEXT = f"{WORD}: ring til mor i dag."


@dataclass(frozen=True)
class Room:
    """A room's key and, by person, the seats that can be written to."""

    key: str
    circle_id: int
    seats: dict[str, int]


@pytest.fixture
def room(acting: Any, case_key: str, world: Any) -> Room:
    from samspil.authority.relation import who_may
    from samspil.cases.models import Case

    with acting("anna"):
        circle = Case.objects.select_related("circle").get(key=case_key).circle
        there = {one.person_id: one.tenure_id for one in who_may(circle.pk)}
    seats = {name: there[number] for name, number in world.people.items() if number in there}
    return Room(circle.key, circle.pk, seats)


@pytest.fixture
def write(client_of: Any, room: Room) -> Callable[..., Any]:
    """`write("anna", "bo", "dorthe")` sends the form, and gives the answer."""

    def send(person: str, *to: str, text: str = TEXT, asks: bool = True, **typed: Any) -> Any:
        facts: dict[str, Any] = {"form_key": new_form_key(), "text": text, "to": [room.seats[one] for one in to]}
        if asks:
            facts["wants_answer"] = "on"
        return client_of(person).post(f"/rum/{room.key}/beskeder/", {**facts, **typed})

    return send


@pytest.fixture
def reply(client_of: Any, room: Room) -> Callable[..., Any]:
    """`reply("bo", key)` answers the message of this key."""

    def send(person: str, key: str, **typed: Any) -> Any:
        return client_of(person).post(f"/rum/{room.key}/beskeder/{key}/", {"form_key": new_form_key(), **typed})

    return send
