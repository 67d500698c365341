"""Who waits outside when a meeting begins: guests of certain items, and no others."""

from typing import Any

from samspil.meetings.commands import people, running
from samspil.meetings.commands.moving import cancel_meeting
from samspil.meetings.queries.coming import came_of_item
from samspil.meetings.queries.people import attendees
from samspil.meetings.queries.screen import is_blocked
from tests.meetings.asked import any_seat
from tests.meetings.matters import item_of, lay_meeting, meeting_of

SHARED = {"basis": "ssp115", "necessity": "Han kender den unge fra klassen."}


def test_a_guest_of_the_open_part_is_in_the_room_and_one_of_a_closed_item_waits(
    world: Any, acting: Any, called: Any
) -> None:
    key, item_key = called
    with acting("anna") as anna:
        meeting, item = meeting_of(anna, key), item_of(anna, key, item_key)
        people.invite_guest(anna, meeting, tenure=any_seat(world, "lone"))
        people.invite_guest(anna, meeting, tenure=any_seat(world, "nanna"), items=[item], **SHARED)
        running.start_meeting(anna, meeting)
        meeting = meeting_of(anna, key)
        guests = {one.person_id: one for one in attendees(meeting) if one.is_guest}
        lone, nanna = guests[world.people["lone"]], guests[world.people["nanna"]]
        assert (lone.is_in_room, nanna.is_in_room) == (True, False)
        running.show_out(anna, meeting, person_ids={one.person_id for one in attendees(meeting) if one.is_in_room})
        assert not is_blocked(meeting, item)
        running.call_in(anna, meeting, person_id=nanna.person_id)
        assert not is_blocked(meeting, item)
        running.call_in(anna, meeting, person_id=lone.person_id)
        assert is_blocked(meeting, item), "whoever came for the open part goes out before the closed item"


def test_what_came_of_a_matter_never_points_at_a_meeting_that_was_called_off(acting: Any, called: Any) -> None:
    key, item_key = called
    with acting("anna") as anna:
        room = item_of(anna, key, item_key).circle.key
        came = came_of_item(anna, room)
        assert came is not None
        assert f"/moeder/{key}/" in came.href
        cancel_meeting(anna, meeting_of(anna, key), reason="Der er sygdom.")
        came = came_of_item(anna, room)
        assert came is not None
        assert key not in came.href
        other = lay_meeting(anna, days=9)
        came = came_of_item(anna, room)
        assert came is not None
        assert came.href == f"/moeder/{other.key}/"
