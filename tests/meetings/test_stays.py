"""A guest asked to two meetings with the same closed matter has a stay for each."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.circles.models import Member
from samspil.lib import clock
from samspil.meetings.commands import people
from samspil.meetings.commands.agenda import build_agenda
from samspil.meetings.commands.moving import cancel_meeting
from samspil.meetings.models import AgendaItem
from samspil.meetings.rules import stay_until
from tests.meetings.asked import any_seat
from tests.meetings.matters import item_of, lay_meeting, meeting_of

SHARED = {"basis": "ssp115", "necessity": "Han kender den unge fra klassen."}


@pytest.mark.parametrize("end", ["called off", "taken back"])
def test_a_stay_at_a_closed_item_is_its_meetings_and_not_anothers(
    world: Any, acting: Any, client_of: Any, clock_at: Any, called: Any, end: str
) -> None:
    """The matter is on two agendas, and the guest is asked to both: each meeting ends its own stay alone."""
    key, item_key = called

    def leave(one: str) -> None:
        with acting("anna") as anna:
            if end == "called off":
                cancel_meeting(anna, meeting_of(anna, one), reason="For få kan komme")
            else:
                people.withdraw_invitation(anna, meeting_of(anna, one), row=rows[one])

    with acting("anna") as anna:
        sooner = lay_meeting(anna, days=1)
        build_agenda(anna, sooner)
        nanna, room = any_seat(world, "nanna"), item_of(anna, key, item_key).circle
        both = AgendaItem.objects.filter(circle=room)
        assert {one.meeting_key for one in both} == {key, sooner.key}
        rows = {
            one.meeting_key: people.invite_guest(
                anna, meeting_of(anna, one.meeting_key), tenure=nanna, items=[one], **SHARED
            )
            for one in both
        }
        until = stay_until(meeting_of(anna, key).ends_at, anna.settings)
        stays = Member.objects.filter(circle=room, tenure=nanna)
        assert {one.about for one in stays} == {key, sooner.key}
    leave(sooner.key)
    with acting("anna"):
        assert stays.get(about=key).ends_at == until
    shown = f"/moeder/{key}/punkt/{item_key}/"
    called_off = clock.now() + timedelta(days=2)
    clock_at(called_off)
    assert client_of("nanna").get(shown).status_code == 200
    clock_at(called_off - timedelta(days=2))
    leave(key)
    clock_at(called_off)
    assert client_of("nanna").get(shown).status_code == 404
    assert client_of("bo").get(shown).status_code == 200
