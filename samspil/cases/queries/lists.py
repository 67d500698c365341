"""The list of cases."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import BooleanField, F, Func, OuterRef, QuerySet, Subquery, Value

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.cases.models import Case, CaseItem
from samspil.cases.queries.people import age_of, school_of
from samspil.circles.models import Circle
from samspil.decisions.models import Submission
from samspil.decisions.rules import Action, Came
from samspil.lib import clock
from samspil.words.queries import Place

PAGE = 50
NEXT, NAME, NEWEST = "opfoelgning", "navn", "nyeste"


class Order(NamedTuple):
    """How it is called, how it is told in a sentence, and by what the rows stand."""

    label: str
    sentence: str
    by: tuple[Any, ...]


BY_DUE = F("due").asc(nulls_last=True)
OPEN_ORDERS = {
    NEXT: Order(
        "Opfølgning", "Den nærmeste opfølgning står først, sager uden en dag sidst.", (BY_DUE, "sort_key", "pk")
    ),
    NAME: Order("Navn", "Sagerne står efter navn.", ("sort_key", "pk")),
    NEWEST: Order("Nyeste", "Den nyeste sag står først.", ("-pk",)),
}
CLOSED_ORDERS = {
    NEWEST: Order("Nyeste", "Den, der sidst er lukket, står først.", ("-ended_at", "-pk")),
    NAME: OPEN_ORDERS[NAME],
}
"""By the word in the address; the first is what one gets unasked."""


def orders(*, closed: bool) -> dict[str, Order]:
    return CLOSED_ORDERS if closed else OPEN_ORDERS


def cases(actor: Actor, *, closed: bool = False, order: str = NAME) -> QuerySet[Case]:
    """The cases that the actor may see in the municipality in hand."""
    return (
        Case.objects.filter(municipality_id=actor.municipality_id, ended_at__isnull=not closed)
        .prefetch_related("young_person__school", "lead__person")
        .order_by(*orders(closed=closed)[order].by)
    )


@dataclass(frozen=True)
class CaseLine:
    """A row of the list of cases: the name first, then what the case is called where no name may stand."""

    key: str
    name: str
    title: str
    age: str
    school: str
    lead: str
    due: date | None
    late: bool


def lines(
    actor: Actor, *, closed: bool, page: int, order: str = NAME, titled: bool = False
) -> tuple[list[CaseLine], bool]:
    """One page of the list, and whether there is another; `titled` asks for the cases' own names too."""
    rows = cases(actor, closed=closed, order=order)
    rows = rows.prefetch_related("circle") if titled else rows
    found = list(rows[(page - 1) * PAGE : page * PAGE + 1])
    told = [_line(case, case.circle.title if titled else "") for case in found[:PAGE]]
    return told, len(found) > PAGE


def _line(case: Case, title: str) -> CaseLine:
    return CaseLine(
        key=case.key,
        name=case.young_person.name,
        title=title,
        age=age_of(case.young_person),
        school=school_of(case.young_person),
        lead=case.lead.person.name if case.lead else "",
        due=case.due,
        late=case.due is not None and case.due < clock.today(),
    )


def actions_of(actor: Actor, submission: Submission) -> list[Action]:
    """What an agenda item's page offers: the case that there is, or opening one."""
    if not submission.circle.named:
        return []
    tied = CaseItem.objects.filter(submission_key=OuterRef("key")).order_by("pk").values("case__key")
    may_open = Func(Value(Can.CASE_OPEN), F("circle_id"), function="may", output_field=BooleanField())
    known = Submission.objects.filter(pk=submission.pk).annotate(case_key=Subquery(tied[:1]), may_open=may_open)
    case_key, may_be = known.values_list("case_key", "may_open").get()
    if case_key:
        return [Action("Se sagen", f"/sager/{case_key}/")]
    if may_be:
        return [Action("Åbn sag", f"/sager/ny/{submission.key}/")]
    return []


def place_of_case(actor: Actor, circle: Circle) -> Place | None:
    """Where this circle's case is read; the key alone is asked for."""
    del actor
    key = Case.objects.filter(circle=circle).order_by("pk").values_list("key", flat=True).first()
    return Place(f"/sager/{key}/", "Sagen") if key else None


def came_of_case(actor: Actor, circle_key: str) -> Came | None:
    """The case that was opened in this circle."""
    case = Case.objects.filter(circle__key=circle_key, municipality_id=actor.municipality_id).first()
    return Came("Sagen er åbnet.", f"/sager/{case.key}/", "Se sagen") if case else None
