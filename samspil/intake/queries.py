"""Where one may bring cases in, what each line meets here, and what may be chosen for it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.db import connection

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, who_may
from samspil.cases.models import Case, CaseItem
from samspil.circles.models import Circle
from samspil.circles.queries.pages import SeenBy, band
from samspil.concerns.queries import schools_with_bodies
from samspil.decisions.models import Commitment, Submission
from samspil.intake import rules
from samspil.lib import clock
from samspil.lib.sort_key import sort_key
from samspil.organisation.models import Mandate, RetentionCategory, Seat, Tenure, Unit
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
    """A line of a commitment: who promised, and its case: the number of a line beside it, or the matter of one here."""

    line: rules.CommitmentLine
    who: Holder | None
    case_number: int | None
    matter: Submission | None
    known: bool

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
    def known(self) -> int:
        """How many cases here were met."""
        return len({case.pk for one in self.cases for case in one.known})

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
    return list(rows.select_related("body", "municipality").order_by("body__sort_key", "pk"))


def bases(actor: Actor) -> list[tuple[str, str]]:
    return [(basis.slug, basis.name) for basis in choosable_bases(actor.municipality_id)]


def categories(actor: Actor) -> list[RetentionCategory]:
    """Those that a running case can lie in: a term from its opening would end it while it runs."""
    rows = RetentionCategory.objects.filter(municipality_id=actor.municipality_id, starts__in=rules.COUNTED_FROM)
    return list(rows.exclude(slug=actor.settings.get("groundless_category") or "").order_by("pk"))


def seen(actor: Actor, circle: Circle, carried: rules.Carried) -> Seen:
    """Each line as it would become; nothing is written."""
    people, today = who_may(circle.pk), clock.today()
    lines, promised = rules.case_lines(carried.cases, today), rules.commitment_lines(carried.commitments, today)
    here = _Here(actor, circle, [*(line.whom for line in lines), *(line.whom for line in promised)])
    met = _Met(actor, [holder for holder in people if holder.reads], here)
    cases = tuple(met.case(line) for line in lines)
    commitments = tuple(met.commitment(line, cases) for line in promised)
    return Seen(circle, band(circle, people), cases, commitments)


class _Here:
    """The cases with these names that the actor can read, and the matters that the body has of them."""

    def __init__(self, actor: Actor, circle: Circle, people: Iterable[rules.Whom]) -> None:
        names = {whom.sort_key for whom in people if whom.name}
        rows = Case.objects.filter(municipality_id=actor.municipality_id, sort_key__in=names)
        self.cases = list(rows.select_related("young_person", "circle").order_by("pk")) if names else []
        tied = list(CaseItem.objects.filter(case__in=[case.pk for case in self.cases])) if self.cases else []
        asked = Submission.objects.filter(key__in=[row.submission_key for row in tied], body=circle.body)
        found = {row.key: row for row in asked.filter(circle__closed_at=None).select_related("circle__municipality")}
        made = Commitment.objects.filter(circle__in=[row.circle_id for row in found.values()]) if found else ()
        self.promised = {(row.submission_id, sort_key(row.what)) for row in made}
        there = [(found[row.submission_key], row.case_id) for row in tied if row.submission_key in found]
        there.sort(key=lambda one: (one[0].settled_at is None, one[0].pk))
        self.matters = {case_id: matter for matter, case_id in there}
        """The newest of those that come to a meeting, else the newest."""

    def like(self, whom: rules.Whom) -> tuple[Case, ...]:
        """Of those with the name, not those with another birthday."""
        named = [case for case in self.cases if case.sort_key == whom.sort_key]
        return tuple(case for case in named if whom.born is None or case.young_person.birth_date in {None, whom.born})

    def matter(self, whom: rules.Whom) -> tuple[Submission | None, str | None]:
        """Where a commitment about this young person is made, or why there is no such place."""
        sure = [case for case in self.like(whom) if whom.born and case.young_person.birth_date == whom.born]
        if not sure:
            return None, rules.why_not_without_case(in_file=False, taken=False, here=False)
        running = [case for case in sure if case.ended_at is None]
        matter = self.matters.get(running[0].pk) if running else None
        why_not = rules.why_not_promise_there(
            several=len(running) > 1, closed=not running, on_matter=matter is not None
        )
        return (None, why_not) if why_not else (matter, None)


class _Met:
    """The names of schools and colleagues, asked for once for all lines."""

    def __init__(self, actor: Actor, people: Iterable[Holder], here: _Here) -> None:
        self.here = here
        self.schools = {unit.sort_key: unit for unit in schools_with_bodies(actor)}
        self.people: dict[str, dict[int, list[Holder]]] = {}
        for holder in people:
            self.people.setdefault(sort_key(holder.name), {}).setdefault(holder.person_id, []).append(holder)

    @cached_property
    def able_to_lead(self) -> set[int]:
        """The seats that may follow up in a case which the body keeps."""
        rows = Mandate.objects.filter(circle_kind="case", part="keeper", capability=Can.CASE_WRITE)
        able = Seat.objects.filter(function__mandates__in=rows.filter(registered_until=None))
        seats = {seat.tenure_id for people in self.people.values() for one in people.values() for seat in one}
        return set(Tenure.objects.filter(pk__in=seats, seat__in=able).values_list("pk", flat=True))

    def case(self, line: rules.CaseLine) -> CaseSeen:
        school = self.schools.get(sort_key(line.school)) if line.school else None
        seats, said = self._seats(line.lead, "Tovholder")
        lead = next((seat for seat in seats if seat.tenure_id in self.able_to_lead), None)
        faults = list(said)
        if seats and lead is None:
            faults.append("Tovholder: Den, der står der, kan ikke følge op på en sag. Skriv en anden, eller ingen.")
        if line.school and school is None:
            faults.append(
                "Skolen står ikke under Organisation. Skriv den, som den står der, eller lad feltet stå tomt."
            )
        return CaseSeen(replace(line, faults=(*line.faults, *faults)), school, lead, self.here.like(line.whom))

    def commitment(self, line: rules.CommitmentLine, cases: Iterable[CaseSeen]) -> CommitmentSeen:
        seats, said = self._seats(line.who, "Hvem")
        number = next((one.line.number for one in cases if one.line.whom.is_same(line.whom)), None)
        matter, without = self.here.matter(line.whom)
        faults = (*line.faults, *said, *([without] if without and number is None and not line.faults else []))
        known = matter is not None and (matter.pk, sort_key(line.what)) in self.here.promised
        return CommitmentSeen(replace(line, faults=faults), seats[0] if seats else None, number, matter, known)

    def _seats(self, name: str, column: str) -> tuple[list[Holder], tuple[str, ...]]:
        found = list(self.people.get(sort_key(name), {}).values()) if name else []
        if not name or len(found) == 1:
            return (found[0] if found else []), ()
        if found:
            return [], (f"{column}: Flere i organet har det navn. Lad linjen ligge, og skriv den på sagen bagefter.",)
        return [], (f"{column}: Ingen i organet har det navn. Skriv det, som det står under Organisation.",)
