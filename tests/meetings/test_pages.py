"""What each page shows to whom, through the doors that people use."""

import re
from typing import Any

import pytest

from samspil.meetings.commands import planning, running, writing
from samspil.meetings.queries.agenda import items_of
from samspil.meetings.queries.texts import newest_text
from tests.meetings.matters import (
    NAME,
    REASON,
    SHARED,
    bring_matter,
    form_data,
    item_of,
    lay_meeting,
    meeting_of,
    seat_of,
    stand_in,
)

CANARIES = (NAME.split(" ")[0], NAME.split(" ")[1], REASON, SHARED)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def shared(acting: Any, laid: Any, world: Any) -> Any:
    key, item_key = laid
    with acting("bo") as bo:
        seat = seat_of(bo, world.people["bo"])
        writing.share_note(
            bo, item_of(bo, key, item_key), text=SHARED, basis="ssp115", necessity="Derfor", on_behalf_of=seat
        )
    return laid


@pytest.mark.requirement("G-07")
def test_the_outsider_sees_one_constant_line_whether_there_is_a_closed_item_or_not(
    world: Any, acting: Any, client_of: Any, shared: Any
) -> None:
    key, item_key = shared
    with acting("anna") as anna:
        bare = lay_meeting(anna, days=9)
        for meeting in (bare, meeting_of(anna, key)):
            planning.convene(anna, meeting)
        bare = bare.key
    uffe, mette = client_of("uffe"), client_of("mette")
    for path in ("", "referat/", "storskaerm/"):
        seen = text_of(uffe.get(f"/moeder/{key}/{path}"))
        assert not [word for word in CANARIES if word in seen]
        assert "Punkt 5" not in seen
    assert text_of(uffe.get(f"/moeder/{key}/")).count("Lukket del") == 1
    assert text_of(uffe.get(f"/moeder/{bare}/")).count("Lukket del") == 1
    assert text_of(uffe.get(f"/moeder/{key}/referat/")).count("Lukket del") == 1
    with acting("uffe") as outsider:
        visible = len(items_of(meeting_of(outsider, key)))
    assert f"Punkt 1 af {visible}" in text_of(uffe.get(f"/moeder/{key}/storskaerm/"))
    told = text_of(mette.get(f"/moeder/{key}/punkt/{item_key}/"))
    assert SHARED in told
    assert REASON in told
    assert "Lukket del" not in told
    for path in ("", "deling/", "beslutning/", "tekst/", "undladelse/", "flytning/", "sammenligning/"):
        address = f"/moeder/{key}/punkt/{item_key}/{path}"
        assert uffe.get(address).status_code in {404, 405}
        assert uffe.post(address, form_data(text="x", version=0)).status_code in {404, 405}


