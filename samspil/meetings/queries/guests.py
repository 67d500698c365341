"""Whom one may ask to a meeting, and who has been asked in or sent instead of another."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import who_may
from samspil.lib import clock
from samspil.meetings.models import AgendaItem, Attendance, Guest, Meeting
from samspil.meetings.queries.agenda import items_of
from samspil.meetings.queries.matter import title_of, young_people
from samspil.meetings.queries.people import members_of
from samspil.organisation.models import Mandate, Tenure
from samspil.organisation.queries import held_today

SEAT = ("person", "seat__function", "seat__agency", "seat__unit", "seat__body")
GUEST = "guest"
SENT_REGRETS = ("no", "deputy")


@dataclass(frozen=True)
class Invited:
    """Somebody who is let in for this meeting, and what for, in words."""

    key: str
    name: str
    seat: str
    what: str
    answer: str
    until: date


def is_called(meeting: Meeting, person_id: int) -> bool:
    rows = Attendance.objects.filter(meeting=meeting, tenure__person_id=person_id, withdrawn_at=None)
    return rows.exists()


def is_in_body(meeting: Meeting, person_id: int) -> bool:
    return members_of(meeting.body, clock.today()).filter(person_id=person_id).exists()


def asked_to_items(meeting: Meeting) -> set[int]:
    """The tenures of guests who come for certain items, open or closed, and not for the open part as such."""
    closed = {item.circle_id for item in items_of(meeting) if item.is_closed}
    inside = {holder.tenure_id for circle in closed for holder in who_may(circle) if holder.part == GUEST}
    return inside | {guest.tenure_id for guest in Guest.objects.filter(meeting=meeting, withdrawn_at=None)}


def guests_of(meeting: Meeting, until: date) -> list[Invited]:
    """The guests and deputies that the meeting has, by name. Closed items are not told of here."""
    rows = Attendance.objects.filter(meeting=meeting, withdrawn_at=None).exclude(is_guest=False, in_place_of=None)
    found = rows.select_related(
        "tenure__person", "tenure__seat__function", "tenure__seat__agency", "in_place_of__person"
    )
    open_items = _open_items(meeting)
    return sorted((_invited(row, open_items, until) for row in found), key=lambda one: one.name)


def choices_of_people(meeting: Meeting, agency_id: int | None = None, *, closed: bool = False) -> list[tuple[str, str]]:
    """Everybody who may come and is not at the meeting already, once each, by name; by the workplace's seat.

    With `closed` it says of whom no closed item can be asked.
    """
    there = set(
        Attendance.objects.filter(meeting=meeting, withdrawn_at=None).values_list("tenure__person_id", flat=True)
    )
    there |= set(members_of(meeting.body, clock.today()).values_list("person_id", flat=True))
    found: dict[int, Any] = {}
    seats = (
        _tenures(meeting.municipality_id).exclude(person_id__in=there).filter(_guest_of("body_open", Can.MEETING_READ))
    )
    rows: QuerySet[Any] = seats.annotate(enters=_guest_of("item", Can.ITEM_READ))
    for tenure in rows.filter(seat__agency_id=agency_id) if agency_id else rows:
        found.setdefault(tenure.person_id, tenure)
    return [(tenure.key, _words(tenure, only_open=closed and not tenure.enters)) for tenure in found.values()]


def may_come(tenure: Tenure) -> bool:
    """Whether this seat may be a guest of a meeting at all; a seat of the office alone may not."""
    return Tenure.objects.filter(_guest_of("body_open", Can.MEETING_READ), pk=tenure.pk).exists()


def _guest_of(kind: str, can: Can) -> Exists:
    rows = Mandate.objects.filter(function=OuterRef("seat__function"), circle_kind=kind, part=GUEST, capability=can)
    return Exists(rows.filter(registered_until=None))


def items_to_ask_in(items: Collection[AgendaItem]) -> list[AgendaItem]:
    """Open ones, and the closed ones into which the actor may let somebody."""
    with connection.cursor() as cursor:
        cursor.execute("select circle_array(%s)", [Can.CIRCLE_ADMIT])
        mine = set(cursor.fetchone()[0])
    return [item for item in items if not item.is_closed or item.circle_id in mine]


def choices_of_items(meeting: Meeting, items: Collection[AgendaItem]) -> list[tuple[str, str]]:
    """The items as the convener knows them."""
    names, day = young_people(list(items)), clock.in_copenhagen(meeting.starts_at).date()
    return [
        (
            item.key,
            f"{item.title or title_of(item, names.get(item.circle_id), day)}{', lukket' if item.is_closed else ''}",
        )
        for item in items
    ]


def tenure_by_key(municipality_id: int, key: str) -> Tenure:
    return get_object_or_404(_tenures(municipality_id), key=key)


def seat_left_empty(actor: Actor, meeting: Any, key: str) -> Attendance:
    """The attendance of somebody who does not come: one's own, or, for whoever convenes, anybody's."""
    rows = Attendance.objects.filter(meeting=meeting, is_guest=False, in_place_of=None, answer__in=SENT_REGRETS)
    rows = rows.select_related("tenure__person", "tenure__seat__agency")
    return get_object_or_404(
        rows if meeting.convenes else rows.filter(tenure__person_id=actor.person_id), tenure__key=key
    )


def invited_row(meeting: Meeting, key: str) -> Attendance:
    rows = Attendance.objects.filter(meeting=meeting, tenure__key=key, withdrawn_at=None)
    return get_object_or_404(rows.exclude(is_guest=False, in_place_of=None))


def _tenures(municipality_id: int) -> QuerySet[Tenure]:
    rows = held_today().filter(municipality_id=municipality_id).select_related(*SEAT)
    return rows.order_by("person__sort_key", "seat__unit_id", "pk")


def _open_items(meeting: Meeting) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for guest in Guest.objects.filter(meeting=meeting, withdrawn_at=None).select_related("item"):
        found.setdefault(guest.tenure_id, []).append(guest.item.title)
    return found


def _invited(row: Attendance, open_items: dict[int, list[str]], until: date) -> Invited:
    seat = row.tenure.seat
    what = f"I stedet for {row.in_place_of.person.name}" if row.in_place_of else "Gæst"
    titles = open_items.get(row.tenure_id)
    words = f"{what} til {' og '.join(titles)}" if titles else what
    return Invited(
        row.tenure.key,
        row.tenure.person.name,
        f"{seat.function.name}, {seat.agency.name}",
        words,
        row.answer,
        until,
    )


def _words(tenure: Tenure, *, only_open: bool) -> str:
    seat = tenure.seat
    place = seat.unit.name if seat.unit else seat.body.name
    words = f"{tenure.person.name}, {seat.function.name}, {place}"
    return f"{words} (kun åbne punkter)" if only_open else words
