"""One's own calendar address. There is at most one; a new one closes the old."""

from django.db import connection

from samspil.authority.actor import Actor
from samspil.authority.command import record
from samspil.authority.errors import Refusal
from samspil.meetings.rules import fingerprint


def open_calendar(actor: Actor, secret: str) -> None:
    if actor.practice_of:
        raise Refusal("Øvelsen kommer ikke i nogens kalender.")
    with connection.cursor() as cursor:
        cursor.execute("select open_calendar(%s)", [fingerprint(secret)])
    record("meetings.open_calendar", None, f"person:{actor.person_key}")


def close_calendar(actor: Actor) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select close_calendar()")
    record("meetings.close_calendar", None, f"person:{actor.person_key}")
