"""Seats, keepers and categories: what holds whoever writes."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import Error

from samspil.circles.models import Circle
from samspil.circles.queries import office_of
from samspil.lib import clock
from samspil.organisation.models import Seat, Tenure
from tests.circles.hands import (
    as_operator,
    ask,
    tenure_id,
)
from tests.conftest import Acting, World, as_owner

APPOINT = "select appoint(%s, %s, %s, %s, null, 'deputy')"


def test_an_editor_appoints_others_but_never_oneself(acting: Acting, world: World) -> None:
    seat = Seat(
        pk=as_owner("select id from organisation_seat where slug = 'netvaerk-aaskolen.ssp-konsulent' order by id")[0][0]
    )
    foreign = as_owner("select max(id) from organisation_seat where slug = 'netvaerk-aaskolen.ssp-konsulent'")[0][0]
    with acting("editor") as editor:
        office = office_of(editor)
        for person_id, seat_id in ((editor.person_id, seat.pk), (world.people["nanna"], foreign)):
            with pytest.raises(Error, match="not allowed"):
                ask(APPOINT, office.pk, seat_id, person_id, clock.today())
        tenure = ask(APPOINT, office.pk, seat.pk, world.people["nanna"], clock.today())
    for other in ("admin", "anna", "officer"):
        with acting(other), pytest.raises(Error, match="not allowed"):
            ask(APPOINT, office.pk, seat.pk, world.people["karl"], clock.today())
    with acting("nanna"):
        assert Tenure.objects.get(pk=tenure).person_id == world.people["nanna"]
        assert Circle.objects.filter(kind="body_open").exists()


def test_whoever_is_appointed_must_log_in_again(acting: Acting, client_of: Any, world: World) -> None:
    seat = as_owner("select id from organisation_seat where slug = 'netvaerk-aaskolen.ssp-konsulent' order by id")[0][0]
    appointed, other = client_of("nanna"), client_of("karl")
    assert (appointed.get("/").status_code, other.get("/").status_code) == (200, 200)
    with acting("editor") as editor:
        ask(APPOINT, office_of(editor).pk, seat, world.people["nanna"], clock.today())
    assert appointed.get("/").status_code == 302
    assert other.get("/").status_code == 200
    assert client_of("nanna").get("/").status_code == 200


def test_a_tenure_is_ended_sooner_but_never_prolonged(acting: Acting, world: World) -> None:
    ended = as_owner("select min(id) from organisation_tenure where person_id = %s", [world.people["ended"]])[0][0]
    with acting("editor") as editor:
        office = office_of(editor)
        for tenure, until in (
            (ended, clock.today() + timedelta(days=9)),
            (ended, None),
            (tenure_id("vera"), clock.today()),
        ):
            with pytest.raises(Error, match="not allowed"):
                ask("select end_tenure(%s, %s, %s)", office.pk, tenure, until)
    everything = as_owner("select id from organisation_tenure where person_id = %s", [world.people["bo"]])
    with acting("bo"):
        assert Circle.objects.exists()
    with acting("editor"):
        for (tenure,) in everything:
            ask("select end_tenure(%s, %s, %s)", office.pk, tenure, clock.today())
    with acting("bo"):
        assert not Circle.objects.exists()


def test_a_circle_always_has_a_keeper_whoever_writes_it(world: World) -> None:
    copy = (
        "insert into circles_circle (key, municipality_id, kind, controller_id, basis, named, purpose, title,"
        " category_id, opened_at)"
    )
    copy += (
        " select 'bcdfghjkmn', municipality_id, kind, controller_id, basis, named, purpose, title, category_id,"
        " opened_at from circles_circle limit 1"
    )
    member = (
        "insert into circles_member (municipality_id, circle_id, kind, basis, unit_id, part, starts_at,"
        " reason, act_key)"
    )
    member += (
        " select municipality_id, id, kind, basis, (select min(id) from organisation_unit), 'keeper',"
        " opened_at, '', '' from circles_circle where key = 'bcdfghjkmn'"
    )
    with pytest.raises(psycopg.errors.CheckViolation, match="always has a keeper"):
        as_operator(copy)
    as_operator(copy, member)
    for ending in ("update circles_member set ends_at = starts_at where part = 'keeper'", "delete from circles_member"):
        with pytest.raises(psycopg.errors.CheckViolation, match="always has a keeper"):
            as_operator(ending)


@pytest.mark.parametrize(
    ("kind", "start", "end", "clashes"),
    [
        ("ordinary", "2025-01-01", "null", True),
        ("ordinary", "2000-01-01", "null", True),
        ("ordinary", "2000-01-01", "'2000-02-01'", False),
        ("deputy", "2025-01-01", "null", False),
    ],
)
def test_a_seat_has_one_holder_at_a_time(world: World, kind: str, start: str, end: str, clashes: bool) -> None:  # noqa: FBT001  # from the table above
    insert = (
        "insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, valid_until,"
        " registered_from)"
        f" select 'bcdfghjkmn', municipality_id, id, {world.people['karl']}, '{kind}', '{start}', {end}, samspil_now()"
        f" from organisation_seat where slug = 'netvaerk-aaskolen.ssp-konsulent' and municipality_id = {world.lillerup}"
    )
    if clashes:
        with pytest.raises(psycopg.errors.ExclusionViolation):
            as_operator(insert)
    else:
        as_operator(insert)


def test_no_circle_without_a_category(world: World) -> None:
    """How long it is kept is decided when it is opened; the database knows no circle without it."""
    columns = "municipality_id, kind, controller_id, basis, named, purpose, title, opened_at, body_id, unit_id"
    insert = (
        f"insert into circles_circle (key, category_id, {columns}) select 'bcdfghjkmn', %s, {columns} from"
        " circles_circle limit 1"
    )
    member = (
        "insert into circles_member (municipality_id, circle_id, kind, basis, unit_id, part, starts_at,"
        " reason, act_key)"
    )
    member += (
        " select municipality_id, id, kind, basis, (select min(id) from organisation_unit), 'keeper',"
        " opened_at, '', '' from circles_circle where key = 'bcdfghjkmn'"
    )
    with pytest.raises(psycopg.errors.NotNullViolation):
        as_operator(insert % "null", member)
    as_operator(insert % "category_id", member)
