"""Where one may bring cases in, what each line meets here, and what may be chosen for it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, who_may
from samspil.cases.models import Case
from samspil.circles.models import Circle
from samspil.circles.queries.pages import SeenBy, band
from samspil.intake import rules
from samspil.lib import clock
from samspil.lib.sort_key import sort_key
from samspil.organisation.models import RetentionCategory, Unit
from samspil.organisation.queries import choosable_bases

__all__ = ["Circle", "Seen", "bases", "categories", "places", "seen"]


@dataclass(frozen=True)
class CaseSeen:
    """A line of a case with what it meets: the school, who leads, and cases here that may be the same."""

    line: rules.CaseLine
    school: Unit | None
    lead: Holder | None
    known: tuple[Case, ...]

    @property
    def fits(self) -> bool:
        return not self.line.faults


@dataclass(frozen=True)
class CommitmentSeen:
    """A line of a commitment: who promised, and the number of its case's line."""

    line: rules.CommitmentLine
    who: Holder | None
    case_number: int | None

    @property
    def fits(self) -> bool:
        return not self.line.faults


@dataclass(frozen=True)
class Seen:
    circle: Circle
    band: SeenBy
    cases: tuple[CaseSeen, ...]
    commitments: tuple[CommitmentSeen, ...]

    @property
    def wrong(self) -> int:
        fitting = [*(one.fits for one in self.cases), *(one.fits for one in self.commitments)]
        return fitting.count(False)


def places(actor: Actor) -> list[Circle]:
    """The closed circles of the bodies in which the actor may bring cases in."""
    with connection.cursor() as cursor:
        cursor.execute("select circle_array(%s)", [Can.CASE_IMPORT])
        mine = cursor.fetchone()[0]
    rows = Circle.objects.filter(pk__in=mine, kind="body_closed", municipality_id=actor.municipality_id)
    return list(rows.select_related("body").order_by("body__sort_key", "pk"))


def bases(actor: Actor) -> list[tuple[str, str]]:
    return [(basis.slug, basis.name) for basis in choosable_bases(actor.municipality_id)]


def categories(actor: Actor) -> list[RetentionCategory]:
    """Those that a running case can lie in: a term from its opening would end it while it runs."""
    rows = RetentionCategory.objects.filter(municipality_id=actor.municipality_id, starts__in=rules.COUNTED_FROM)
    return list(rows.exclude(slug=actor.settings.get("groundless_category") or "").order_by("pk"))


def seen(actor: Actor, circle: Circle, carried: rules.Carried) -> Seen:
    """Each line as it would become; nothing is written."""
    people, today = who_may(circle.pk), clock.today()
    met = _Met(actor, [holder for holder in people if holder.reads])
    cases = tuple(met.case(line) for line in rules.case_lines(carried.cases, today))
    cases = _with_known(cases)
    commitments = tuple(met.commitment(line, cases) for line in rules.commitment_lines(carried.commitments, today))
    return Seen(circle, band(circle, people), cases, commitments)


class _Met:
    """The names of schools and colleagues, asked for once for all lines."""

    def __init__(self, actor: Actor, people: Iterable[Holder]) -> None:
        units = Unit.objects.filter(municipality_id=actor.municipality_id)
        self.schools = {unit.sort_key: unit for unit in units}
        self.people: dict[str, dict[int, Holder]] = {}
        for holder in people:
            self.people.setdefault(sort_key(holder.name), {}).setdefault(holder.person_id, holder)

    def case(self, line: rules.CaseLine) -> CaseSeen:
        school = self.schools.get(sort_key(line.school)) if line.school else None
        lead, said = self._holder(line.lead, "Tovholder")
        faults = list(said)
        if line.school and school is None:
            faults.append(
                "Skolen står ikke under Organisation. Skriv den, som den står der, eller lad feltet stå tomt."
            )
        return CaseSeen(replace(line, faults=(*line.faults, *faults)), school, lead, ())

    def commitment(self, line: rules.CommitmentLine, cases: Iterable[CaseSeen]) -> CommitmentSeen:
        who, said = self._holder(line.who, "Hvem")
        number = next((one.line.number for one in cases if one.line.whom.is_same(line.whom)), None)
        without = rules.why_not_without_case(in_file=number is not None, taken=True, here=False)
        faults = (*line.faults, *said, *([without] if without and line.whom.name else []))
        return CommitmentSeen(replace(line, faults=faults), who, number)

    def _holder(self, name: str, column: str) -> tuple[Holder | None, tuple[str, ...]]:
        found = list(self.people.get(sort_key(name), {}).values()) if name else []
        if not name or len(found) == 1:
            return (found[0] if found else None), ()
        if found:
            return None, (f"{column}: Flere i organet har det navn. Lad linjen ligge, og skriv den på sagen bagefter.",)
        return None, (f"{column}: Ingen i organet har det navn. Skriv det, som det står under Organisation.",)


def _with_known(cases: tuple[CaseSeen, ...]) -> tuple[CaseSeen, ...]:
    """Beside each line the cases that may be about the same, among those that the actor can read."""
    names = {one.line.whom.sort_key for one in cases if one.line.whom.name}
    found: dict[str, list[Case]] = {}
    for case in _of_names(names):
        found.setdefault(case.sort_key, []).append(case)
    return tuple(replace(one, known=_alike(one.line.whom, found.get(one.line.whom.sort_key, []))) for one in cases)


def _of_names(names: set[str]) -> list[Any]:
    if not names:
        return []
    rows = Case.objects.filter(sort_key__in=names).select_related("young_person", "circle")
    return list(rows.order_by("pk"))


def _alike(whom: rules.Whom, cases: Iterable[Case]) -> tuple[Case, ...]:
    """Of those with the name, not those with another birthday."""
    return tuple(case for case in cases if whom.born is None or case.young_person.birth_date in {None, whom.born})
