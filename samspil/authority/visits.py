"""Opening and ending visits. The ticket is made from the login's key and a secret that the database never sees."""

import hashlib
import hmac
from datetime import datetime

from django.conf import settings
from django.db import connection


def visit_key() -> bytes:
    """The key whose copy lies with the rule role; it proves that the server opens the visit."""
    return hmac.digest(settings.VISIT_SECRET, b"visit", hashlib.sha256)


def ticket_for(session_key: str, person_id: int, municipality_id: int) -> str:
    claim = f"{session_key}|{person_id}|{municipality_id}".encode()
    return hmac.new(settings.VISIT_SECRET, b"ticket|" + claim, hashlib.sha256).hexdigest()


def ticket_digest(ticket: str) -> str:
    """What the database knows a ticket by."""
    return hashlib.sha256(ticket.encode()).hexdigest()


def open_visit(
    ticket: str, person_id: int, municipality_id: int, ends_at: datetime, *, on_behalf: bool = False
) -> None:
    """Open the visit that `ticket` stands for. `on_behalf` is for the worker alone (A19)."""
    digest = ticket_digest(ticket)
    claim = "|".join(
        [digest, str(person_id), str(municipality_id), str(int(ends_at.timestamp())), "t" if on_behalf else "f"]
    )
    ends_at = ends_at.replace(microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "select open_visit(%s, %s, %s, %s, %s, %s)",
            [digest, person_id, municipality_id, ends_at, on_behalf, _proof(claim)],
        )


def close_visit(ticket: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select close_visit(%s)", [ticket])


def close_visits_of(person_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select close_visits_of(%s, %s)", [person_id, _proof(f"close|{person_id}")])


def _proof(claim: str) -> str:
    key = visit_key()
    return hashlib.sha256(key + claim.encode() + key).hexdigest()
