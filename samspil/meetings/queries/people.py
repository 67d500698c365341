"""Who is called to a meeting, who came, and who sits in the room without access to what is next."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import may
from samspil.lib import clock
from samspil.meetings.models import Attendance, Meeting, MinuteTaker
from samspil.meetings.rules import ANSWERED, why_not_write, writing_function
from samspil.organisation.models import Body, Tenure

TOLD = {
    "tenure_id": "tenure_id",
    "person_id": "tenure__person_id",
    "name": "tenure__person__name",
    "key": "tenure__key",
    "function": "tenure__seat__function__slug",
    "seat": "tenure__seat__function__name",
    "agency": "tenure__seat__agency__name",
    "answer": "answer",
    "present": "present",
    "outside_since": "outside_since",
    "is_guest": "is_guest",
    "in_place_of": "in_place_of_id",
    "stands_in_for": "in_place_of__person__name",
}
"""What a page tells of one who is called."""


@dataclass(frozen=True)
class Attendee:
    tenure_id: int
    person_id: int
    name: str
    seat: str
    agency: str
    answer: str = ""
    present: bool | None = None
    outside: bool = False
    is_guest: bool = False
    items: tuple[str, ...] = ()
    key: str = ""
    in_place_of: int | None = None
    function: str = ""

    @property
    def meta(self) -> str:
        told = ANSWERED.get(self.answer, "") if self.answer != "yes" else ""
        return ", ".join(part for part in (self.seat, told) if part)

    @property
    def answer_words(self) -> str:
        return ANSWERED.get(self.answer, "har ikke svaret")

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    @property
    def is_in_room(self) -> bool:
        return bool(self.present or self.is_guest) and not self.outside


@dataclass(frozen=True)
class People:
    """A list beside the agenda, under its heading."""

    title: str
    people: tuple[Attendee, ...]
    with_answers: bool = False
    are_guests: bool = False


def parted(meeting: Any, people: Collection[Attendee], *, to_convener: bool) -> list[People]:
    """Who has a seat; once called, what each answers, for the convener; once begun, who is there and who is not."""
    members = tuple(one for one in people if not one.is_guest)
    guests = tuple(one for one in people if one.is_guest and not one.outside)
    if meeting.started_at is None:
        called = meeting.convened_at is not None
        listed = [People("Indkaldt" if called else "I organet", members, called and to_convener)]
        return [*listed, People("Gæster", guests, called and to_convener, are_guests=True)] if guests else listed
    away = tuple(one for one in members if not one.present)
    here = People("Til stede", tuple(one for one in members if one.present))
    parts = [here, People("Gæster", guests, are_guests=True), People("Ikke til stede", away)]
    return [part for part in parts if part is here or part.people]


def members_of(body: Body, day: date) -> QuerySet[Tenure]:
    """Who holds a seat in the body on that day."""
    held = Tenure.objects.filter(seat__body=body, registered_until=None, valid_from__lte=day)
    return held.filter(Q(valid_until=None) | Q(valid_until__gt=day)).select_related(
        "person", "seat__function", "seat__agency"
    )


def mine_at(actor: Actor, meeting: Meeting) -> Attendance | None:
    rows = Attendance.objects.filter(meeting=meeting, tenure__person_id=actor.person_id, withdrawn_at=None)
    return rows.order_by("pk").first()


def writes_minutes(actor: Actor, meeting: Meeting, *, convenes: bool) -> bool:
    """Whether the actor's seat writes the minutes here, or the actor stands in for whoever does.

    Where the organisation names no function for it, whoever convenes writes.
    """
    stand_in = MinuteTaker.objects.filter(meeting=meeting).order_by("-pk").values_list("tenure__person_id", flat=True)
    if stand_in.first() == actor.person_id:
        return True
    function = writing_function(meeting.body.words)
    own = members_of(meeting.body, clock.today()).filter(person_id=actor.person_id, seat__function__slug=function)
    return own.exists() if function else convenes


def why_not_minute(actor: Actor, meeting: Any) -> str | None:
    """Why the actor may not write minutes now: one writes for all, or who stands in; the convener may prepare."""
    convenes = may(Can.MEETING_CONVENE, meeting.circle_id)
    writes = writes_minutes(actor, meeting, convenes=convenes)
    return why_not_write(writes=writes, begun=meeting.started_at is not None, convenes=convenes)


def writers_of(meeting: Any, people: Collection[Attendee]) -> tuple[Attendee, ...]:
    """Who writes the minutes: those whose function it is, and whoever stands in."""
    function = writing_function(meeting.body.words)
    seated = (one for one in people if one.function == function and not one.is_guest)
    standing_in = (one for one in people if one.person_id == meeting.stand_in)
    return tuple({one.person_id: one for one in (*seated, *standing_in)}.values())


def attendees(meeting: Meeting) -> list[Attendee]:
    """Those called; before the call, those who will be. By name."""
    told = getattr(meeting, "called", None)
    found = [_attendee(row) for row in (list(called_to(meeting)) if told is None else told)]
    if all(one.is_guest for one in found):
        found += [_member(tenure) for tenure in members_of(meeting.body, _day(meeting.starts_at))]
    return sorted(found, key=lambda one: (one.is_guest, one.name))


def called_to(meeting: Any) -> QuerySet[Attendance, Any]:
    """Those called, of one meeting or of the one that a larger question asks about."""
    rows = Attendance.objects.filter(meeting=meeting, withdrawn_at=None).order_by("pk")
    return rows.values_list(JSONObject(**TOLD), flat=True)


def in_the_way(people: Collection[Attendee], readers: Collection[int]) -> list[Attendee]:
    """Those in the room who cannot read the closed item that is next."""
    return [one for one in people if one.is_in_room and one.person_id not in readers]


def _attendee(row: dict[str, Any]) -> Attendee:
    deputy = row["stands_in_for"]
    words = row["agency"] if row["is_guest"] else row["seat"]
    same = ("tenure_id", "person_id", "name", "agency", "answer", "present", "is_guest", "key", "in_place_of")
    return Attendee(
        **{name: row[name] for name in same},
        seat=f"stedfortræder for {deputy}" if deputy else words,
        outside=row["outside_since"] is not None,
        function=row["function"],
    )


def _member(tenure: Tenure) -> Attendee:
    seat = tenure.seat
    told = (tenure.pk, tenure.person_id, tenure.person.name, seat.function.name, seat.agency.name)
    return Attendee(*told, function=seat.function.slug)


def _day(instant: datetime) -> date:
    return clock.in_copenhagen(instant).date()


def tenure_of(tenure_id: int) -> Tenure:
    return get_object_or_404(Tenure.objects.select_related("person"), pk=tenure_id)
