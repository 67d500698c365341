"""The list of whom one can be: in the database only where this is the demo."""

import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

FILE = Path(__file__).parent / "demo.sql"


def story() -> tuple[str, ...]:
    """The people whom the demo's story is about, in its order."""
    people = tomllib.loads(settings.DEMO_PEOPLE.read_text())
    return tuple(one["name"] for place in people.values() for one in place.values() if "does" in one)


def after_migrate(using: str, **_: Any) -> None:
    """Put the list there in the demo, and take it away everywhere else."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("set local role samspil_rule")
        cursor.execute("drop function if exists demo_people()")
        if settings.DEMO:
            cursor.execute(FILE.read_text())
            cursor.execute("grant execute on function demo_people() to samspil_app")
