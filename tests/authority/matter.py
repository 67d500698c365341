"""One matter, committed: a concern that was sent, its item, its case, and a row in every protected table."""

from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BinaryField,
    BooleanField,
    DateField,
    DateTimeField,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    TimeField,
)

from samspil.authority.models import InCircle
from samspil.authority.tables import protected_models
from samspil.circles import commands
from samspil.circles.models import Circle
from samspil.circles.queries import open_circle_of, unit_circle
from samspil.lib import clock
from samspil.lib.public_key import new_key
from samspil.organisation.models import Body, Unit
from tests.conftest import World, acting_person, as_owner, ticket_of

BASIS = "ssp115"
WHY = "Det er nødvendigt for at hjælpe den unge."
Known = dict[tuple[str, int], int]
FILLED_BY_TRIGGER = {"municipality_id", "written_at", "written_by_id"}


@dataclass(frozen=True)
class Matter:
    """Circle ids by kind, the id of a row by protected table, and tickets of open visits by person."""

    world: World
    circles: dict[str, int]
    rows: dict[str, int]
    tickets: dict[str, str]

    def circle_of(self, model: type[InCircle]) -> int:
        return self.circles[place_of(model)]


def lay(world: World) -> Matter:
    """Through the commands, each in a request of its own; the rows by the owner: content is not what is tried here."""
    circles = {**open_concern(world), **open_item_and_case(world)}
    known: Known = {}
    rows = {model._meta.db_table: row_in(model, circles[place_of(model)], known) for model in protected_models()}
    return Matter(world, circles, rows, {key: ticket_of(world, key) for key in world.people})


def open_concern(world: World) -> dict[str, int]:
    with acting_person(world, "nanna", "test.test") as nanna:
        school = Unit.objects.get(slug="aaskolen", municipality_id=world.lillerup)
        home = unit_circle(school)
        facts: Any = {"kind": "concern", "purpose": "forebygge", "title": "Bekymring fra Åskolen", "unit": school}
        concern = commands.open_circle(nanna, home, own_part="follower", **facts)
        team = Unit.objects.get(slug="ssp-team", municipality_id=world.lillerup)
        commands.admit(nanna, concern, part="keeper", unit=team, basis=BASIS, necessity=WHY)
        return {"unit": home.pk, "concern": concern.pk}


def open_item_and_case(world: World) -> dict[str, int]:
    with acting_person(world, "anna", "test.test") as anna:
        network = Body.objects.get(slug="netvaerk-aaskolen", municipality_id=world.lillerup)
        concern = Circle.objects.get(kind="concern")
        facts: Any = {"purpose": "forebygge", "body": network}
        item = commands.open_circle(anna, concern, kind="item", title="Punkt i netværket", **facts)
        case = commands.open_circle(anna, item, kind="case", title="Sag i netværket", **facts)
        return {"item": item.pk, "case": case.pk, "body_open": open_circle_of(network).pk}


def place_of(model: type[InCircle]) -> str:
    """A kind of circle in which somebody reads and writes this kind of row."""
    if model.kind == "open":
        return "body_open"
    return (
        model.kind
        if model.kind in {"case", "item"}
        else {"commitment": "item", "decision": "item"}.get(model.kind, "concern")
    )


def row_in(model: type[InCircle], circle_id: int, known: Known) -> int:
    """A row of this model in this circle, with its parents; found again when there is one."""
    table = model._meta.db_table
    if (table, circle_id) not in known:
        values = {"circle_id": circle_id, "act_id": act_in(circle_id), **_values(model, circle_id, known)}
        columns, marks = ", ".join(values), ", ".join(["%s"] * len(values))
        statement = f"insert into {table} ({columns}) values ({marks}) returning id"  # our own names
        known[table, circle_id] = as_owner(statement, list(values.values()))[0][0]
    return known[table, circle_id]


def act_in(circle_id: int) -> int | None:
    """An act of somebody who is in the circle."""
    made = as_owner(
        "insert into circles_disclosure (act_key, municipality_id, circle_id, direction, nature, basis,"
        " necessity, sender_id,"
        " sender_tenure_id, receivers, at) select new_act_key(), c.municipality_id, c.id, 'both', 'internal',"
        " c.basis, 'Prøve',"
        " s.agency_id, t.id, '[]', samspil_now() from circles_circle c, access_grant g join organisation_tenure t"
        " on t.id = g.tenure_id"
        " join organisation_seat s on s.id = t.seat_id where c.id = %s and g.circle_id = c.id and c.named limit 1"
        " returning id",
        [circle_id],
    )
    return int(made[0][0]) if made else None


def _values(model: type[InCircle], circle_id: int, known: Known) -> dict[str, Any]:
    skipped = FILLED_BY_TRIGGER | {"id", "circle_id", "act_id"}
    fields = [
        field for field in model._meta.local_concrete_fields if field.column not in skipped and not field.generated
    ]
    return {str(field.column): _value(field, circle_id, known) for field in fields if not field.null}


def _value(field: Any, circle_id: int, known: Known) -> Any:
    if isinstance(field, ForeignKey):
        return _parent(field.related_model, circle_id, known)
    if field.has_default() and not isinstance(field, JSONField):
        return field.get_default()
    kinds: list[tuple[type[Any], Any]] = [
        (DateTimeField, clock.now()),
        (DateField, clock.today()),
        (TimeField, clock.now().time()),
        (JSONField, "[]"),
        (BinaryField, b"proeve"),
        (BooleanField, False),
        (IntegerField, 1),
    ]
    return next((value for kind, value in kinds if isinstance(field, kind)), new_key())


def _parent(model: Any, circle_id: int, known: Known) -> int:
    if issubclass(model, InCircle):
        return row_in(model, circle_id, known)
    assert issubclass(model, Model)
    return int(as_owner(f"select min(id) from {model._meta.db_table}")[0][0])  # our own names
