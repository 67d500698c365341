"""How often somebody came to the meetings they were called to: one's own number, for oneself alone."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, IntegerField, QuerySet, Value

from samspil.lib import clock
from samspil.lib.danish_dates import counted
from samspil.lib.working_days import SchoolYear
from samspil.organisation.models import Tenure


def with_attendance(seats: QuerySet[Tenure]) -> QuerySet[Any]:
    """Beside each seat the actor's own two numbers of this school year, those of ended seats counted along."""
    begins = datetime.combine(SchoolYear.of(clock.today()).first, time(), clock.COPENHAGEN)
    once = "(select %(function)s(%(expressions)s))"
    numbers = ArrayField(IntegerField())
    return seats.annotate(attendance=Func(Value(begins), function="my_attendance", template=once, output_field=numbers))


def attended(seats: Iterable[Any]) -> str:
    """`Du har været med til 7 af 9 møder i skoleåret 2026/27.`, or nothing before the first one is over."""
    came, called = next((tuple(one.attendance) for one in seats), (0, 0))
    meetings = counted(called, "møde", "møder")
    return f"Du har været med til {came} af {meetings} i skoleåret {SchoolYear.of(clock.today())}." if called else ""
