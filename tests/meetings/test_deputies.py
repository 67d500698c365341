"""Deputies of one meeting: of the same agency, to what the absent one may read there, and out again by themselves."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.circles.commands import ask_act
from samspil.circles.models import Member
from samspil.meetings import rules
from samspil.meetings.commands import people, planning
from samspil.meetings.models import AgendaItem, Attendance, Meeting
from samspil.organisation.models import Body
from tests.meetings.asked import any_seat, seat_in_network, text_of
from tests.meetings.matters import NAME, bring_matter, form_data, item_of, lay_meeting, meeting_of


def test_whoever_does_not_come_sends_somebody_of_the_same_agency(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, item_key = called
    with acting("mette") as mette:
        own = seat_in_network(world, "mette")
        meeting = meeting_of(mette, key)
        with pytest.raises(Refusal, match="ikke kommer"):
            people.name_deputy(mette, meeting, absent=own, deputy=any_seat(world, "nanna"))
        planning.answer_invitation(mette, meeting, answer="deputy")
        own = seat_in_network(world, "mette")
        with pytest.raises(Refusal, match="samme part"):
            people.name_deputy(mette, meeting, absent=own, deputy=any_seat(world, "lone"))
        with pytest.raises(NotAllowed):
            people.name_deputy(mette, meeting, absent=_of(world, "ali"), deputy=any_seat(world, "nanna"))
        row = people.name_deputy(mette, meeting, absent=own, deputy=any_seat(world, "nanna"))
        with pytest.raises(Refusal, match="allerede fundet"):
            people.name_deputy(mette, meeting, absent=own, deputy=any_seat(world, "karl"))
    nanna = client_of("nanna")
    assert "Kommer du?" in text_of(nanna.get(f"/moeder/{key}/"))
    assert NAME.split(" ", maxsplit=1)[0] in text_of(nanna.get(f"/moeder/{key}/punkt/{item_key}/"))
    assert client_of("karl").get(f"/moeder/{key}/").status_code == 404
    assert "stedfortræder for Mette Rahbek" in text_of(client_of("anna").get(f"/moeder/{key}/"))
    with acting("anna") as anna:
        fresh = bring_matter(anna, meeting_of(anna, key), "Ellakanarie Holt").key
        fresh_circle = item_of(anna, key, fresh).circle
        assert Member.objects.get(circle=fresh_circle, part="guest").tenure_id == row.tenure_id
    assert client_of("nanna").get(f"/moeder/{key}/punkt/{fresh}/").status_code == 200


def test_the_end_of_a_stay_is_the_databases_own(world: Any, acting: Any, called: Any) -> None:
    """Days that somebody could choose would let a deputy or a guest in for good."""
    key, item_key = called
    with acting("mette") as mette:
        planning.answer_invitation(mette, meeting_of(mette, key), answer="deputy")
        meeting = meeting_of(mette, key)
        deputy = any_seat(world, "nanna")
        facts = [meeting.pk, seat_in_network(world, "mette").tenure_id, deputy.pk]
        assert ask_act("meetings.name_deputy", meeting, "select name_deputy(%s, %s, %s)", facts)
        until = rules.stay_until(meeting.ends_at, mette.settings)
        room = item_of(mette, key, item_key).circle_id
        stays = Member.objects.filter(tenure_id=deputy.pk).values_list("circle_id", "ends_at", "about")
        assert set(stays) == {(meeting.circle_id, until, key), (room, until, key)}


def _of(world: Any, key: str) -> Attendance:
    """As if this one had sent regrets."""
    row: Attendance = seat_in_network(world, key)
    row.answer = "no"
    return row


def test_the_deputy_leaves_by_the_clock_and_reads_no_other_meetings_matter(
    world: Any, acting: Any, client_of: Any, clock_at: Any, called: Any
) -> None:
    key, item_key = called
    with acting("anna") as anna:
        body = Body.objects.get(slug="netvaerk-aaskolen", municipality_id=anna.municipality_id)
        elsewhere = bring_matter(anna, lay_meeting(anna, days=20), "Ellakanarie Holt")
        assert elsewhere.circle.body_id == body.pk
        ends_at = meeting_of(anna, key).ends_at
    with acting("mette") as mette:
        planning.answer_invitation(mette, meeting_of(mette, key), answer="no")
    with acting("anna") as anna:  # whoever convenes may name one too
        absent = seat_in_network(world, "mette")
        people.name_deputy(anna, meeting_of(anna, key), absent=absent, deputy=any_seat(world, "nanna"))
    with acting("nanna"):
        assert AgendaItem.objects.filter(key=item_key).exists()
        assert not AgendaItem.objects.filter(key=elsewhere.key).exists()
    clock_at(ends_at + timedelta(days=2))
    with acting("nanna"):
        assert not AgendaItem.objects.exists()
        assert not Meeting.objects.exists()
    with acting("mette"):
        assert AgendaItem.objects.filter(key=item_key).exists()


def test_the_page_for_a_deputy_is_for_the_seats_holder_and_the_convener(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, _ = called
    mette = client_of("mette")
    with acting("mette"):
        seat, chosen = seat_in_network(world, "mette").tenure.key, any_seat(world, "nanna").key
    address = f"/moeder/{key}/stedfortraeder/{seat}/"
    assert mette.get(address).status_code == 404  # she has not said that she does not come
    answered = mette.post(f"/moeder/{key}/svar/", form_data(answer="deputy"))
    assert answered["Location"] == address
    assert "Hvem kommer i stedet for dig?" in text_of(mette.get(address))
    assert "Lone Friis" not in text_of(mette.get(address))
    assert "Send en stedfortræder" in text_of(mette.get(f"/moeder/{key}/"))
    for other in ("bo", "uffe", "nanna"):
        assert client_of(other).get(address).status_code == 404
        assert "Send en stedfortræder" not in text_of(client_of(other).get(f"/moeder/{key}/"))
    assert client_of("anna").get(address).status_code == 200
    assert mette.post(address, form_data(who="")).status_code == 422
    assert mette.post(address, form_data(who=chosen)).status_code == 303
    assert client_of("nanna").get(f"/moeder/{key}/").status_code == 200
    assert "Send en stedfortræder" not in text_of(mette.get(f"/moeder/{key}/"))


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_whoever_comes_after_all_or_sends_nobody_takes_the_deputy_off(
    world: Any, acting: Any, client_of: Any, called: Any, answer: str
) -> None:
    key, item_key = called
    with acting("mette") as mette:
        meeting = meeting_of(mette, key)
        planning.answer_invitation(mette, meeting, answer="deputy")
        row = people.name_deputy(
            mette, meeting, absent=seat_in_network(world, "mette"), deputy=any_seat(world, "nanna")
        )
        planning.answer_invitation(mette, meeting, answer="deputy")  # says nothing new
    assert client_of("nanna").get(f"/moeder/{key}/punkt/{item_key}/").status_code == 200
    with acting("bo") as bo, pytest.raises(NotAllowed):
        ask_act("meetings.hold_guest", meeting_of(bo, key), people.HOLD, [meeting.pk, row.tenure_id, True])
    with acting("mette") as mette:
        with pytest.raises(NotAllowed):
            ask_act("meetings.hold_guest", meeting, people.HOLD, [meeting.pk, row.tenure_id, False])
        planning.answer_invitation(mette, meeting_of(mette, key), answer=answer)
        assert Attendance.objects.get(pk=row.pk).withdrawn_at is not None
    for address in (f"/moeder/{key}/", f"/moeder/{key}/punkt/{item_key}/"):
        assert client_of("nanna").get(address).status_code == 404
    assert "stedfortræder for" not in text_of(client_of("anna").get(f"/moeder/{key}/"))
    with acting("nanna"):
        assert not Meeting.objects.exists()
