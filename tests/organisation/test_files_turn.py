"""In each shipped municipality the work can go its whole turn: raised, received, taken up, decided on, answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samspil.authority.capability import Can
from samspil.organisation.files.check import parse
from samspil.organisation.files.expand import BodyRow, Expanded, SeatRow, expand, receiver_of
from samspil.organisation.files.vocabulary import CircleKind, Part

ROOT = Path(__file__).parents[2]
SHIPPED = {path.stem: expand(parse(path)) for path in sorted((ROOT / "organisations").glob("*.toml"))}
each = pytest.mark.parametrize("rows", SHIPPED.values(), ids=SHIPPED)
LAWFULLY_NAMED = ("municipal", "police", "public_authority", "self_governing_public")


def holders(rows: Expanded, circle: CircleKind, part: Part, *wanted: Can) -> set[str]:
    """The functions that hold all of these there."""
    held: dict[str, set[str]] = {}
    for row in rows.mandates:
        if (row.circle_kind, row.part) == (circle, part):
            held.setdefault(row.function, set()).add(row.capability)
    return {function for function, cans in held.items() if set(wanted) <= cans}


def opened_from(rows: Expanded, origin: CircleKind, opens: CircleKind) -> set[str]:
    return {row.capability for row in rows.routing if (row.act, row.from_kind, row.to_kind) == ("open", origin, opens)}


def workplaces(rows: Expanded) -> dict[str, set[str]]:
    """Units in which somebody may say that they are worried, with the functions that may."""
    raisers = holders(rows, "unit", "party", Can.CONCERN_RAISE)
    found: dict[str, set[str]] = {}
    for seat in rows.seats:
        if seat.unit and seat.function in raisers:
            found.setdefault(seat.unit, set()).add(seat.function)
    return found


def at_receiver_of(rows: Expanded, unit: str) -> list[SeatRow]:
    place, body = receiver_of(rows.organisation, unit)
    return [seat for seat in rows.seats if (seat.unit, seat.body) == (place, body)]


def bodies_that_meet(rows: Expanded) -> Iterator[tuple[BodyRow, set[str]]]:
    """With the functions that sit in each; those made for one task at a time only stand in the list."""
    for row in rows.bodies:
        if not row.body.ad_hoc:
            yield row, {seat.function for seat in rows.seats if seat.body == row.slug}


@each
def test_whoever_works_with_the_young_can_raise_a_concern(rows: Expanded) -> None:
    places = workplaces(rows)
    schools = {unit.key for unit in rows.organisation.units if "skole" in unit.kind}
    assert schools
    assert schools <= set(places)
    assert "concern.raise" in opened_from(rows, "unit", "concern")
    followers = holders(rows, "concern", "follower", Can.CONCERN_READ, Can.CONCERN_WRITE, Can.YOUNGPERSON_WRITE)
    assert set().union(*places.values()) <= followers


@each
def test_the_door_of_every_workplace_has_somebody_behind_it(rows: Expanded) -> None:
    triage = holders(rows, "concern", "keeper", Can.CONCERN_TRIAGE, Can.TRIAGE_WRITE, Can.ANSWER_WRITE, Can.ITEM_OPEN)
    for unit in workplaces(rows):
        behind = [seat for seat in at_receiver_of(rows, unit) if seat.function in triage]
        assert behind, unit
        assert {seat.legal_kind for seat in behind} == {"municipal"}


@each
def test_a_body_takes_it_up_with_people_who_may_read_it(rows: Expanded) -> None:
    assert "item.open" in opened_from(rows, "concern", "item")
    readers = holders(rows, "item", "keeper", Can.ITEM_READ, Can.NOTE_WRITE)
    taking = [row for row in rows.bodies if row.body.competence.closed_matters]
    assert taking
    for row in taking:
        inside = [seat for seat in rows.seats if seat.body == row.slug and seat.function in readers]
        reading = {seat.agency for seat in inside if seat.legal_kind in LAWFULLY_NAMED}
        assert len(reading) > 1, f"{row.slug} brings only one party together"


@each
def test_whoever_convenes_chairs_and_writes_sits_in_the_body(rows: Expanded) -> None:
    conveners = holders(rows, "body_open", "keeper", Can.MEETING_CONVENE)
    for row, sitting in bodies_that_meet(rows):
        named = (row.body.convenes, row.body.chairs, row.body.writes)
        assert set(named) <= sitting, (row.slug, named)
        assert row.body.convenes in conveners, row.slug
        assert row.body.rhythms, row.slug


@each
def test_whoever_convenes_a_closed_part_can_decide_and_open_a_case(rows: Expanded) -> None:
    leading = holders(rows, "item", "keeper", Can.ITEM_WRITE, Can.DECISION_WRITE, Can.CASE_OPEN)
    leading &= holders(rows, "case", "keeper", Can.CASE_WRITE, Can.CASE_CLOSE)
    for row in rows.bodies:
        if row.body.competence.closed_matters:
            assert row.body.convenes in leading, row.slug
    assert opened_from(rows, "item", "case") == {"case.open"}
    assert ("concern", "item") in {(row.from_kind, row.to_kind) for row in rows.routing if row.act == "deliver"}
    assert ("item", "case") in {(row.from_kind, row.to_kind) for row in rows.routing if row.act == "deliver"}


@each
def test_an_answer_reaches_whoever_raised_it(rows: Expanded) -> None:
    hearing = holders(rows, "concern", "follower", Can.ANSWER_READ)
    for unit, raisers in workplaces(rows).items():
        assert raisers <= hearing, unit


@each
def test_some_who_have_no_seat_in_a_body_can_raise_a_concern_too(rows: Expanded) -> None:
    sitting = {seat.function for seat in rows.seats if seat.body}
    assert set().union(*workplaces(rows).values()) - sitting


@each
def test_no_outsider_is_behind_a_door_or_convenes_a_closed_part(rows: Expanded) -> None:
    outside = {seat.function for seat in rows.seats if seat.legal_kind == "outsider"}
    inside = {seat.function for seat in rows.seats if seat.legal_kind != "outsider"}
    named = {row.function for row in rows.mandates if row.row_class != "open"}
    assert not (outside - inside) & named
