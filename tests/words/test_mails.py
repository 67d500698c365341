"""The mail says that there is a message; whether it goes is asked at the second it is sent."""

from typing import Any

import pytest

from samspil.words.exports import waiting
from samspil.words.models import Word
from tests.words.conftest import Room

pytestmark = pytest.mark.usefixtures("patient")


@pytest.fixture
def payload(acting: Any, write: Any) -> dict[str, int]:
    write("anna", "bo")
    with acting("anna"):
        return {"word": Word.objects.get().pk}


def mail(acting: Any, person: str, payload: dict[str, int]) -> Any:
    with acting(person, "post.mail") as actor:
        return waiting(actor, payload)


def test_the_chosen_gets_a_mail_that_says_nothing(acting: Any, room: Room, payload: dict[str, int]) -> None:
    letter = mail(acting, "bo", payload)
    assert letter.subject == "Du har en besked"
    assert room.key not in letter.text
    assert "Anna" not in letter.text
    assert not letter.enclosures
    for other in ("dorthe", "uffe", "vera", "anna"):
        assert mail(acting, other, payload) is None


def test_the_one_who_asked_gets_one_when_the_answer_is_there(acting: Any, payload: dict[str, int], reply: Any) -> None:
    with acting("anna"):
        key = Word.objects.get().key
    reply("bo", key, text="Ja.")
    assert mail(acting, "anna", payload).subject == "Du har en besked"
    assert mail(acting, "bo", payload) is None  # read already


def test_whoever_is_kept_out_meanwhile_gets_none(acting: Any, world: Any, room: Room, payload: dict[str, int]) -> None:
    from samspil.circles.commands import exclude
    from samspil.circles.models import Circle
    from samspil.organisation.models import Person

    assert mail(acting, "bo", payload)
    with acting("anna") as anna:
        circle = Circle.objects.get(pk=room.circle_id)
        exclude(anna, circle, Person.objects.get(pk=world.people["bo"]), "Kender familien")
    assert mail(acting, "bo", payload) is None
