"""One writes the minutes: the seat that the organisation names, or who stands in; the others read along."""

from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.meetings import rules
from samspil.meetings.commands import people, planning, running, writing
from samspil.meetings.queries.agenda import items_of
from samspil.organisation.models import Body
from tests.meetings.asked import any_seat, seat_in_network
from tests.meetings.matters import form_data, item_of, meeting_of, seat_of, stand_in


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def both_items(actor: Any, laid: Any) -> tuple[str, str]:
    """The keys of an open item and of the closed one."""
    return next(one.key for one in items_of(meeting_of(actor, laid[0])) if not one.is_closed), laid[1]


def test_only_the_writer_s_seat_writes_open_and_closed_items_alike(world: Any, acting: Any, laid: Any) -> None:
    with acting("anna") as anna:
        running.start_meeting(anna, meeting_of(anna, laid[0]))
        items = both_items(anna, laid)
        for one in items:
            assert writing.write_minutes(anna, item_of(anna, laid[0], one), text="Skrevet.", revision=0).revision == 1
    for one in items:
        with acting("bo") as bo, pytest.raises(Refusal, match="den, der er referent"):
            writing.write_minutes(bo, item_of(bo, laid[0], one), text="Bo.", revision=1)


def test_a_stand_in_writes_and_is_named_by_the_convener_among_the_called(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("bo") as bo, pytest.raises(NotAllowed):
        running.name_stand_in(bo, meeting_of(bo, key), tenure=seat_of(bo, world.people["bo"]))
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        with pytest.raises(Refusal, match="indkaldt"):
            running.name_stand_in(anna, meeting, tenure=seat_of(anna, world.people["bo"]))
        stand_in(anna, key, world.people["bo"])
        running.start_meeting(anna, meeting)
        items = both_items(anna, laid)
    for one in items:
        with acting("bo") as bo:
            assert writing.write_minutes(bo, item_of(bo, key, one), text="Bo skrev.", revision=0).revision == 1
    with acting("mette") as mette, pytest.raises(Refusal, match="referent"):
        writing.write_minutes(mette, item_of(mette, key, items[0]), text="x", revision=1)
    with acting("anna") as anna:
        running.end_meeting(anna, meeting_of(anna, key))
        with pytest.raises(Refusal, match="Mødet er slut"):
            running.name_stand_in(anna, meeting_of(anna, key), tenure=seat_of(anna, world.people["mette"]))


def test_whoever_may_not_write_the_open_part_does_not_stand_in(world: Any, acting: Any, called: Any) -> None:
    key, _ = called
    with acting("mette") as mette:
        planning.answer_invitation(mette, meeting_of(mette, key), answer="deputy")
        absent, deputy = seat_in_network(world, "mette"), any_seat(world, "nanna")
        people.name_deputy(mette, meeting_of(mette, key), absent=absent, deputy=deputy)
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        for tenure in (seat_of(anna, world.people["uffe"]), any_seat(world, "nanna")):
            with pytest.raises(Refusal, match="må ikke skrive"):
                running.name_stand_in(anna, meeting, tenure=tenure)
        running.name_stand_in(anna, meeting, tenure=seat_of(anna, world.people["bo"]))


def test_the_organisation_says_whose_function_writes(world: Any, acting: Any, laid: Any) -> None:
    assert rules.writing_function({"writes": "skriver", "convenes": "leder"}) == "skriver"
    assert rules.writing_function({"writes": None, "convenes": "leder"}) == "leder"
    assert rules.writing_function({}) == ""
    with acting("anna") as anna:
        body = Body.objects.get(slug="netvaerk-aaskolen", municipality_id=world.lillerup)
        meeting = meeting_of(anna, laid[0])
        from samspil.meetings.queries.people import writes_minutes

        assert writes_minutes(anna, meeting, convenes=True)
        meeting.body.words = {**body.words, "writes": "politibetjent"}
        assert not writes_minutes(anna, meeting, convenes=True)
        meeting.body.words = {}
        assert writes_minutes(anna, meeting, convenes=True)
        assert not writes_minutes(anna, meeting, convenes=False)


def test_the_writer_has_a_field_and_the_others_read_along(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
        running.start_meeting(anna, meeting_of(anna, key))
        items = both_items(anna, laid)
        for one in items:
            writing.write_minutes(anna, item_of(anna, key, one), text="Det står her.", revision=0)
    seen = ""
    for one in items:
        at = f"/moeder/{key}/punkt/{one}/"
        assert 'id="referat"' in text_of(client_of("anna").get(at))
        seen = text_of(client_of("bo").get(at))
        assert 'id="referat"' not in seen
        assert f'hx-get="{at}tekst/"' in seen
        assert "Det står her." in text_of(client_of("bo").get(f"{at}tekst/"))
        assert client_of("uffe").get(f"{at}tekst/").status_code == (404 if one == items[1] else 200)
        refused = client_of("bo").post(f"{at}tekst/", form_data(text="x", version=1))
        assert refused.status_code == 422
        assert "den, der er referent" in text_of(refused)
    assert "Referent" in seen


def test_a_stand_in_is_chosen_on_the_page(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
        seat = seat_of(anna, world.people["bo"]).pk
    assert "Lad en anden skrive" not in text_of(client_of("bo").get(f"/moeder/{key}/"))
    assert "Lad en anden skrive" in text_of(client_of("anna").get(f"/moeder/{key}/"))
    assert client_of("bo").post(f"/moeder/{key}/referent/", form_data(tenure=seat)).status_code == 404
    assert client_of("anna").post(f"/moeder/{key}/referent/", form_data(tenure=seat)).status_code == 303
    assert "Anna Holm og Bo Lauritsen" in text_of(client_of("mette").get(f"/moeder/{key}/"))
