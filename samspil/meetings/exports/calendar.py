"""A meeting as a calendar entry: body, time and place. Never an item, never a name of a child."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.http import Http404

from samspil.lib import ics
from samspil.meetings.models import Cancellation, Convening, Meeting, Moving
from samspil.organisation.models import Person

NO_SECRETS = "Åbn Samspil for at se dagsordenen."


def host() -> str:
    return urlsplit(settings.SITE_ADDRESS).hostname or "localhost"


def address_of(meeting: Meeting) -> str:
    return f"{settings.SITE_ADDRESS}/moeder/{meeting.key}/"


def organizer(name: str) -> ics.Address:
    return ics.Address(name, settings.DEFAULT_FROM_EMAIL)


def invitation(meeting: Meeting, person_id: int, mark: str = "") -> bytes:
    """The entry for one called person as it stands now; its number rises with each call, move and cancellation.

    `mark` stands before the body's name: of a practice room.
    """
    person = Person.objects.get(pk=person_id)
    told = sum(rows.objects.filter(meeting=meeting).count() for rows in (Convening, Moving, Cancellation))
    cancelled = meeting.cancellations.exists()
    body = mark + meeting.body.name
    entry = _entry(meeting.key, meeting.starts_at, meeting.ends_at, meeting.place, body, told, cancelled)
    people = [ics.Address(person.name, person.work_email)] if person.work_email else []
    return ics.cancellation(entry, people) if cancelled else ics.request(entry, people)


def feed(secret: str) -> bytes:
    """What a secret calendar address answers at this second; Http404 when it has been closed."""
    with connection.cursor() as cursor:
        cursor.execute("select calendar_is_open(%s)", [secret])
        if not cursor.fetchone()[0]:
            raise Http404
        cursor.execute("select * from calendar_of(%s)", [secret])
        rows = cursor.fetchall()
    return ics.feed([_entry(*row) for row in rows], "SSP-møder")


def _entry(  # noqa: PLR0917  # the columns of a row
    key: str,
    starts_at: Any,
    ends_at: Any,
    place: str,
    body: str,
    told: int,
    cancelled: Any,
) -> ics.Meeting:
    return ics.Meeting(
        uid=ics.uid(key, host()),
        sequence=max(told - 1, 0),
        start=starts_at,
        end=ends_at,
        summary=body,
        organizer=organizer(body),
        location=place,
        cancelled=cancelled,
        description=NO_SECRETS,
        url=f"{settings.SITE_ADDRESS}/moeder/{key}/",
    )
