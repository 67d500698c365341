"""Statements past Django, over the logins that the server and the worker use; what they write is committed."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg

from tests.conftest import as_owner

Row = tuple[Any, ...]


@contextmanager
def web(ticket: str = "", url: str = "DATABASE_URL") -> Iterator[psycopg.Connection[Row]]:
    """One transaction of `samspil_web` with this ticket in hand, as an injected statement would find it."""
    with psycopg.connect(os.environ[url]) as connection:
        if ticket:
            connection.execute("select arrive(%s)", [ticket])
        yield connection


def ask(ticket: str, statement: str, values: Sequence[Any] = ()) -> list[Row]:
    with web(ticket) as connection:
        cursor = connection.execute(statement.encode(), values)
        return cursor.fetchall() if cursor.description else []


def answer_to(ticket: str, statement: str, values: Sequence[Any] = ()) -> str:
    """What the database says: an error's code and words, or how many rows were touched."""
    try:
        with web(ticket) as connection:
            return f"rows {connection.execute(statement.encode(), values).rowcount}"
    except psycopg.Error as error:
        return f"{error.sqlstate} {error.diag.message_primary}"


def refused(ticket: str, statement: str, values: Sequence[Any] = ()) -> str | None:
    """The error's code, or None where the statement went through."""
    answer = answer_to(ticket, statement, values)
    return None if answer.startswith("rows") else answer.split(" ", 1)[0]


def grants() -> set[Row]:
    """The whole access relation: who holds what in which circle."""
    return set(as_owner("select person_id, circle_id, capability from access_grant"))


def circles_of(person: int) -> set[int]:
    return {row[0] for row in as_owner("select distinct circle_id from access_grant where person_id = %s", [person])}


def owner_url() -> str:
    from tests.conftest import NAME, _server

    return _server.url(NAME)
