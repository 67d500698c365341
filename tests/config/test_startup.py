"""The server does not serve with a login that can do too much, nor by a clock that can be moved."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from samspil.config.startup import faults
from tests.conftest import NAME, World, _server

SQL = Path(__file__).parents[2] / "samspil" / "authority" / "sql"
SUPER = "er superbruger"
BYPASSES = "må gå uden om rækkernes adgangsregler"
OWNS = "ejer tabeller"
BECOMES = "kan blive samspil_owner eller samspil_rule"
MISNAMED = "hedder hverken samspil_web eller samspil_worker"


@pytest.fixture
def operator(world: World) -> Iterator[psycopg.Connection[Any]]:
    """The operator's line to the worker's own database; what is done on it is undone."""
    with psycopg.connect(_server.url(NAME)) as connection:
        yield connection
        connection.rollback()


def told(connection: psycopg.Connection[Any]) -> list[str]:
    return [sentence.split(". ")[0] for sentence in faults(connection.cursor())]


def as_login(connection: psycopg.Connection[Any], name: str, *makings: str) -> list[str]:
    """What is said of a login that was made so, when it is the one at work."""
    for making in makings:
        connection.execute(making.encode())
    connection.execute(f"set local session authorization {name}".encode())
    return [sentence.removeprefix(f"Databasens login {name} ") for sentence in told(connection)]


@pytest.mark.parametrize("login", ["samspil_web", "samspil_worker"])
def test_the_two_logins_may_serve(operator: psycopg.Connection[Any], login: str) -> None:
    assert as_login(operator, login) == []


@pytest.mark.parametrize(
    ("making", "said"),
    [
        ("alter role samspil_web superuser", [SUPER, BECOMES]),
        ("alter role samspil_web bypassrls", [BYPASSES]),
        ("create table web_s_own (); alter table web_s_own owner to samspil_web", [OWNS]),
        ("grant samspil_owner to samspil_web", [BECOMES]),
        ("grant samspil_rule to samspil_web", [BECOMES]),
        ("grant samspil_owner to samspil_app", [BECOMES]),
    ],
)
def test_a_login_that_can_do_more_may_not(operator: psycopg.Connection[Any], making: str, said: list[str]) -> None:
    assert as_login(operator, "samspil_web", making) == said


def test_a_login_of_another_name_may_not(operator: psycopg.Connection[Any]) -> None:
    assert as_login(operator, "somebody", "create role somebody login in role samspil_app") == [MISNAMED]


def test_a_movable_clock_is_for_demo_and_tests(operator: psycopg.Connection[Any], settings: Any) -> None:
    operator.execute(b"set local session authorization samspil_web")
    assert told(operator) == []
    settings.MOVABLE_CLOCK = False
    assert told(operator) == ["Databasens ur kan stilles, og det må det kun i demo og prøver"]
    operator.execute(b"reset session authorization")
    operator.execute(b"set local role samspil_rule")
    operator.execute((SQL / "10_clock.sql").read_bytes())
    operator.execute(b"set local session authorization samspil_web")
    assert told(operator) == []


def test_the_application_is_not_handed_out(world: World, settings: Any) -> None:
    served = importlib.import_module("samspil.config.wsgi")
    assert callable(importlib.reload(served).application)
    settings.MOVABLE_CLOCK = False
    with pytest.raises(ImproperlyConfigured, match="ur kan stilles"):
        importlib.reload(served)


def test_the_settings_of_tests_are_those_of_a_real_login(world: World) -> None:
    assert settings.DATABASES["default"]["USER"] == "samspil_web"
