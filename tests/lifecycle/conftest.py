"""The whole turn, committed once; a test that destroys does so in a transaction that it takes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest

from tests.conftest import NAME, World, _server, acting_person, fresh_copy, read_world
from tests.world.turn import Turn, take_turn


@pytest.fixture(scope="package")
def laid(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[World, Turn]]:
    with django_db_blocker.unblock():
        world = read_world()
        yield world, take_turn(world.people, lambda key: acting_person(world, key, "test.turn"))
        fresh_copy()


@contextmanager
def undone(login: str = "") -> Iterator[psycopg.Connection[Any]]:
    """A transaction of the operator, or of this login, of which nothing stays."""
    with psycopg.connect(_server.url(NAME, login) if login else _server.url(NAME)) as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def operator(laid: tuple[World, Turn]) -> Iterator[psycopg.Connection[Any]]:
    with undone() as connection:
        yield connection
