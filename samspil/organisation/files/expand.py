"""From what a file says to the rows it means: one body per school, one seat per place, one row per mandate.

The same file always gives the same rows in the same order, under the same slugs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from samspil.authority.capability import Can, row_class
from samspil.organisation.files.bundles import SHIPPED_BUNDLES, SHIPPED_FUNCTIONS, SHIPPED_MANDATES
from samspil.organisation.files.lawful import lawful_rows
from samspil.organisation.files.model import Body, Function, LawfulRow, Opening, Organisation, Post, Seat, Unit
from samspil.organisation.files.vocabulary import CircleKind, LegalKind, Part, TieKind


@dataclass(frozen=True)
class BodyRow:
    """`unit` is the one that the instance was made for."""

    slug: str
    body: Body
    name: str
    open_name: str
    closed_name: str
    level: int
    level_name: str
    unit: str | None


@dataclass(frozen=True)
class SeatRow:
    """In a body or in a unit. `many` seats hold any number of people at once; all others one."""

    slug: str
    body: str | None
    unit: str | None
    function: str
    agency: str
    legal_kind: LegalKind
    from_unit: str | None
    name: str
    optional: bool
    many: bool
    statement: Seat | Post


@dataclass(frozen=True)
class TieRow:
    upper: str
    lower: str
    kind: TieKind
    words: str


@dataclass(frozen=True)
class MandateRow:
    function: str
    circle_kind: CircleKind
    part: Part
    capability: str
    row_class: str


@dataclass(frozen=True)
class RoutingRow:
    """`act` is open or deliver. Both keepers empty: the one who acts names a body."""

    act: str
    from_kind: CircleKind
    to_kind: CircleKind
    capability: str
    for_unit: str | None
    keeper_unit: str | None
    keeper_body: str | None
    opener: Part | None
    category: str
    basis: str


@dataclass(frozen=True)
class Expanded:
    organisation: Organisation
    functions: tuple[Function, ...]
    bodies: tuple[BodyRow, ...]
    seats: tuple[SeatRow, ...]
    ties: tuple[TieRow, ...]
    mandates: tuple[MandateRow, ...]
    lawful: tuple[LawfulRow, ...]
    routing: tuple[RoutingRow, ...]


def expand(organisation: Organisation) -> Expanded:
    """All rows of an organisation that `check` has found no fault with."""
    own = {function.key for function in organisation.functions}
    return Expanded(
        organisation=organisation,
        functions=(*organisation.functions, *(one for one in SHIPPED_FUNCTIONS if one.key not in own)),
        bodies=tuple(_bodies(organisation)),
        seats=(*_body_seats(organisation), *_posts(organisation)),
        ties=tuple(_ties(organisation)),
        mandates=tuple(_mandates(organisation)),
        lawful=lawful_rows((basis.key for basis in organisation.legal_bases), organisation.lawful),
        routing=(*_openings(organisation), *_deliveries(organisation)),
    )


def units_of(organisation: Organisation, body: Body) -> tuple[Unit, ...]:
    """The units that a body is made for, in the order of the file."""
    return tuple(
        unit
        for unit in organisation.units
        if (unit.key in body.per_units or unit.kind == body.per_unit_kind) and unit.key not in body.except_units
    )


def receiver_of(organisation: Organisation, unit: str) -> tuple[str | None, str | None]:
    """The unit or the body that receives concerns from this workplace."""
    for receiver in organisation.receivers:
        if unit in receiver.for_units:
            return receiver.unit, receiver.body
    others = next((one for one in organisation.receivers if not one.for_units), None)
    return (others.unit, others.body) if others else (None, None)


def _bodies(organisation: Organisation) -> Iterator[BodyRow]:
    levels = {level.key: (number, level.name) for number, level in enumerate(organisation.body_levels)}
    for body in organisation.bodies:
        number, level_name = levels[body.level]
        for slug, unit in _instances(organisation, body):
            open_name, closed_name = body.open_name or body.name, body.closed_name or body.name
            yield BodyRow(
                slug=slug,
                body=body,
                name=_named(body.name, unit),
                open_name=_named(open_name, unit),
                closed_name=_named(closed_name, unit),
                level=number,
                level_name=level_name,
                unit=unit.key if unit else None,
            )


def _instances(organisation: Organisation, body: Body) -> list[tuple[str, Unit | None]]:
    if body.is_made_per_unit:
        return [(f"{body.key}-{unit.key}", unit) for unit in units_of(organisation, body)]
    return [(body.key, None)]


def _named(name: str, unit: Unit | None) -> str:
    return name.replace("{unit}", unit.name) if unit else name


def _body_seats(organisation: Organisation) -> Iterator[SeatRow]:
    agency_of = {unit.key: unit.agency for unit in organisation.units}
    legal_kinds = {agency.key: agency.legal_kind for agency in organisation.agencies}
    for body in organisation.bodies:
        for slug, unit in _instances(organisation, body):
            for seat in body.seats:
                from_unit = unit.key if seat.own_unit and unit else seat.unit
                agency = seat.agency or agency_of[from_unit or ""]
                for end, optional, many in places(seat):
                    yield SeatRow(
                        slug=f"{slug}.{seat.key or seat.function}{end}",
                        body=slug,
                        unit=None,
                        function=seat.function,
                        agency=agency,
                        legal_kind=legal_kinds[agency],
                        from_unit=from_unit,
                        name=seat.name,
                        optional=optional or seat.optional,
                        many=many,
                        statement=seat,
                    )


def _posts(organisation: Organisation) -> Iterator[SeatRow]:
    legal_kinds = {agency.key: agency.legal_kind for agency in organisation.agencies}
    for unit in organisation.units:
        for post in organisation.posts:
            if unit.key == post.unit or unit.kind == post.unit_kind:
                for end, optional, many in places(post):
                    yield SeatRow(
                        slug=f"{unit.key}.{post.function}{end}",
                        body=None,
                        unit=unit.key,
                        function=post.function,
                        agency=unit.agency,
                        legal_kind=legal_kinds[unit.agency],
                        from_unit=unit.key,
                        name="",
                        optional=optional,
                        many=many,
                        statement=post,
                    )


def places(place: Seat | Post) -> list[tuple[str, bool, bool]]:
    """For each place: the end of its slug, whether it may stand empty, whether many hold it.

    A seat without a number is one place; a post without a number is open to any number of people.
    """
    if place.number is None and place.minimum is None and place.maximum is None:
        return [("", False, isinstance(place, Post))]
    least = place.number if place.number is not None else place.minimum
    most = place.number if place.number is not None else place.maximum
    count = max(least or 0, most or 0)
    rows = [(f".{number}" if count > 1 else "", number > (least or 0), False) for number in range(1, count + 1)]
    return rows if most is not None else [*rows, (".flere", True, True)]


def _ties(organisation: Organisation) -> Iterator[TieRow]:
    bodies = {body.key: body for body in organisation.bodies}
    for body in organisation.bodies:
        for tie in body.ties:
            above = _instances(organisation, bodies[tie.parent])
            for slug, unit in _instances(organisation, body):
                same_unit = [one for one in above if unit and one[1] == unit]
                for upper, _unit in same_unit or above:
                    yield TieRow(upper, slug, tie.kind, tie.words)


def _mandates(organisation: Organisation) -> Iterator[MandateRow]:
    bundles = {bundle.key: bundle.capabilities for bundle in (*SHIPPED_BUNDLES, *organisation.bundles)}
    own = {function.key for function in organisation.functions}
    shipped = (mandate for mandate in SHIPPED_MANDATES if mandate.functions[0] not in own)
    rows = {
        MandateRow(function, mandate.circle, mandate.part, capability, row_class(Can(capability)))
        for mandate in (*shipped, *organisation.mandates)
        for function in mandate.functions
        for bundle in mandate.bundles
        for capability in bundles[bundle]
    }
    return iter(sorted(rows, key=lambda row: (row.function, row.circle_kind, row.part, row.capability)))


def _openings(organisation: Organisation) -> Iterator[RoutingRow]:
    uses = {use.kind: use for use in organisation.circles}
    outside = {agency.key for agency in organisation.agencies if agency.legal_kind == "outsider"}
    workplaces = [unit.key for unit in organisation.units if unit.agency not in outside]
    for opening in organisation.openings:
        use = uses[opening.opens]
        for unit in (None,) if opening.keeper == "body" else workplaces:
            keeper_unit, keeper_body = _keeper(organisation, opening, unit)
            yield RoutingRow(
                act="open",
                from_kind=opening.origin,
                to_kind=opening.opens,
                capability=opening.capability,
                for_unit=unit,
                keeper_unit=keeper_unit,
                keeper_body=keeper_body,
                opener=opening.opener,
                category=use.retention,
                basis=use.basis,
            )


def _keeper(organisation: Organisation, opening: Opening, unit: str | None) -> tuple[str | None, str | None]:
    if unit and opening.keeper == "receiver":
        return receiver_of(organisation, unit)
    return unit, None


def _deliveries(organisation: Organisation) -> Iterator[RoutingRow]:
    uses = {use.kind: use for use in organisation.circles}
    for delivery in organisation.deliveries:
        use = uses[delivery.target]
        yield RoutingRow(
            "deliver",
            delivery.origin,
            delivery.target,
            delivery.capability,
            None,
            None,
            None,
            None,
            use.retention,
            use.basis,
        )
