"""A practice room beside Lillerup: made by the loader, renewed by the worker's own login, gone with the file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.test import Client

from samspil.organisation.files.check import parse
from tests.conftest import as_owner, fresh_copy
from tests.world.build import FILE


@contextmanager
def as_worker() -> Iterator[None]:
    from django.db import connections

    connection = connections["default"]
    before = connection.settings_dict["USER"]
    connection.close()
    connection.settings_dict["USER"] = "samspil_worker"
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["USER"] = before


@pytest.fixture(scope="module")
def practice(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """The practice room of Lillerup, seated and with its examples; its id."""
    from samspil.organisation.loading.practice import apply_practice
    from samspil.practice.jobs.nights import renew

    with django_db_blocker.unblock():
        made = apply_practice(parse(FILE), "prøve")
        with as_worker():
            assert renew(made.pk)
    yield made.pk
    with django_db_blocker.unblock():
        fresh_copy()


@pytest.fixture
def worker(practice: int, django_db_blocker: Any) -> Iterator[int]:
    """The worker's own login, outside any test's transaction: what it does is done. The practice room's id."""
    with django_db_blocker.unblock(), as_worker():
        yield practice


Go = Callable[..., Any]


@pytest.fixture
def go_as() -> Go:
    """Into practice as the first whose title holds these words; oneself without any."""

    def go(client: Client, title: str = "") -> Any:
        from samspil.practice.queries import choices_of

        session = client.session
        ticket = _ticket(session)
        found = [one for one in choices_of(ticket) if (title.lower() in one.title.lower() if title else one.mine)]
        return client.post("/oev-dig/start/", {"person": found[0].key})

    return go


def _ticket(session: Any) -> str:
    from samspil.authority.visits import ticket_for

    return ticket_for(session.session_key, session["person"], session["municipality"])


def rows_of(table: str, municipality: int) -> int:
    return int(as_owner(f"select count(*) from {table} where municipality_id = %s", [municipality])[0][0])
