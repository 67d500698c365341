"""A real PostgreSQL with the named world in it; each worker has a copy, each test rolls back or gets a fresh one."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import django
import psycopg
import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connections

from samspil.config import local, preparation
from samspil.config.embedded import Server

os.environ["SAMSPIL_DEMO"] = "no"
os.environ["SAMSPIL_MOVABLE_CLOCK"] = "yes"
os.environ["MAIL_BACKEND"] = "django.core.mail.backends.locmem.EmailBackend"

MAJOR = int(os.environ.get("SAMSPIL_TEST_MAJOR", "18"))
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "one")
NAME = f"test_{os.environ.get('SAMSPIL_TEST_DB', 'samspil')}_{WORKER}"
TEMPLATE = f"template_{os.environ.get('SAMSPIL_TEST_DB', 'samspil')}_{WORKER}"

_server = local.set_up(f"test-{MAJOR}", major=MAJOR, durable=False)
local.point_at(_server, NAME)
os.environ["SEAL_FOLDER"] = str(local.STATE / f"seals-{NAME}")
shutil.rmtree(os.environ["SEAL_FOLDER"], ignore_errors=True)
django.setup()
# A password that is laid or typed in a test costs what it must in use, and nothing here.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 8, 1
# A worker of pytest-xdist that inherits this reads the settings, with another's database, before it comes here.
del os.environ["DJANGO_SETTINGS_MODULE"]


TOGETHER = ("journeys", "doors")
"""Folders that share one costly thing: a running site, and what every page answers to everybody."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where workers share the tests, each file stays with one of them, and the longest ways begin first."""
    if not config.getoption("loadgroup", default=False):
        return
    groups = {item: _group_of(item) for item in items}
    for item, group in groups.items():
        item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: (*TOGETHER, groups[item]).index(groups[item]))


def _group_of(item: pytest.Item) -> str:
    folder = item.path.parent.name
    return folder if folder in TOGETHER else f"{folder}-{item.path.stem}"


def server_in_hand() -> Server:
    """For whoever needs a database beside the worker's; the settings go on pointing at the worker's own."""
    return _server


def pytest_configure() -> None:
    """Everybody's own database; two workers on one would see each other's rows."""
    from django.conf import settings

    names = {alias: database["NAME"] for alias, database in settings.DATABASES.items()}
    if set(names.values()) != {NAME}:
        raise pytest.UsageError(f"the settings name {names}, not {NAME}")


@dataclass(frozen=True)
class World:
    """Person ids by the key used in `tests/world/people.py`, and the two municipalities' ids."""

    people: dict[str, int]
    lillerup: int
    storerup: int

    def municipality_of(self, key: str) -> int:
        return self.storerup if key == "vera" else self.lillerup


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """No test is answered with a public page that another test had made."""
    from django.core.cache import caches

    caches["public"].clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> None:
    """Build the world once per worker into a template, and work on a copy of it."""
    from django.conf import settings

    from tests.world.build import build

    admin = _server.url("postgres")
    for name in (NAME, TEMPLATE):
        preparation.drop_database(admin, name)
    preparation.create_database(admin, TEMPLATE)
    preparation.prepare(_server.url(TEMPLATE))
    with django_db_blocker.unblock():
        settings.DATABASES["owner"]["NAME"] = connections["owner"].settings_dict["NAME"] = TEMPLATE
        build()
        connections["owner"].close()
        settings.DATABASES["owner"]["NAME"] = connections["owner"].settings_dict["NAME"] = NAME
    fresh_copy()


def fresh_copy() -> None:
    """Throw the worker's database away and copy the template again."""
    connections.close_all()
    admin = _server.url("postgres")
    preparation.drop_database(admin, NAME)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"create database {NAME} template {TEMPLATE} strategy file_copy".encode())  # the fast way
    preparation.prepare(_server.url(NAME))  # a copy has the template's tables, not its database rights


def as_owner(statement: str, values: Any = ()) -> list[Any]:
    """A statement of the tables' owner that is committed at once, as the operator's own; its rows, if any."""
    with psycopg.connect(_server.url(NAME), autocommit=True) as connection:
        cursor = connection.execute(statement.encode(), values)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def world(django_db_setup: None, db: None) -> World:
    return read_world()


@cache
def read_world() -> World:
    """Every copy of the template has the same people with the same numbers."""
    from tests.world.people import ELSEWHERE, PEOPLE, email_of

    ids = dict(
        as_owner("select a.email, p.id from organisation_person p join accounts_account a on a.id = p.account_id")
    )
    places = dict(as_owner("select slug, id from organisation_municipality"))
    people = {key: ids[email_of(key)] for key in (*PEOPLE, *ELSEWHERE)}
    return World(people, places["lillerup"], places["storerup"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Closed with each file: a second one, or a test of the database, would meet its loop."""
    from tests.browser import chromium

    with chromium() as found:
        yield found


Acting = Callable[[str], AbstractContextManager[Any]]


@pytest.fixture
def acting(world: World) -> Acting:
    """Act as the person of this key for one request, with its transaction and its reading log."""

    def act(key: str, door: str = "test.test") -> AbstractContextManager[Any]:
        return acting_person(world, key, door)

    return act


@contextmanager
def acting_person(world: World, key: str, door: str) -> Iterator[Any]:
    from samspil.authority.actor import acting_as

    with acting_as(ticket_of(world, key), door) as actor:
        yield actor


def ticket_of(world: World, key: str) -> str:
    """A ticket of an open visit of this person, opened as the login would open it."""
    from samspil.authority.visits import open_visit, ticket_for
    from samspil.lib import clock

    person, municipality = world.people[key], world.municipality_of(key)
    ticket = ticket_for(f"test-{key}-{clock.now():%Y%m%d%H}", person, municipality)
    open_visit(ticket, person, municipality, clock.now() + timedelta(hours=1))
    return ticket


@pytest.fixture
def clock_at(world: World) -> Iterator[Callable[[datetime], None]]:
    """Set the one clock, in the database and in Python, until the test ends."""
    from samspil.lib import clock

    def set_to(instant: datetime) -> None:
        as_owner("delete from authority_clock")
        as_owner("insert into authority_clock (instant) values (%s)", [instant])
        clock.set_source(lambda: instant)

    yield set_to
    as_owner("delete from authority_clock")
    clock.set_source(clock.system_time)


@pytest.fixture
def client_of(world: World) -> Callable[[str], Any]:
    """A browser-like client that is logged in as this person."""
    return lambda key: logged_in(world, key)


def logged_in(world: World, key: str) -> Any:
    from django.conf import settings
    from django.test import Client

    from samspil.authority.visits import open_visit, ticket_for
    from samspil.lib import clock

    client = Client()
    session = client.session
    person, municipality = world.people[key], world.municipality_of(key)
    session["person"], session["municipality"] = person, municipality
    session.save()
    key_of_login = str(session.session_key)
    client.cookies[settings.SESSION_COOKIE_NAME] = key_of_login
    open_visit(ticket_for(key_of_login, person, municipality), person, municipality, clock.now() + timedelta(hours=1))
    return client
