"""Everybody reads how often they came this school year: their own number, once a meeting is over."""

from typing import Any

from samspil.lib import clock
from samspil.lib.working_days import SchoolYear
from samspil.meetings.commands import planning, running
from tests.meetings.matters import lay_meeting, seat_of


def test_who_came_and_who_did_not_read_their_own_number(world: Any, acting: Any, client_of: Any) -> None:
    year = SchoolYear.of(clock.today())
    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        planning.convene(anna, meeting)
        running.start_meeting(anna, meeting)
        running.mark_present(anna, meeting, tenure_ids={seat_of(anna, world.people["bo"]).pk})
    assert "Du har været med til" not in client_of("bo").get("/").content.decode(), "it is not over"
    with acting("anna") as anna:
        running.end_meeting(anna, meeting)
    for name, told in (("bo", 1), ("mette", 0), ("anna", 0)):
        words = f"Du har været med til {told} af 1 møde i skoleåret {year}."
        assert words in client_of(name).get("/").content.decode(), name
    assert "Du har været med til" not in client_of("karl").get("/").content.decode()
