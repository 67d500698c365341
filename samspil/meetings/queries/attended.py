"""How often somebody came to the meetings they were called to: one's own number, for oneself alone."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from samspil.lib import clock
from samspil.lib.danish_dates import counted
from samspil.lib.working_days import SchoolYear
from samspil.meetings.models import Attendance, Ending
from samspil.organisation.models import Tenure


def with_attendance(seats: QuerySet[Tenure]) -> QuerySet[Any]:
    """Each seat with its meetings of this school year that are over, and those its holder came to."""
    begins = datetime.combine(SchoolYear.of(clock.today()).first, time(), clock.COPENHAGEN)
    over = Exists(Ending.objects.filter(meeting=OuterRef("meeting"), circle=OuterRef("circle")))
    rows = Attendance.objects.filter(over, tenure=OuterRef("pk"), withdrawn_at=None, is_guest=False, in_place_of=None)
    rows = rows.filter(meeting__starts_at__gte=begins).order_by()
    return seats.annotate(called=_number(rows), came=_number(rows.filter(present=True)))


def attended(seats: Iterable[Any]) -> str:
    """`Du har været med til 7 af 9 møder i skoleåret 2026/27.`, or nothing before the first one is over."""
    told = list(seats)
    called, came = sum(one.called or 0 for one in told), sum(one.came or 0 for one in told)
    meetings = counted(called, "møde", "møder")
    return f"Du har været med til {came} af {meetings} i skoleåret {SchoolYear.of(clock.today())}." if called else ""


def _number(rows: QuerySet[Attendance]) -> Subquery:
    return Subquery(rows.values("tenure").annotate(number=Count("pk")).values("number"))
