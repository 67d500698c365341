"""The only way to change what one logs in with: a transaction that the server has proved for one account."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from samspil.authority.visits import visit_key

NEW = 0
"""Stands for an account that is yet to be made."""


@contextmanager
def changing(account_id: int) -> Iterator[None]:
    """Inside, the account's password, lock and factors may be written; afterwards no longer."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_current_xact_id()::text, coalesce(current_setting('samspil.credential', true), '')")
        number, before = cursor.fetchone()
        _set(cursor, _proof(f"credential|{account_id}|{number}"))
        yield
        _set(cursor, before)


def _set(cursor: Any, value: str) -> None:
    cursor.execute("select set_config('samspil.credential', %s, true)", [value])


def _proof(claim: str) -> str:
    key = visit_key()
    return hashlib.sha256(key + claim.encode() + key).hexdigest()
