"""Lets Python follow the clock that demo and journeys move in the database."""

import threading
from datetime import datetime
from typing import Any

import psycopg
from django.db import connections

from samspil.lib import clock

_lock = threading.Lock()
_line: list[psycopg.Connection[Any]] = []


def follow_database() -> None:
    clock.set_source(_moved_time)


def _moved_time() -> datetime:
    with _lock:
        try:
            row = _connection().execute("select instant from authority_clock limit 1").fetchone()
        except psycopg.errors.UndefinedTable:  # before the first migration nothing can have moved it
            row = None
    return row[0] if row else clock.system_time()


def _connection() -> psycopg.Connection[Any]:
    """A line of its own: asking the time must not depend on the request's transaction."""
    if not _line or _line[0].broken:
        parameters = connections["default"].get_connection_params()
        named = {
            name: parameters[name] for name in ("dbname", "user", "password", "host", "port") if parameters.get(name)
        }
        _line[:] = [psycopg.connect(**named, autocommit=True)]
    return _line[0]
