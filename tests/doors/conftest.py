"""The whole turn, made once for all tests of doors and committed, so that the operator's own eyes see it too."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import World, acting_person, fresh_copy, read_world
from tests.doors.matrix import table
from tests.doors.sweep import Sweep
from tests.world.turn import Turn, take_turn


@pytest.fixture(scope="package")
def laid(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[World, Turn]]:
    with django_db_blocker.unblock():
        world = read_world()
        yield world, take_turn(world.people, lambda key: acting_person(world, key, "test.turn"))
        fresh_copy()


@pytest.fixture(scope="package")
def sweep(laid: tuple[World, Turn]) -> Sweep:
    """What every page answered to everybody; asked for once, outside the tests' own transactions."""
    made = Sweep(*laid, table())
    made.let_in()
    return made


@pytest.fixture
def turn(laid: tuple[World, Turn], db: None) -> Turn:
    return laid[1]
