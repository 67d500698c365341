"""Puts the access relation, its functions and every table's rights into the database.

Idempotent; runs after migrate.
"""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction

from samspil.authority import rights
from samspil.authority.tables import class_of
from samspil.authority.visits import visit_key

OWNER_MARK = "-- owner:"
MOVABLE_CLOCK = Path(__file__).parent / "movable_clock.sql"


def after_migrate(using: str, **_: Any) -> None:
    install(using)


def install(using: str) -> None:
    """Everything in one transaction, so that no statement of a running server sees a half."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        rights.prepare(cursor)
        for path in sql_files():
            text = path.read_text()
            cursor.execute(
                "set local role samspil_owner" if text.startswith(OWNER_MARK) else "set local role samspil_rule"
            )
            cursor.execute(text)
        cursor.execute("set local role samspil_owner")
        rights.grant(cursor)
        cursor.execute("select ensure_log_months(2)")
        cursor.execute("select begin_first_chain()")
        _classes_known(cursor)
        _store_visit_key(cursor)
        if settings.MOVABLE_CLOCK:
            _movable_clock(cursor)


def sql_files() -> list[Path]:
    rooms = [room for room in apps.get_app_configs() if room.name.startswith("samspil.")]
    rooms.sort(key=lambda room: room.label != "authority")  # the clock and the actor are what all others ask
    return [path for room in rooms for path in sorted(Path(room.path).glob("sql/*.sql"))]


def _classes_known(cursor: Any) -> None:
    cursor.execute("select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace")
    unknown = sorted(name for (name,) in cursor.fetchall() if class_of(name) is None)
    if unknown:
        message = f"tables without a class: {', '.join(unknown)}"
        raise RuntimeError(message)


def _store_visit_key(cursor: Any) -> None:
    cursor.execute("delete from authority_visitkey")
    cursor.execute("insert into authority_visitkey (key) values (%s)", [visit_key()])


def _movable_clock(cursor: Any) -> None:
    """Demo and tests only: `samspil_now()` answers from a row that the app role cannot write."""
    cursor.execute("set local role samspil_rule")
    cursor.execute(MOVABLE_CLOCK.read_text())
