"""Who does what in a municipality, read out of its seats and mandates: no name and no body is written here."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from samspil.authority.capability import Can
from samspil.organisation.models import Body, ConcernKind, Mandate, Municipality, Routing, Tenure

WEEKLY, MONTHLY = 7, 28
FEWEST = 3


@dataclass(frozen=True)
class Player:
    person_id: int
    municipality_id: int
    name: str


@dataclass(frozen=True)
class Reporter:
    """Somebody who may be worried at a workplace, and those who receive from there."""

    player: Player
    unit_id: int
    receivers: tuple[Player, ...]


@dataclass(frozen=True)
class Table:
    """A body that meets: who calls, who else sits there, and who of them may say something in a closed matter."""

    body_id: int
    slug: str
    closed: bool
    convener: Player
    members: tuple[Player, ...]
    speakers: tuple[Player, ...]
    step_days: int


@dataclass(frozen=True)
class Cast:
    municipality_id: int
    slug: str
    reporters: tuple[Reporter, ...]
    tables: tuple[Table, ...]
    kinds: frozenset[str]
    everybody: tuple[Player, ...]
    officers: tuple[Player, ...]
    account_keepers: tuple[Player, ...]


def cast_of(slug: str) -> Cast:
    municipality = Municipality.objects.using("owner").get(slug=slug)
    tenures = _tenures(municipality)
    people = {one.person_id: _player(one) for one in tenures}
    kinds = ConcernKind.objects.using("owner").filter(municipality=municipality).values_list("slug", flat=True)
    return Cast(
        municipality.pk,
        slug,
        _reporters(municipality, tenures),
        _tables(municipality, tenures),
        frozenset(kinds),
        tuple(people.values()),
        _office(municipality, tenures, Can.LOG_READ),
        _office(municipality, tenures, Can.ACCOUNT_MANAGE),
    )


def _tenures(municipality: Municipality) -> list[Tenure]:
    rows = Tenure.objects.using("owner").filter(municipality=municipality, registered_until=None)
    return list(
        rows.filter(Q(valid_until=None))
        .select_related("person", "seat__body", "seat__unit")
        .order_by("person_id", "pk")
    )


def _player(tenure: Tenure) -> Player:
    return Player(tenure.person_id, tenure.municipality_id, tenure.person.name)


def _holding(municipality: Municipality, can: Can, kind: str) -> frozenset[int]:
    rows = Mandate.objects.using("owner").filter(municipality=municipality, registered_until=None)
    held = rows.filter(capability=can, circle_kind=kind)
    return frozenset(held.values_list("function_id", flat=True))


def _office(municipality: Municipality, tenures: list[Tenure], can: Can) -> tuple[Player, ...]:
    functions = _holding(municipality, can, "office")
    return _people([one for one in tenures if one.seat.function_id in functions])


def _reporters(municipality: Municipality, tenures: list[Tenure]) -> tuple[Reporter, ...]:
    raising = _holding(municipality, Can.CONCERN_RAISE, "unit")
    triaging = _holding(municipality, Can.CONCERN_TRIAGE, "concern")
    routes = Routing.objects.using("owner").filter(municipality=municipality, act="admit", to_kind="concern")
    found = []
    for one in tenures:
        if one.seat.unit_id is None or one.seat.function_id not in raising or one.seat.function_id in triaging:
            continue
        receivers = _receivers(routes, one.seat.unit_id, [t for t in tenures if t.seat.function_id in triaging])
        if receivers:
            found.append(Reporter(_player(one), one.seat.unit_id, receivers))
    return tuple(found)


def _receivers(routes: Iterable[Routing], unit_id: int, tenures: list[Tenure]) -> tuple[Player, ...]:
    own = [route for route in routes if route.for_unit_id == unit_id]
    there = own or [route for route in routes if route.for_unit_id is None]
    units, bodies = {one.keeper_unit_id for one in there} - {None}, {one.keeper_body_id for one in there} - {None}
    held = [one for one in tenures if one.seat.unit_id in units or one.seat.body_id in bodies]
    return _people(held)


def _tables(municipality: Municipality, tenures: list[Tenure]) -> tuple[Table, ...]:
    """Those that talk of named young people first, and of them the fullest."""
    convening = _holding(municipality, Can.MEETING_CONVENE, "body_open")
    speaking = _holding(municipality, Can.NOTE_WRITE, "item")
    bodies = Body.objects.using("owner").filter(municipality=municipality, registered_until=None, valid_until=None)
    found = []
    for body in bodies.prefetch_related("rhythms").order_by("slug"):
        here = [one for one in tenures if one.seat.body_id == body.pk]
        conveners = [one for one in here if one.seat.function_id in convening]
        if conveners and len(here) >= FEWEST:
            heard = [one for one in here if one.seat.function_id in speaking]
            told = (body.closed_matters, _player(conveners[0]), _people(here), _people(heard), _step(body))
            found.append(Table(body.pk, body.slug, *told))
    return tuple(sorted(found, key=lambda one: (not one.closed, -len(one.members), one.slug)))


def _people(tenures: list[Tenure]) -> tuple[Player, ...]:
    return tuple({one.person_id: _player(one) for one in tenures}.values())


def _step(body: Body) -> int:
    rules = [rhythm.rule.get("kind") for rhythm in body.rhythms.all()]
    return WEEKLY if "weekly" in rules else MONTHLY
