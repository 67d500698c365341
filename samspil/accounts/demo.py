"""The list of whom one can be: in the database only where this is the demo."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

FILE = Path(__file__).parent / "demo.sql"


def after_migrate(using: str, **_: Any) -> None:
    """Put the list there in the demo, and take it away everywhere else."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("set local role samspil_rule")
        cursor.execute("drop function if exists demo_people()")
        if settings.DEMO:
            cursor.execute(FILE.read_text())
            cursor.execute("grant execute on function demo_people() to samspil_app")
