"""Whether the bodies keep to their rhythm, and which seats nobody holds, of the bodies that the database tells of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import connection
from django.db.models import Max, Q

from samspil.lib import clock, danish_dates
from samspil.lib.rhythm import Lack, Mark, Met, Month, lacks, months
from samspil.lib.working_days import SchoolYear
from samspil.organisation.models import Body, Seat
from samspil.organisation.models import Rhythm as RhythmRow
from samspil.organisation.queries import closed_days, held_today, rhythm_of

MARKS = {
    Mark.HELD: "holdt",
    Mark.FEW: "færre end aftalt",
    Mark.PLANNED: "planlagt",
    Mark.MISSED: "ikke holdt",
    Mark.WANTED: "skal planlægges",
    Mark.FREE: "intet ventet",
}
LEGEND = tuple(MARKS.items())
BECAME = {Met.HELD: "holdt", Met.PLANNED: "planlagt", Met.CANCELLED: "aflyst", Met.UNOPENED: "ikke startet i Samspil"}


@dataclass(frozen=True)
class Dot:
    """A month: the first letter of its name, its mark, and the whole of it in words."""

    letter: str
    mark: str
    words: str


@dataclass(frozen=True)
class Vacancy:
    """`since`: the day the last holder left; None where nobody has held it here."""

    function: str
    appointed_by: str
    since: date | None


@dataclass(frozen=True)
class Kept:
    """One body: what was agreed, what the year shows, and what is to be done about it."""

    name: str
    norm: str
    dots: tuple[Dot, ...]
    warnings: tuple[str, ...]
    vacancies: tuple[Vacancy, ...]

    @property
    def calm(self) -> bool:
        return not self.warnings and not self.vacancies


def rhythms_kept(year: SchoolYear, settings: Mapping[str, Any]) -> list[Kept]:
    """The bodies that the database tells this actor of; those where something is amiss come first.

    What lacks and who is missing is told of the year one stands in: of the others there is nothing to do today.
    """
    met, today = _meetings(year), clock.today()
    rows, empty = _rhythms(met), _vacancies(met)
    closed, now = closed_days(settings), today in year
    found = []
    for body in Body.objects.filter(pk__in=met).order_by("level", "sort_key", "pk"):
        days, told = met[body.pk], rows.get(body.pk, [])
        rhythms = [rhythm_of(row) for row in told if row.rule.get("kind")]
        lacking = lacks(rhythms, days, today, closed) if now else ()
        found.append(
            Kept(
                name=body.name,
                norm=danish_dates.listed([row.words for row in told if row.words]),
                dots=tuple(_dot(one) for one in months(rhythms, days, year.first, today, closed)),
                warnings=tuple(dict.fromkeys(_warning(one) for one in lacking)),
                vacancies=tuple(empty.get(body.pk, ()) if now else ()),
            )
        )
    return sorted(found, key=lambda one: one.calm)


def _dot(month: Month) -> Dot:
    name = danish_dates.MONTHS[month.first.month - 1]
    told = [f"{times} {BECAME[met]}" for met, times in month.times.items()]
    if told and month.wanted > 1:
        told[-1] += f" (aftalt: {month.wanted})"
    return Dot(name[:1].upper(), month.mark, f"{name}: {danish_dates.listed(told) or MARKS[month.mark]}")


def _warning(lack: Lack) -> str:
    number = "et møde" if lack.missing == 1 else f"{lack.missing} møder"
    return f"Der mangler {number} inden {danish_dates.long_day(lack.before)}."


def _meetings(year: SchoolYear) -> dict[int, list[tuple[date, Met]]]:
    """By body; a body without meetings has an empty list."""
    # A year to both sides of today: a minimum may count calendar years, and what comes next may lie in the next one.
    today = clock.today()
    first, after = (
        datetime.combine(day, time(), clock.COPENHAGEN)
        for day in (
            min(year.first, today - relativedelta(years=1)),
            max(SchoolYear(year.start + 1).first, today + relativedelta(years=1)),
        )
    )
    found: dict[int, list[tuple[date, Met]]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select * from meetings_of_bodies(%s, %s)", [first, after])
        for body, day, met in cursor.fetchall():
            found.setdefault(body, []).extend([] if day is None else [(day, Met(met))])
    return found


def _rhythms(bodies: Collection[int]) -> dict[int, list[RhythmRow]]:
    found: dict[int, list[RhythmRow]] = {}
    for row in RhythmRow.objects.filter(body__in=bodies).order_by("pk"):
        found.setdefault(row.body_id, []).append(row)
    return found


def _vacancies(bodies: Collection[int]) -> Mapping[int | None, list[Vacancy]]:
    """Of seats for one that should not be empty."""
    seats = Seat.objects.filter(body__in=bodies, closed_on=None, optional=False, many=False)
    empty = seats.exclude(pk__in=held_today().values("seat")).select_related("function")
    left = Q(tenures__valid_until__lte=clock.today(), tenures__registered_until=None)
    found: dict[int | None, list[Vacancy]] = {}
    for seat in empty.annotate(since=Max("tenures__valid_until", filter=left)).order_by("pk"):
        found.setdefault(seat.body_id, []).append(Vacancy(seat.function.name, seat.appointed_by, seat.since))
    return found
