"""Whoever is kept out of a matter is kept out of all that it delivers to, and of nothing else."""

from typing import Any

import pytest

from samspil.authority.relation import who_may
from samspil.circles import commands
from samspil.circles.models import Circle
from samspil.organisation.models import Body, Person
from tests.authority.matter import open_item_and_case
from tests.circles.hands import SHARED, person, sees
from tests.conftest import Acting, World

WHY_OUT = "Hun er i familie med den unge"


@pytest.fixture
def matter(acting: Acting, world: World, concern: Circle) -> dict[str, Circle]:
    """A concern, its item, and the case that the item has delivered to."""
    made = open_item_and_case(world)
    with acting("anna") as anna:
        item, case = Circle.objects.get(pk=made["item"]), Circle.objects.get(pk=made["case"])
        commands.deliver(anna, concern, item, **SHARED)
        commands.deliver(anna, item, case, **SHARED)
    return {"concern": concern, "item": item, "case": case}


def keep_out(acting: Acting, circle: Circle, key: str = "dorthe") -> None:
    with acting("anna") as anna:
        commands.exclude(anna, circle, person(key), WHY_OUT)


def another(acting: Acting, source: Circle, kind: str, body: str = "netvaerk-aaskolen") -> Circle:
    with acting("anna") as anna:
        facts: Any = {"kind": kind, "purpose": "forebygge", "title": "Netværk Åskolen"}
        return commands.open_circle(
            anna, source, body=Body.objects.get(slug=body, municipality__slug="lillerup"), **facts
        )


def test_kept_out_of_the_item_is_kept_out_of_the_case_that_was_opened_before(
    acting: Acting, matter: dict[str, Circle]
) -> None:
    other = another(acting, matter["concern"], "item")
    assert sees(acting, "dorthe", matter["case"])
    keep_out(acting, matter["item"])
    for kind in ("item", "case"):
        assert not sees(acting, "dorthe", matter[kind])
        assert sees(acting, "bo", matter[kind])
        with acting("bo"):
            assert "Dorthe Winther" not in {holder.name for holder in who_may(matter[kind].pk)}
    assert sees(acting, "dorthe", other)  # another matter of the same body


def test_kept_out_of_the_case_is_kept_out_of_what_it_brings_to_a_body_later(
    acting: Acting, matter: dict[str, Circle]
) -> None:
    untouched = another(acting, matter["concern"], "item")
    known = another(acting, matter["concern"], "item")
    keep_out(acting, matter["case"])
    assert sees(acting, "dorthe", matter["item"])  # where the case came from: nothing of the case is there
    fresh = another(acting, matter["case"], "item")
    with acting("anna") as anna:
        for later in (fresh, known):
            commands.deliver(anna, matter["case"], later, **SHARED)
    for later in (fresh, known):
        assert not sees(acting, "dorthe", later)
        assert sees(acting, "bo", later)
    assert sees(acting, "dorthe", untouched)


def test_kept_out_of_the_case_is_kept_out_of_the_same_item_once_the_case_comes_back_to_it(
    acting: Acting, matter: dict[str, Circle]
) -> None:
    keep_out(acting, matter["case"])
    assert sees(acting, "dorthe", matter["item"])
    with acting("anna") as anna:
        commands.deliver(anna, matter["case"], matter["item"], **SHARED)
    assert not sees(acting, "dorthe", matter["item"])
    assert sees(acting, "bo", matter["item"])


def test_a_delivery_to_the_item_reaches_as_far_as_the_item_has_delivered(
    acting: Acting, matter: dict[str, Circle]
) -> None:
    late = another(acting, matter["concern"], "item")
    keep_out(acting, late)
    with acting("anna") as anna:
        commands.deliver(anna, matter["concern"], late, **SHARED)
    assert sees(acting, "dorthe", matter["case"])
    keep_out(acting, matter["concern"], "bo")
    for circle in (late, matter["item"], matter["case"]):
        assert not sees(acting, "bo", circle)
        assert sees(acting, "jens", circle)


def test_stepping_out_oneself_follows_the_matter_too(acting: Acting, matter: dict[str, Circle]) -> None:
    with acting("bo") as bo:
        commands.exclude(bo, matter["item"], Person(pk=bo.person_id), "Jeg kender familien")
    assert not sees(acting, "bo", matter["case"])
    assert sees(acting, "dorthe", matter["case"])


def test_kept_out_of_the_case_is_kept_out_of_what_the_same_concern_is_brought_to(
    acting: Acting, matter: dict[str, Circle]
) -> None:
    """An own item of the concern before the exclusion, one after it; the item the case came from stays as it was."""
    early, late = (another(acting, matter["concern"], "item") for _ in range(2))
    with acting("anna") as anna:
        commands.deliver(anna, matter["concern"], early, **SHARED)
    keep_out(acting, matter["case"])
    assert not sees(acting, "dorthe", early)
    assert sees(acting, "dorthe", late)
    with acting("anna") as anna:
        commands.deliver(anna, matter["concern"], late, **SHARED)
    assert not sees(acting, "dorthe", late)
    assert sees(acting, "dorthe", matter["item"])
    assert all(sees(acting, "bo", circle) for circle in (early, late))
