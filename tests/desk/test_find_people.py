"""Find: a young person who stands in several rooms is one hit."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from samspil.desk.queries.colleagues import Room
from samspil.desk.queries.found import one_and_the_same


def found(client: Any, words: str) -> str:
    return str(client.post("/find/", {"words": words}).content.decode())


def test_a_young_person_of_several_rooms_is_shown_once_with_every_way_in(filled: Any, client_of: Any) -> None:
    text = found(client_of("anna"), "kareem")
    young = text[text.index('id="young"') :].split("</section>")[0]
    assert young.count('class="line-title"') == 1
    ways = young[young.index('<ul class="ways">') :]
    assert ways.count("Du kan se det som ") == 2
    assert 'href="/sager/' in ways
    assert 'href="/rum/' in ways, "and the matter in the body"
    assert '<ul class="ways">' not in found(client_of("anna"), "mandag")


KAREEM = {"sort_key": "kareem", "birth_date": date(2011, 3, 4)}


@pytest.mark.parametrize(
    ("other", "matter", "people"),
    [
        ({}, 1, 1),
        ({}, 2, 1),
        ({"birth_date": None}, 1, 1),
        ({"birth_date": None}, 2, 2),
        ({"birth_date": date(2011, 3, 5)}, 1, 2),
        ({"sort_key": "karim"}, 1, 2),
    ],
)
def test_who_is_the_same_by_name_and_birthday_or_matter(other: Any, matter: int, people: int) -> None:
    rows = [SimpleNamespace(circle_id=1, **KAREEM), SimpleNamespace(circle_id=2, **(KAREEM | other))]
    rooms = {row.circle_id: Room("", "", "", "", frozenset(), tie) for row, tie in zip(rows, (1, matter), strict=True)}
    assert len(one_and_the_same(rows, rooms)) == people


def test_two_of_one_room_are_two_whatever_they_are_called() -> None:
    rows = [SimpleNamespace(circle_id=1, **KAREEM), SimpleNamespace(circle_id=1, **KAREEM)]
    assert len(one_and_the_same(rows, {1: Room("", "", "", "", frozenset(), 1)})) == 2
