"""The minutes say who shared what on which basis and why, and who did not; nothing closed stands before an outsider."""

from typing import Any

from samspil.decisions.commands import Promise
from samspil.lib import clock
from samspil.meetings.commands import planning, running, writing
from tests.meetings.matters import NAME, SHARED, form_data, item_of, meeting_of, seat_of

WHY = "For at aftale, hvem der taler med ham"


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def held(acting: Any, world: Any, laid: Any) -> None:
    """A running meeting with a text, a sharing, a declination and a promise at the closed item."""
    key, item_key = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
        running.start_meeting(anna, meeting_of(anna, key))
        writing.write_minutes(anna, item_of(anna, key, item_key), text="Vi talte om morgenerne.", revision=0)
    with acting("bo") as bo:
        facts = {"text": SHARED, "basis": "ssp115", "necessity": WHY}
        writing.share_note(bo, item_of(bo, key, item_key), on_behalf_of=seat_of(bo, world.people["bo"]), **facts)
    with acting("dorthe") as dorthe:
        seat = seat_of(dorthe, world.people["dorthe"])
        writing.decline_to_share(dorthe, item_of(dorthe, key, item_key), tenure=seat)
    with acting("anna") as anna:
        promise = Promise(seat_of(anna, world.people["ali"]), "Ringer hjem", clock.today())
        item = item_of(anna, key, item_key)
        writing.decide(anna, item, meeting_key=key, outcome="commitment", promises=(promise,))


def test_each_sharing_stands_with_its_basis_and_its_reason(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    held(acting, world, laid)
    read = text_of(client_of("mette").get(f"/moeder/{laid[0]}/referat/"))
    basis = text_of(client_of("mette").get(f"/moeder/{laid[0]}/punkt/{laid[1]}/"))
    for shown in (read, basis):
        assert f"§ 115: {WHY}" in shown
        assert "Dorthe Winther delte ikke noget." in shown
    for words in ("Vi talte om morgenerne.", SHARED, "Bo Lauritsen, Politiet", "Ringer hjem", "Referent: Anna Holm"):
        assert words in read
    outside = text_of(client_of("uffe").get(f"/moeder/{laid[0]}/referat/"))
    assert not [words for words in (WHY, SHARED, "Dorthe Winther delte", "Vi talte om") if words in outside]


def test_the_closed_part_is_not_on_the_page_while_an_outsider_is_in_the_room(
    world: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, item_key = laid
    held(acting, world, laid)
    anna = client_of("anna")
    address = f"/moeder/{key}/referat/"
    assert SHARED in text_of(anna.get(address))
    with acting("anna") as actor:
        here = {seat_of(actor, world.people[who]).pk for who in ("anna", "bo", "uffe")}
        running.mark_present(actor, meeting_of(actor, key), tenure_ids=here)
    waiting = text_of(anna.get(address))
    assert "Uffe Engel er til stede og hører ikke til den lukkede del." in waiting
    assert not [words for words in (SHARED, WHY, NAME.split(" ")[0]) if words in waiting]
    assert anna.get(f"/moeder/{key}/punkt/{item_key}/tekst/").status_code == 404
    wall = text_of(anna.get(f"/moeder/{key}/storskaerm/?punkt={item_key}"))
    assert "Uffe er gået ud" in wall
    gone = anna.post(f"/moeder/{key}/gaester/", form_data(out=world.people["uffe"], to="minutes"))
    assert (gone.status_code, gone["Location"]) == (303, address)
    assert SHARED in text_of(anna.get(address))
    assert client_of("bo").get(f"/moeder/{key}/punkt/{item_key}/tekst/").status_code == 200
