"""Everybody reads how often they came this school year: their own number, once a meeting is over."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from samspil.lib import clock
from samspil.lib.working_days import SchoolYear
from samspil.meetings.commands import planning, running
from tests.conftest import as_owner
from tests.meetings.matters import lay_meeting, seat_of

COUNTED = "Du har været med til"


def hold_meeting(acting: Any, world: Any, *, end: bool = True) -> Any:
    """In three days, by its own hour; only Bo is there."""
    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        planning.convene(anna, meeting)
        running.start_meeting(anna, meeting)
        running.mark_present(anna, meeting, tenure_ids={seat_of(anna, world.people["bo"]).pk})
        if end:
            running.end_meeting(anna, meeting)
    return meeting


@pytest.fixture
def bos_seat_until(world: Any) -> Iterator[Callable[[int], None]]:
    """The day from today on which Bo leaves the network, until the test ends."""
    seat = as_owner(
        "select t.id from organisation_tenure t join organisation_seat s on s.id = t.seat_id"
        " where t.person_id = %s and s.body_id is not null",
        [world.people["bo"]],
    )[0][0]

    def leave(days: int) -> None:
        as_owner("update organisation_tenure set valid_until = samspil_today() + %s where id = %s", [days, seat])

    yield leave
    as_owner("update organisation_tenure set valid_until = null where id = %s", [seat])


def test_who_came_and_who_did_not_read_their_own_number(world: Any, acting: Any, client_of: Any) -> None:
    year = SchoolYear.of(clock.today())
    meeting = hold_meeting(acting, world, end=False)
    assert COUNTED not in client_of("bo").get("/").content.decode(), "it is not over"
    with acting("anna") as anna:
        running.end_meeting(anna, meeting)
    for name, told in (("bo", 1), ("mette", 0), ("anna", 0)):
        words = f"{COUNTED} {told} af 1 møde i skoleåret {year}."
        assert words in client_of(name).get("/").content.decode(), name
    assert COUNTED not in client_of("karl").get("/").content.decode()


@pytest.mark.parametrize(("leaves", "counts"), [(4, True), (2, False)])
def test_a_meeting_counts_by_the_seat_that_was_held_then(
    world: Any, acting: Any, client_of: Any, clock_at: Any, bos_seat_until: Any, leaves: int, *, counts: bool
) -> None:
    """Also when that seat has ended since, and not when it had ended before."""
    if SchoolYear.of(clock.today()) != SchoolYear.of(clock.today() + timedelta(days=6)):
        clock_at(clock.now() + timedelta(days=10))  # so that all of it lies in one school year
    hold_meeting(acting, world)
    bos_seat_until(leaves)
    clock_at(clock.now() + timedelta(days=5))
    told = f"{COUNTED} 1 af 1 møde" in client_of("bo").get("/").content.decode()
    assert told is counts
