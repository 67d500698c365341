"""The night of a practice room: emptied, its people seated as the real ones are, the examples laid again."""

import tomllib
from pathlib import Path
from typing import Any

from django.db import connection

from samspil.lib.sort_key import sort_key
from samspil.practice.jobs import examples

LAID: dict[str, Any] = tomllib.loads((Path(__file__).parent / "examples.toml").read_text())
SURNAME = "Prøve"
"""Nobody takes an invented colleague for a real one."""


def renew_due() -> int:
    """Renew the rooms whose night has not been; how many."""
    with connection.cursor() as cursor:
        cursor.execute("select practice_due()")
        due = [number for (number,) in cursor.fetchall()]
    return sum(renew(number) for number in due)


def renew(practice_id: int) -> bool:
    """Whether this call did it. Where the examples cannot be laid the job fails and says so; the empty room serves."""
    names = [f"{name} {SURNAME}" for name in LAID["names"]]
    with connection.cursor() as cursor:
        cursor.execute("select renew_practice(%s, %s, %s)", [practice_id, names, [sort_key(name) for name in names]])
        done = bool(cursor.fetchone()[0])
        cursor.execute("select person_id from practice_colleagues(%s)", [practice_id])
        colleagues = [number for (number,) in cursor.fetchall()]
    if done:
        examples.lay(practice_id, colleagues, LAID["matters"])
    return done
