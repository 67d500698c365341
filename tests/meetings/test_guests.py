"""Guests of one meeting: let in for what they are asked to, and out again by themselves."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.relation import who_may
from samspil.circles.commands import ask_act
from samspil.circles.models import Circle, Member, YoungPerson
from samspil.circles.queries import closed_circle_of, open_circle_of
from samspil.lib import clock
from samspil.meetings.commands import people, planning
from samspil.meetings.commands.agenda import add_item
from samspil.meetings.commands.moving import cancel_meeting, move_meeting
from samspil.meetings.models import AgendaItem, Attendance, Guest, Meeting
from samspil.post.models import Outgoing
from tests.meetings.asked import any_seat, text_of
from tests.meetings.matters import NAME, bring_matter, form_data, item_of, lay_meeting, meeting_of

SHARED = {"basis": "ssp115", "necessity": "Han kender den unge fra klassen."}


def test_a_guest_for_the_open_part_reads_it_and_never_the_closed_part(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, item_key = called
    assert client_of("lone").get(f"/moeder/{key}/").status_code == 404
    with acting("anna") as anna:
        people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "lone"))
    lone = client_of("lone")
    seen = text_of(lone.get(f"/moeder/{key}/"))
    assert "Lukket del" in seen
    assert "Kommer du?" in seen
    assert NAME.split(" ", maxsplit=1)[0] not in seen
    assert lone.get(f"/moeder/{key}/punkt/{item_key}/").status_code == 404
    assert f"/moeder/{key}/" in text_of(lone.get("/moeder/"))
    assert "venter på dit svar" in text_of(lone.get("/moeder/"))
    with acting("lone"):
        assert not AgendaItem.objects.filter(key=item_key).exists()
        assert not YoungPerson.objects.exists()
    assert lone.post(f"/moeder/{key}/svar/", form_data(answer="yes")).status_code == 303


def test_a_guest_sees_the_meeting_asked_to_and_not_the_bodys_others(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, _ = called
    with acting("anna") as anna:
        other = lay_meeting(anna, days=9)
        planning.convene(anna, other)
        people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "lone"))
    lone = client_of("lone")
    assert f"/moeder/{other.key}/" not in text_of(lone.get("/moeder/"))
    assert lone.get(f"/moeder/{other.key}/").status_code == 404
    assert lone.get(f"/moeder/{key}/").status_code == 200
    assert client_of("uffe").get(f"/moeder/{other.key}/").status_code == 200


def test_an_invitation_taken_back_leaves_the_bodys_other_meeting_to_the_guest(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, _ = called
    with acting("anna") as anna:
        other = lay_meeting(anna, days=9)
        planning.convene(anna, other)
        first, second = (
            people.invite_guest(anna, meeting_of(anna, one), tenure=any_seat(world, "lone")) for one in (key, other.key)
        )
        people.withdraw_invitation(anna, meeting_of(anna, key), row=first)
    lone = client_of("lone")
    assert (lone.get(f"/moeder/{key}/").status_code, lone.get(f"/moeder/{other.key}/").status_code) == (404, 200)
    listed = text_of(lone.get("/moeder/"))
    assert (f"/moeder/{key}/" in listed, f"/moeder/{other.key}/" in listed) == (False, True)
    with acting("anna") as anna:
        people.withdraw_invitation(anna, meeting_of(anna, other.key), row=second)
        open_part = open_circle_of(other.body)
        assert not Member.objects.filter(circle=open_part, part="guest", ends_at__gt=clock.now()).exists()
    assert lone.get(f"/moeder/{other.key}/").status_code == 404


@pytest.mark.requirement("G-05")
def test_a_guest_of_a_closed_item_reads_that_one_and_no_other_until_the_day_after(
    world: Any, acting: Any, client_of: Any, clock_at: Any, called: Any
) -> None:
    key, item_key = called
    assert f"/moeder/{key}/" not in text_of(client_of("nanna").get("/"))
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        other = bring_matter(anna, meeting, "Ellakanarie Holt").key
        item, ends_at = item_of(anna, key, item_key), meeting.ends_at
        people.invite_guest(anna, meeting, tenure=any_seat(world, "nanna"), items=[item], **SHARED)
        told = [holder for holder in who_may(item.circle_id) if holder.part == "guest"]
        assert [(one.name, one.reads) for one in told] == [("Nanna Kofoed", True)]
    assert "Fordi de er gæster" in text_of(client_of("anna").get(f"/rum/{item.circle.key}/hvem/"))
    nanna = client_of("nanna")
    first_page = text_of(nanna.get("/"))
    assert f"/moeder/{key}/" in first_page, "who sits in no body finds the way on Min SSP"
    assert NAME.split(" ", maxsplit=1)[0] not in first_page
    assert NAME.split(" ", maxsplit=1)[0] in text_of(nanna.get(f"/moeder/{key}/punkt/{item_key}/"))
    assert nanna.get(f"/moeder/{key}/punkt/{other}/").status_code == 404
    with acting("nanna"):
        assert set(AgendaItem.objects.filter(meeting_key=key).values_list("key", flat=True)) == {item_key}
        assert not AgendaItem.objects.filter(key=other).exists()
        assert not Guest.objects.exists()  # an open row would tell of the closed item
    day_after = clock.in_copenhagen(ends_at).replace(hour=23, minute=30) + timedelta(days=1)
    clock_at(day_after)
    assert client_of("nanna").get(f"/moeder/{key}/punkt/{item_key}/").status_code == 200
    clock_at(day_after + timedelta(hours=1))
    for address in (f"/moeder/{key}/", f"/moeder/{key}/punkt/{item_key}/"):
        assert client_of("nanna").get(address).status_code == 404
        assert client_of("bo").get(address).status_code == 200
    with acting("nanna"):
        assert not Circle.objects.filter(pk=item.circle_id).exists()


def test_who_may_not_read_a_closed_item_is_not_let_in_as_a_guest(world: Any, acting: Any, called: Any) -> None:
    key, item_key = called
    with acting("anna") as anna:
        meeting, item = meeting_of(anna, key), item_of(anna, key, item_key)
        for who, words in (("lone", "navngiven person"), ("leader", "kun en plads på kontoret")):
            with pytest.raises(Refusal, match=words):
                people.invite_guest(anna, meeting, tenure=any_seat(world, who), items=[item], **SHARED)
            assert not Attendance.objects.filter(tenure__person_id=world.people[who]).exists()
        with pytest.raises(Refusal, match="allerede med"):
            people.invite_guest(anna, meeting, tenure=any_seat(world, "bo"))
    with acting("bo") as bo, pytest.raises(NotAllowed):
        people.invite_guest(bo, meeting_of(bo, key), tenure=any_seat(world, "nanna"))
    with acting("lone"):
        assert not Meeting.objects.exists()


def test_a_guest_hears_at_once_when_the_meeting_is_called_else_with_the_others(
    world: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, _ = laid

    def letters(kind: str, who: str) -> int:
        return Outgoing.objects.filter(kind=kind, person_id=world.people[who]).count()

    with acting("anna") as anna:
        people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "lone"))
        assert letters("meetings.invited", "lone") == 0
    assert client_of("lone").get(f"/moeder/{key}/").status_code == 404
    assert "Bo Lauritsen" in text_of(client_of("anna").get(f"/moeder/{key}/"))
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
        assert letters("meetings.convening", "lone") == 1
        people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "nanna"))
        assert letters("meetings.invited", "nanna") == 1
        payload = Outgoing.objects.get(kind="meetings.invited").payload
        assert all(isinstance(value, int) for value in payload.values())
    entry = client_of("nanna").get(f"/moeder/{key}/indkaldelse.ics").content.decode()
    assert "nanna@lillerup.example" in entry


def test_an_invitation_taken_back_ends_every_stay_of_the_meeting(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, item_key = called
    with acting("anna") as anna:
        item = item_of(anna, key, item_key)
        row = people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "nanna"), items=[item], **SHARED)
    with acting("bo") as bo, pytest.raises(NotAllowed):
        people.withdraw_invitation(bo, meeting_of(bo, key), row=row)
    assert client_of("nanna").get(f"/moeder/{key}/").status_code == 200
    with acting("anna") as anna:
        people.withdraw_invitation(anna, meeting_of(anna, key), row=Attendance.objects.get(pk=row.pk))
    for address in (f"/moeder/{key}/", f"/moeder/{key}/punkt/{item_key}/"):
        assert client_of("nanna").get(address).status_code == 404
    assert "Nanna Kofoed" not in text_of(client_of("anna").get(f"/moeder/{key}/"))
    with acting("anna") as anna:
        people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "nanna"))
    assert client_of("nanna").get(f"/moeder/{key}/").status_code == 200
    assert client_of("nanna").get(f"/moeder/{key}/punkt/{item_key}/").status_code == 404


def test_a_moved_meeting_takes_its_guests_along(world: Any, acting: Any, clock_at: Any, called: Any) -> None:
    key, _ = called
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        people.invite_guest(anna, meeting, tenure=any_seat(world, "lone"))
        start, end = meeting.starts_at + timedelta(days=7), meeting.ends_at + timedelta(days=7)
        move_meeting(anna, meeting, starts_at=start, ends_at=end, place="", about="", reason="Lokalet er optaget")
    clock_at(end)
    with acting("lone"):
        assert Meeting.objects.filter(key=key).exists()
    clock_at(end + timedelta(days=2))
    with acting("lone"):
        assert not Meeting.objects.filter(key=key).exists()


def test_a_meeting_called_off_is_left_by_its_guests_as_if_it_had_been_held(
    world: Any, acting: Any, clock_at: Any, called: Any
) -> None:
    key, _ = called
    with acting("anna") as anna:
        people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "lone"))
        cancel_meeting(anna, meeting_of(anna, key), reason="For få kan komme")
    with acting("lone"):
        assert Meeting.objects.filter(key=key).exists()
    clock_at(clock.now() + timedelta(days=2))
    with acting("lone"):
        assert not Meeting.objects.filter(key=key).exists()
    with acting("uffe"):
        assert Meeting.objects.filter(key=key).exists()


def test_the_pages_invite_send_and_take_back(world: Any, acting: Any, client_of: Any, called: Any) -> None:
    key, item_key = called
    anna, bo, uffe = client_of("anna"), client_of("bo"), client_of("uffe")
    address = f"/moeder/{key}/invitation/"
    for other in (bo, uffe, client_of("olga")):
        assert other.get(address).status_code == 404
        assert other.post(address, form_data(who="x")).status_code == 404
        assert "Inviter en gæst" not in text_of(other.get(f"/moeder/{key}/"))
    assert "Inviter en gæst" in text_of(anna.get(f"/moeder/{key}/"))
    assert "Nanna Kofoed, lærer, Åskolen" in text_of(anna.get(address))
    with acting("anna"):
        seats = {who: any_seat(world, who).key for who in ("nanna", "lone", "mette")}
    missing = anna.post(address, form_data(who=seats["nanna"], items=[item_key], basis="ssp115"))
    assert missing.status_code == 422
    assert "hvorfor gæsten skal høre det" in text_of(missing)
    groundless = anna.post(address, form_data(who=seats["nanna"], items=[item_key], necessity="Hun kender den unge."))
    assert (groundless.status_code, "Vælg grundlaget" in text_of(groundless)) == (422, True)
    shared = {"basis": "ssp115", "necessity": "Hun kender den unge."}
    barred = anna.post(address, form_data(who=seats["lone"], items=[item_key], **shared))
    assert barred.status_code == 422
    assert "Ingenting er ændret" in text_of(barred)
    assert anna.post(address, form_data(who=seats["nanna"], items=[item_key], **shared)).status_code == 303
    assert "Nanna Kofoed" in text_of(anna.get(address))
    assert client_of("nanna").get(f"/moeder/{key}/punkt/{item_key}/").status_code == 200
    back = f"{address}{seats['nanna']}/tilbagetraekning/"
    assert bo.post(back, form_data()).status_code == 404
    assert anna.post(back, form_data()).status_code == 303
    assert client_of("nanna").get(f"/moeder/{key}/").status_code == 404


def test_a_guest_sends_nobody_shares_nothing_and_is_shown_no_files(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, item_key = called
    with acting("anna") as anna:
        item = item_of(anna, key, item_key)
        people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "nanna"), items=[item], **SHARED)
    nanna, bo = client_of("nanna"), client_of("bo")
    for address in (f"/moeder/{key}/", "/moeder/"):
        assert ("Send stedfortræder" in text_of(nanna.get(address)), "Jeg kommer" in text_of(nanna.get(address))) == (
            False,
            True,
        )
        assert "Send stedfortræder" in text_of(bo.get(address))
    refused = nanna.post(f"/moeder/{key}/svar/", form_data(answer="deputy"))
    assert (refused.status_code, "En gæst kan ikke sende" in text_of(refused)) == (422, True)
    with acting("nanna") as actor:
        meeting, values = meeting_of(actor, key), [any_seat(world, "nanna").pk]
        with pytest.raises(NotAllowed):
            ask_act("x", meeting, "select answer_meeting(%s, %s, 'deputy')", [meeting.pk, *values])
    shown = f"/moeder/{key}/punkt/{item_key}/"
    seen = text_of(nanna.get(shown)), text_of(bo.get(shown))
    for word in ("Bilag", "Hvad deler du?", "Jeg har ikke noget at dele"):
        assert [word in text for text in seen] == [False, True], word


def test_whoever_has_a_seat_of_the_office_alone_is_not_offered_and_not_let_in(
    world: Any, acting: Any, client_of: Any, called: Any
) -> None:
    key, _ = called
    offered = text_of(client_of("anna").get(f"/moeder/{key}/invitation/"))
    assert "Nanna Kofoed, lærer, Åskolen<" in offered
    assert "lokal administrator" not in offered
    with acting("anna") as anna, pytest.raises(Refusal, match="kun en plads på kontoret"):
        people.invite_guest(anna, meeting_of(anna, key), tenure=any_seat(world, "admin"))


def test_a_guest_with_an_open_item_is_told_of_it(world: Any, acting: Any, client_of: Any, called: Any) -> None:
    key, _ = called
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        item = add_item(anna, meeting, title="Ungdomshuset fortæller")
        people.invite_guest(anna, meeting, tenure=any_seat(world, "lone"), items=[item])
        assert Guest.objects.get().item_id == item.pk
        assert open_circle_of(meeting.body).pk == meeting.circle_id
        assert not Member.objects.filter(circle=closed_circle_of(meeting.body), part="guest").exists()
    assert "Gæst til Ungdomshuset fortæller" in text_of(client_of("anna").get(f"/moeder/{key}/invitation/"))
    assert "Ungdomshuset fortæller" in text_of(client_of("lone").get(f"/moeder/{key}/"))
