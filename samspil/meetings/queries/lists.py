"""A person's meetings. Nothing here holds a child's name, so these pages may lie open on a desk."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.circles.models import Circle
from samspil.decisions.queries import my_due
from samspil.lib import clock, danish_dates
from samspil.meetings import rules
from samspil.meetings.models import Attendance
from samspil.meetings.queries.agenda import told_meetings
from samspil.organisation.models import Body

SOON = timedelta(days=7)
LOOK_BACK = timedelta(days=60)


@dataclass
class MeetingRow:
    meeting: Any
    leads: bool
    bring: str = ""
    clashes: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        subject = self.meeting.subject
        kind = {"theme": "temamøde", "extraordinary": "ekstraordinært"}.get(self.meeting.occasion, "")
        more = " om ".join(part for part in (kind, subject) if part) if kind == "temamøde" else kind or subject
        return f"{self.meeting.body.name}, {more}" if more else str(self.meeting.body.name)

    @property
    def day(self) -> date:
        return clock.in_copenhagen(self.meeting.starts_at).date()

    @property
    def hour(self) -> str:
        return danish_dates.clock_time(clock.in_copenhagen(self.meeting.starts_at)).removeprefix("kl. ")

    @property
    def is_today(self) -> bool:
        return self.day == clock.today()

    @property
    def is_cancelled(self) -> bool:
        return self.meeting.cancelled_at is not None

    @property
    def awaits_answer(self) -> bool:
        """Until the meeting begins, by its hour or because the convener has started it."""
        called = self.meeting.convened_at is not None and self.meeting.my_answer == ""
        begun = self.meeting.started_at or self.meeting.ended_at or self.meeting.starts_at <= clock.now()
        begun = begun or self.is_cancelled
        return called and not self.leads and not begun

    @property
    def has_news(self) -> bool:
        """The minutes went out to the reader, who has not opened them since. Whoever sent them has no news."""
        sent, opened = self.meeting.sent_at, self.meeting.my_minutes_at
        called = self.meeting.my_answer is not None
        return called and sent is not None and not self.leads and (opened is None or opened < sent)

    @property
    def lacks_minutes(self) -> bool:
        over = self.meeting.ended_at is not None or (
            self.meeting.started_at is None and self.meeting.ends_at < clock.now()
        )
        return self.leads and over and self.meeting.sent_at is None and not self.is_cancelled

    @property
    def status(self) -> tuple[str, str]:
        """In words, and how pressing it is."""
        if self.is_cancelled:
            return "Aflyst", ""
        if self.lacks_minutes:
            return "Referat mangler", "late"
        if self.meeting.sent_at is not None:
            return "Referat sendt", ""
        if self.leads and self.meeting.convened_at is None:
            return "Ikke indkaldt endnu", "soon" if self.meeting.starts_at - clock.now() < SOON else ""
        if self.leads:
            called, answered, coming = self.meeting.called, self.meeting.answered, self.meeting.coming
            return ("Alle kommer" if coming == called else f"{answered} af {called} har svaret"), ""
        words = {
            "yes": "Du deltager",
            "no": "Du har meldt afbud",
            "deputy": "Du sender stedfortræder",
            "": "Du har ikke svaret",
        }
        return words.get(self.meeting.my_answer, ""), ""


def my_meetings(actor: Actor, start: date, end: date) -> list[MeetingRow]:
    """Meetings of the bodies where the actor may read, from a day until before another; with their clashes.

    Whoever only reads the open part hears of a meeting when it is called.
    """
    own = Attendance.objects.filter(tenure__person_id=actor.person_id, withdrawn_at=None)
    mine = own.filter(meeting=OuterRef("pk")).order_by("pk")
    rows = told_meetings().filter(
        municipality_id=actor.municipality_id, starts_at__gte=_midnight(start), starts_at__lt=_midnight(end)
    )
    rows = rows.annotate(
        my_answer=Subquery(mine.values("answer")[:1]),
        is_seated=Exists(mine.filter(is_guest=False, in_place_of=None)),
        my_minutes_at=Subquery(mine.values("minutes_opened_at")[:1]),
        called=_count(Q()),
        answered=_count(~Q(answer="")),
        coming=_count(Q(answer="yes")),
    )
    leading, inside = _leading_and_inside()
    told = Q(convened_at__isnull=False) | Q(started_at__isnull=False) | Q(circle_id__in=inside)
    found = [MeetingRow(row, row.circle_id in leading) for row in rows.filter(told).order_by("starts_at", "pk")]
    for row in found:
        row.clashes = _clashes(row, found)
    return found


def with_bring(actor: Actor, rows: list[MeetingRow]) -> list[MeetingRow]:
    """How many promises each coming meeting will ask about: numbers, never words."""
    due = my_due(actor)
    bodies = dict(Circle.objects.filter(pk__in={one["circle_id"] for one in due}).values_list("pk", "body_id"))
    told: set[int] = set()
    for row in rows:
        body = row.meeting.body_id
        number = sum(1 for one in due if bodies.get(one["circle_id"]) == body)
        if number and body not in told and row.meeting.ends_at > clock.now() and not row.is_cancelled:
            told.add(body)
            row.bring = f"svar på {danish_dates.counted(number, 'aftale', 'aftaler')}"
    return rows


def bodies_to_convene(actor: Actor) -> list[Body]:
    """The bodies that the actor may call to a meeting."""
    circles = Circle.objects.filter(
        pk__in=_leading(), kind="body_open", municipality_id=actor.municipality_id
    ).select_related("body")
    return sorted((circle.body for circle in circles), key=lambda body: body.sort_key)


def body_to_convene(actor: Actor, key: str) -> Circle:
    return get_object_or_404(Circle.objects.select_related("body"), kind="body_open", body__key=key, pk__in=_leading())


def calendar_since() -> datetime | None:
    with connection.cursor() as cursor:
        cursor.execute("select calendar_since()")
        found = cursor.fetchone()[0]
    return found if isinstance(found, datetime) else None


def _leading() -> set[int]:
    return _leading_and_inside()[0]


def _leading_and_inside() -> tuple[set[int], set[int]]:
    """Where the actor calls to meetings, and where the actor writes too."""
    with connection.cursor() as cursor:
        cursor.execute("select circle_array(%s), circle_array(%s)", [Can.MEETING_CONVENE, Can.OPEN_WRITE])
        leading, inside = cursor.fetchone()
    return set(leading), set(inside)


def _clashes(row: MeetingRow, others: list[MeetingRow]) -> list[str]:
    coming = [one for one in others if one is not row and one.meeting.my_answer in {"yes", ""} and not one.is_cancelled]
    found = rules.clashes(
        row.meeting.starts_at,
        row.meeting.ends_at,
        [(one.meeting.starts_at, one.meeting.ends_at, one.meeting.body.name) for one in coming],
    )
    return [f"Falder sammen med {name} {danish_dates.clock_time(clock.in_copenhagen(start))}." for start, name in found]


def _count(which: Q) -> Any:
    rows = Attendance.objects.filter(which, meeting=OuterRef("pk"), is_guest=False, withdrawn_at=None).order_by()
    return Coalesce(Subquery(rows.values("meeting").annotate(number=Count("pk")).values("number")), 0)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=clock.COPENHAGEN)