def test_an_item_is_not_found_under_another_meeting(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, item_key = laid
    with acting("anna") as anna:
        other = lay_meeting(anna, days=9).key
    anna_s = client_of("anna")
    assert anna_s.get(f"/moeder/{key}/punkt/{item_key}/").status_code == 200
    assert anna_s.get(f"/moeder/{other}/punkt/{item_key}/").status_code == 404


def test_somebody_without_a_seat_and_somebody_of_elsewhere_find_nothing(world: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    assert client_of("mette").get(f"/moeder/{key}/").status_code == 200
    for who in ("nanna", "vera", "karl", "officer"):
        assert client_of(who).get(f"/moeder/{key}/").status_code == 404
        assert client_of(who).get(f"/moeder/{key}/indkaldelse.ics").status_code == 404


def test_while_an_open_item_is_up_the_closed_ones_stand_without_names(world: Any, client_of: Any, laid: Any) -> None:
    key, item_key = laid
    mette = client_of("mette")
    assert NAME.split(" ")[0] not in text_of(mette.get(f"/moeder/{key}/"))
    assert NAME.split(" ")[0] in text_of(mette.get(f"/moeder/{key}/punkt/{item_key}/"))


def test_the_wall_has_no_name_until_it_is_opened(world: Any, client_of: Any, shared: Any) -> None:
    key, item_key = shared
    anna = client_of("anna")
    hidden = text_of(anna.get(f"/moeder/{key}/storskaerm/?punkt={item_key}"))
    assert "Punkt fra " in hidden
    assert ">K" not in hidden
    assert not [word for word in CANARIES if word in hidden]
    assert NAME.split(" ")[0] in text_of(anna.get(f"/moeder/{key}/storskaerm/?punkt={item_key}&navn=1"))


def test_the_closed_part_waits_until_the_outsider_has_left(
    world: Any, acting: Any, client_of: Any, shared: Any
) -> None:
    key, item_key = shared
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        planning.convene(anna, meeting)
        running.start_meeting(anna, meeting)
        running.mark_present(anna, meeting, tenure_ids={seat_of(anna, world.people["uffe"]).pk})
    anna_s = client_of("anna")
    address = f"/moeder/{key}/punkt/{item_key}/"
    waiting = text_of(anna_s.get(address))
    assert "er lukket, og Uffe Engel er her stadig" in waiting
    assert not [word for word in CANARIES if word in waiting]
    gone = anna_s.post(f"/moeder/{key}/gaester/", form_data(out=world.people["uffe"], item=item_key))
    assert (gone.status_code, gone["Location"]) == (303, address)
    assert SHARED in text_of(anna_s.get(address))
    assert "Venter udenfor" in text_of(anna_s.get(address))


def test_the_whole_meeting_by_its_buttons(world: Any, client_of: Any, laid: Any) -> None:
    key, item_key = laid
    anna = client_of("anna")
    assert anna.post(f"/moeder/{key}/indkaldelse/", form_data()).status_code == 303
    assert "Start det nu?" in text_of(anna.post(f"/moeder/{key}/start/", form_data()))
    assert anna.post(f"/moeder/{key}/start/", form_data(sure="1")).status_code == 303
    at = f"/moeder/{key}/punkt/{item_key}/"
    bad = anna.post(f"{at}deling/", form_data(text="noget", basis="ssp115", necessity=""))
    assert bad.status_code == 422
    assert "Skriv en enkelt sætning" in text_of(bad)
    assert "noget" in text_of(bad)
    bo_s = seat_id(anna, key, item_key, "Bo Lauritsen")
    away = form_data(text=SHARED, basis="ssp115", necessity="derfor", on_behalf_of=bo_s)
    assert anna.post(f"{at}deling/", away).status_code == 422
    assert anna.post(f"/moeder/{key}/fremmoede/", form_data(present=bo_s)).status_code == 303
    with_all = form_data(text=SHARED, basis="ssp115", necessity="derfor", on_behalf_of=bo_s)
    assert anna.post(f"{at}deling/", with_all).status_code == 303
    half = anna.post(f"{at}beslutning/", form_data(outcome="commitment", what="Ringer hjem"))
    assert half.status_code == 422
    assert "Vælg, hvem der gør det" in text_of(half)
    whole = form_data(
        outcome="commitment", what="Ringer hjem", due="i morgen", who=seat_id(anna, key, item_key, "Ali Demir"), next=""
    )
    assert anna.post(f"{at}beslutning/", whole).status_code == 303
    assert anna.post(f"{at}beslutning/", whole).status_code == 303
    assert text_of(anna.get(at)).count("Ringer hjem") == 1
    assert anna.post(f"/moeder/{key}/afslutning/", form_data()).status_code == 303
    assert anna.post(f"/moeder/{key}/udsendelse/", form_data()).status_code == 303
    late = anna.post(f"/moeder/{key}/start/", form_data())
    assert late.status_code == 422
    assert "Mødet er slut" in text_of(late)


def test_the_saving_script_is_answered_in_its_own_way(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, item_key = laid
    with acting("anna") as actor:
        stand_in(actor, key, world.people["bo"])
        running.start_meeting(actor, meeting_of(actor, key))
    anna, bo = client_of("anna"), client_of("bo")
    address = f"/moeder/{key}/punkt/{item_key}/tekst/"
    json = {"HTTP_ACCEPT": "application/json"}
    first = anna.post(address, form_data(text="Vi talte", version=0), **json)
    assert (first.status_code, first.json()["version"]) == (200, 1)
    other = bo.post(address, form_data(text="Bo skrev", version=0), **json)
    assert other.status_code == 409
    assert other.json()["compare"].endswith("/sammenligning/")
    both = text_of(bo.get(other.json()["compare"]))
    assert "Vi talte" in both
    assert "Bo skrev" in both
    long = anna.post(address, form_data(text="x" * 30_000, version=1), **json)
    assert long.status_code == 422
    plain = anna.post(address, form_data(text="Vi talte længe", version=1))
    assert (plain.status_code, plain["Location"]) == (303, f"/moeder/{key}/punkt/{item_key}/")


def test_a_choice_between_two_texts_that_comes_too_late_is_kept_and_may_be_sent_again(
    world: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, item_key = laid
    bo = client_of("bo")
    address = f"/moeder/{key}/punkt/{item_key}/sammenligning/"
    with acting("anna") as actor:
        stand_in(actor, key, world.people["bo"])
        running.start_meeting(actor, meeting_of(actor, key))
        writing.write_minutes(actor, item_of(actor, key, item_key), text="Anna skrev", revision=0)
    late = bo.post(address, form_data(text="Bo valgte", version=0))
    assert late.status_code == 422
    shown = text_of(late)
    assert "Anna Holm skrev her igen" in shown
    assert "Bo valgte" in shown
    with acting("bo") as actor:
        item = item_of(actor, key, item_key)
        kept = [newest_text(item, slot) for slot in ("minutes", writing.ASIDE)]
        assert [one.text for one in kept if one] == ["Anna skrev", "Bo valgte"]
    again = {name: re.search(rf'name="{name}" value="([^"]*)"', shown) for name in ("form_key", "version")}
    fields = {name: found.group(1) for name, found in again.items() if found}
    assert bo.post(address, {**fields, "text": "Begge dele"}).status_code == 303
    with acting("anna") as actor:
        stands = newest_text(item_of(actor, key, item_key), "minutes")
        assert stands is not None
        assert stands.text == "Begge dele"


def test_clashes_are_told(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
        lay_meeting(anna, days=3)
    assert "Falder sammen med" in text_of(client_of("bo").get("/moeder/"))


def seat_id(client: Any, key: str, item_key: str, name: str) -> str:
    """The value of the option with this name on the item's page."""
    found = re.search(rf'<option value="(\d+)"[^>]*>{name}', text_of(client.get(f"/moeder/{key}/punkt/{item_key}/")))
    assert found is not None
    return found.group(1)


@pytest.mark.parametrize("path", ["", "punkt/{item}/", "referat/", "storskaerm/?punkt={item}"])
def test_the_number_of_queries_does_not_grow_with_the_agenda(
    world: Any, acting: Any, client_of: Any, laid: Any, path: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    key, item_key = laid
    address = f"/moeder/{key}/{path.format(item=item_key)}"
    anna = client_of("anna")
    counts = []
    for number in (0, 9):
        with acting("anna") as actor:
            for one in range(number):
                bring_matter(actor, meeting_of(actor, key), f"Barn {one}")
        anna.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert anna.get(address).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 26


def test_the_list_asks_as_often_for_ten_meetings_as_for_one(world: Any, acting: Any, client_of: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    anna, counts = client_of("anna"), []
    for days in ((3,), range(4, 13)):
        with acting("anna") as actor:
            for day in days:
                planning.convene(actor, lay_meeting(actor, days=day))
        with CaptureQueriesContext(connection) as captured:
            assert anna.get("/moeder/").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


def test_minutes_are_one_meeting_and_each_reader_s_own(world: Any, acting: Any, client_of: Any, shared: Any) -> None:
    key, _ = shared
    with acting("anna") as anna:
        open_one = items_of(meeting_of(anna, key))[0]
        writing.write_minutes(anna, open_one, text="Godkendt uden bemærkninger.", revision=0)
        planning.convene(anna, meeting_of(anna, key))
    for who, sees in (("mette", True), ("uffe", False)):
        read = text_of(client_of(who).get(f"/moeder/{key}/referat/"))
        assert "Godkendt uden bemærkninger." in read
        assert (SHARED in read) is sees
