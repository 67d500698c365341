"""Access ends at the second it ends: midnight in Copenhagen, summer and winter, also inside an open transaction."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from samspil.authority.errors import NotSignedIn
from samspil.circles.models import Circle
from samspil.lib import clock
from tests.authority import raw
from tests.authority.matter import Matter
from tests.conftest import Acting, World, as_owner, ticket_of

LAST_DAY = {"summer": datetime(2027, 6, 30, 22, tzinfo=UTC), "winter": datetime(2027, 1, 31, 23, tzinfo=UTC)}
"""Midnight in Copenhagen, by the world's clock: two hours before and one hour before that of the connection."""


@pytest.mark.parametrize("season", LAST_DAY)
def test_a_seat_ends_at_midnight_in_copenhagen(
    world: World, acting: Acting, clock_at: Callable[[datetime], None], season: str, seat_of_karl: Callable[[Any], None]
) -> None:
    midnight = LAST_DAY[season]
    first_day_without = (midnight + timedelta(hours=3)).date()
    seat_of_karl(first_day_without)
    clock_at(midnight - timedelta(seconds=1))
    assert as_owner("select samspil_today()")[0][0] == first_day_without - timedelta(days=1)
    with acting("karl"):
        assert Circle.objects.filter(kind="body_open").exists()
    clock_at(midnight)
    assert as_owner("select samspil_today()")[0][0] == first_day_without
    with acting("karl"):
        assert not Circle.objects.exists()
    with acting("olga"):
        assert Circle.objects.filter(kind="body_open").exists()


@pytest.fixture
def seat_of_karl(world: World) -> Any:
    """Sets the day on which karl's seats end, and lets them be as they were afterwards."""

    def until(day: Any) -> None:
        as_owner("update organisation_tenure set valid_until = %s where person_id = %s", [day, world.people["karl"]])

    yield until
    until(None)


@pytest.mark.parametrize("season", LAST_DAY)
def test_a_seat_begins_at_midnight_in_copenhagen(
    world: World, acting: Acting, clock_at: Callable[[datetime], None], season: str
) -> None:
    midnight = LAST_DAY[season]
    before = as_owner("select id, valid_from from organisation_tenure where person_id = %s", [world.people["future"]])
    as_owner(
        "update organisation_tenure set valid_from = %s where person_id = %s",
        [(midnight + timedelta(hours=3)).date(), world.people["future"]],
    )
    clock_at(midnight - timedelta(seconds=1))
    with acting("future"):
        assert not Circle.objects.exists()
    clock_at(midnight)
    with acting("future"):
        assert Circle.objects.filter(kind="body_open").exists()
    for tenure, start in before:
        as_owner("update organisation_tenure set valid_from = %s where id = %s", [start, tenure])


ENDINGS = {
    "the seat": "update organisation_tenure set valid_until = samspil_today() where person_id = {bo}",
    "the stay": "update circles_member set starts_at = samspil_now() + interval '1 day' where circle_id = {item}",
    "the visit": "update authority_visit set ends_at = samspil_now() where person_id = {bo}",
    "the mandate": (
        "update organisation_mandate set registered_until = samspil_now() where capability = 'youngperson.read'"
    ),
    "the person, by a conflict": "insert into circles_exclusion (municipality_id, circle_id, person_id,"
    " reason, starts_at)"
    " select municipality_id, id, {bo}, 'Prøve', samspil_now() from circles_circle where id = {item}",
}


@pytest.mark.parametrize("what", ENDINGS)
def test_an_open_transaction_reads_nothing_after_the_end(matter: Matter, what: str) -> None:
    """One of A14's two traps: `now()` is the transaction's start, and would let its owner read on."""
    count = "select count(*) from circles_youngperson where circle_id = %s"
    insert_row(matter)
    with psycopg.connect(owner_url()) as operator:
        try:
            with raw.web(matter.tickets["bo"]) as connection:
                assert connection.execute(count.encode(), [matter.circles["item"]]).fetchone() == (1,)
                changed = as_owner(ENDINGS[what].format(**matter.circles, **matter.world.people) + " returning 1")
                assert changed
                assert connection.execute(count.encode(), [matter.circles["item"]]).fetchone() == (0,)
        finally:
            restore(operator, matter)


def insert_row(matter: Matter) -> None:
    """A young person in the item, who is there once."""
    as_owner(
        "insert into circles_youngperson (key, circle_id, act_id, name, sort_key, school_class, protected_address)"
        " select 'bcdfghjkmn', d.circle_id, d.id, 'x', 'x', '', false from circles_disclosure d where d.circle_id = %s"
        " and not exists (select 1 from circles_youngperson y where y.circle_id = d.circle_id) limit 1",
        [matter.circles["item"]],
    )


def restore(operator: psycopg.Connection[Any], matter: Matter) -> None:
    bo = matter.world.people["bo"]
    operator.execute("update organisation_tenure set valid_until = null where person_id = %s", [bo])
    operator.execute(
        "update circles_member set starts_at = '2020-01-01' where circle_id = %s", [matter.circles["item"]]
    )
    operator.execute(
        "update authority_visit set ends_at = samspil_now() + interval '1 hour' where person_id = %s", [bo]
    )
    operator.execute("update organisation_mandate set registered_until = null")
    operator.execute("delete from circles_exclusion")


def test_a_visit_ends_and_is_not_opened_again(world: World, acting: Acting) -> None:
    from samspil.authority.visits import close_visit

    ticket = ticket_of(world, "anna")
    with acting("anna") as anna:
        assert anna.person_id == world.people["anna"]
    close_visit(ticket)
    with pytest.raises(NotSignedIn), acting("anna"):
        pass


def test_only_the_rule_role_migrates_named_rows(matter: Matter) -> None:
    """The owner of a forced table changes nothing and is told nothing; a data migration works as the rule role."""
    touched = {}
    everything = as_owner("select count(*) from circles_youngperson")[0][0]
    for role in ("samspil_owner", "samspil_rule"):
        with psycopg.connect(owner_url()) as operator:
            operator.execute(f"set role {role}".encode())
            touched[role] = operator.execute("update circles_youngperson set school_class = 'x'").rowcount
            operator.rollback()
    assert everything > 0
    assert touched == {"samspil_owner": 0, "samspil_rule": everything}


def test_every_way_to_ask_the_time_gives_the_one_clock(world: World, clock_at: Callable[[datetime], None]) -> None:
    instant = datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC)  # a second before summer time
    clock_at(instant)
    assert (clock.now(), as_owner("select samspil_now()")[0][0]) == (instant, instant)
    assert clock.today() == as_owner("select samspil_today()")[0][0]


def owner_url() -> str:
    from tests.conftest import NAME, _server

    return _server.url(NAME)
