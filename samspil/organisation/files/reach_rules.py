"""What must hold of the whole: that somebody receives, convenes and keeps, and that no outsider is promised more."""

from collections.abc import Iterator

from samspil.authority.capability import Can
from samspil.organisation.files.expand import Expanded, expand, receiver_of
from samspil.organisation.files.faults import Fault
from samspil.organisation.files.model import Organisation
from samspil.organisation.files.vocabulary import NAMED_KINDS


def faults(organisation: Organisation) -> Iterator[Fault]:
    """To be asked only when nothing else is wrong."""
    expanded = expand(organisation)
    yield from _outsiders_with_mandates(expanded)
    yield from _unheard_workplaces(expanded)
    yield from _receivers_without_triage(expanded)
    yield from _bodies_without_convener(expanded)
    yield from _bodies_without_instances(expanded)
    yield from _same_slugs(expanded)


def _outsiders_with_mandates(expanded: Expanded) -> Iterator[Fault]:
    seats: dict[str, set[str]] = {}
    for seat in expanded.seats:
        seats.setdefault(seat.function, set()).add(seat.legal_kind)
    for mandate in expanded.organisation.mandates:
        for function in mandate.functions:
            if mandate.circle in NAMED_KINDS and seats.get(function) == {"outsider"}:
                yield Fault(
                    mandate,
                    "functions",
                    "kun funktioner, som en myndighed eller selvejende institution har plads i",
                    f"»{function}« har kun udefrakommende, og de kan aldrig få navngivet indhold.",
                )


def _unheard_workplaces(expanded: Expanded) -> Iterator[Fault]:
    organisation = expanded.organisation
    raisers = _functions(expanded, "unit", "party", Can.CONCERN_RAISE)
    workplaces = {seat.unit for seat in expanded.seats if seat.unit and seat.function in raisers}
    for unit in organisation.units:
        if unit.key in workplaces and receiver_of(organisation, unit.key) == (None, None):
            yield Fault(unit, "key", "en række i [[receivers]]", f"Ingen tager imod bekymringer fra »{unit.key}«.")


def _receivers_without_triage(expanded: Expanded) -> Iterator[Fault]:
    readers = _functions(expanded, "concern", "keeper", Can.CONCERN_TRIAGE)
    able = {place for seat in expanded.seats if seat.function in readers for place in (seat.unit, seat.body)}
    definitions = {row.slug: row.body.key for row in expanded.bodies}
    able |= {definitions[slug] for slug in able if slug in definitions}
    for receiver in expanded.organisation.receivers:
        place = receiver.unit or receiver.body
        if place not in able:
            yield Fault(
                receiver,
                "unit" if receiver.unit else "body",
                "et sted, hvor nogen har mandat til concern.triage som keeper af concern",
                f"Ingen i »{place}« kan vurdere en bekymring.",
            )


def _bodies_without_convener(expanded: Expanded) -> Iterator[Fault]:
    conveners = _functions(expanded, "body_open", "keeper", Can.MEETING_CONVENE)
    for body in expanded.organisation.bodies:
        if body.convenes and body.convenes not in conveners:
            yield Fault(
                body,
                "convenes",
                "en funktion med mandat til meeting.convene som keeper af body_open",
                f"»{body.convenes}« kan ikke indkalde.",
            )


def _bodies_without_instances(expanded: Expanded) -> Iterator[Fault]:
    made = {row.body.key for row in expanded.bodies}
    for body in expanded.organisation.bodies:
        if body.key not in made:
            yield Fault(
                body, "per_unit_kind", "en art, som mindst én enhed har", "Der er ingen enheder at lave organet for."
            )


def _same_slugs(expanded: Expanded) -> Iterator[Fault]:
    slugs: set[str] = set()
    for row in expanded.bodies:
        if row.slug in slugs:
            yield Fault(row.body, "key", "nøgler, der ikke løber sammen", f"To organer ville hedde »{row.slug}«.")
        slugs.add(row.slug)
    seats: set[str] = set()
    for seat in expanded.seats:
        if seat.slug in seats:
            yield Fault(
                seat.statement,
                "function",
                "hver funktion højst én gang pr. enhed",
                f"To pladser ville hedde »{seat.slug}«.",
            )
        seats.add(seat.slug)


def _functions(expanded: Expanded, circle_kind: str, part: str, can: Can) -> set[str]:
    return {
        row.function
        for row in expanded.mandates
        if (row.circle_kind, row.part, row.capability) == (circle_kind, part, can)
    }
