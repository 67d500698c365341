"""Cursors that carry no protected table's name unless a compiler of ours wrote the statement."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, NoReturn

from django.apps import apps
from django.db.backends.postgresql.base import CursorMixin
from django.db.backends.postgresql.psycopg_any import sql
from psycopg import Cursor, ServerCursor

from samspil.authority.errors import ReadingRefused

HIDDEN_NAMES = r"""\bu&["']|\b(query|table|cursor|schema|database)_to_xml|\bdo\s+(\$|')|\bprepare\s"""
"""Ways to say a table's name so that it is not read in the statement; no statement of ours needs them."""

_compiled: ContextVar[bool] = ContextVar("compiled", default=False)


@contextmanager
def by_compiler() -> Iterator[None]:
    token = _compiled.set(True)
    try:
        yield
    finally:
        _compiled.reset(token)


@cache
def protected_tables() -> frozenset[str]:
    """The tables whose rows may leave only through the reading log; rows of open circles may leave freely."""
    from samspil.authority.models import InCircle  # noqa: PLC0415  # models load after the backend

    return frozenset(m._meta.db_table for m in apps.get_models() if issubclass(m, InCircle) and m.kind != "open")


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, protected_tables())))
    return re.compile(rf"\b({names})\b|{HIDDEN_NAMES}", re.IGNORECASE)


def refuse(why: str) -> NoReturn:
    raise ReadingRefused(why)


class _Guard:
    def _look(self, query: Any) -> None:
        if _compiled.get():
            return
        text = query.as_string(None) if isinstance(query, sql.Composable) else query
        text = text.decode() if isinstance(text, bytes) else text
        if _pattern().search(text):
            refuse("a statement of one's own names a protected table")

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        self._look(query)
        return super().execute(query, *args, **kwargs)  # type: ignore[misc]  # the cursor class is mixed in

    def executemany(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        self._look(query)
        return super().executemany(query, *args, **kwargs)  # type: ignore[misc]  # the cursor class is mixed in

    def copy(self, *_: Any, **__: Any) -> NoReturn:
        refuse("copy goes past the reading log")

    def stream(self, *_: Any, **__: Any) -> NoReturn:
        refuse("stream goes past the reading log")


class GuardedCursor(_Guard, CursorMixin, Cursor[Any]):
    pass


class GuardedServerCursor(_Guard, CursorMixin, ServerCursor[Any]):
    pass
