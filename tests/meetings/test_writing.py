"""Sharing says what, on which basis and why; two who write at once lose nothing."""

from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.meetings.commands import planning, running, writing
from samspil.meetings.models import Declination, ItemText, SharedNote
from samspil.meetings.queries.agenda import items_of
from samspil.meetings.queries.texts import newest_text
from samspil.ui.forms import new_form_key
from tests.meetings.matters import SHARED, item_of, meeting_of, seat_of, stand_in


@pytest.mark.requirement("L1")
def test_what_is_shared_carries_its_act_and_needs_a_reason(world: Any, acting: Any, laid: Any) -> None:
    key, item_key = laid
    with acting("bo") as bo:
        item, seat = item_of(bo, key, item_key), seat_of(bo, world.people["bo"])
        with pytest.raises(Refusal, match="nødvendigt"):
            writing.share_note(bo, item, text=SHARED, basis="ssp115", necessity=" ", on_behalf_of=seat)
        with pytest.raises(Refusal, match="hvad du deler"):
            writing.share_note(bo, item, text=" ", basis="ssp115", necessity="fordi", on_behalf_of=seat)
        assert not SharedNote.objects.exists()
        note = writing.share_note(
            bo, item, text=SHARED, basis="ssp115", necessity="For at aftale, hvem der taler med ham", on_behalf_of=seat
        )
        act: Any = note.act
        assert (act.basis, act.necessity, act.nature) == (
            "ssp115",
            "For at aftale, hvem der taler med ham",
            "disclosure",
        )
    with acting("mette") as mette:
        assert [row.text for row in SharedNote.objects.filter(item=item_of(mette, key, item_key))] == [SHARED]
    with acting("uffe"):
        assert not SharedNote.objects.exists()


def test_what_is_written_down_for_another_is_the_writer_s_act_and_the_other_s_word(
    world: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, item_key = laid
    with acting("anna") as anna:
        item, seat = item_of(anna, key, item_key), seat_of(anna, world.people["bo"])
        told = {"text": SHARED, "basis": "ssp115", "necessity": "Derfor", "on_behalf_of": seat}
        with pytest.raises(Refusal, match="til stede"):
            writing.share_note(anna, item, **told)
        planning.convene(anna, meeting_of(anna, key))
        running.start_meeting(anna, meeting_of(anna, key))
        running.mark_present(anna, meeting_of(anna, key), tenure_ids={seat.pk})
    with acting("dorthe") as dorthe, pytest.raises(Refusal, match="Man deler selv"):
        writing.share_note(dorthe, item_of(dorthe, key, item_key), **told)
    with acting("anna") as anna:
        note = writing.share_note(anna, item, **told)
        act: Any = note.act
        assert act.sender_tenure.person_id == world.people["anna"]
        assert note.on_behalf_of.person_id == world.people["bo"]
    shown = client_of("mette").get(f"/moeder/{key}/punkt/{item_key}/").content.decode()
    assert "Bo Lauritsen, Politiet" in shown
    assert "Skrevet ned af Anna Holm." in shown


def test_nobody_has_to_share_or_to_say_why(world: Any, acting: Any, laid: Any) -> None:
    key, item_key = laid
    with acting("bo") as bo:
        item, seat = item_of(bo, key, item_key), seat_of(bo, world.people["bo"])
        first = writing.decline_to_share(bo, item, tenure=seat)
        assert writing.decline_to_share(bo, item, tenure=seat).pk == first.pk
        assert Declination.objects.count() == 1
    assert not {field.name for field in Declination._meta.get_fields()} & {"reason", "text", "why"}


def test_deciding_is_the_convener_s(world: Any, acting: Any, laid: Any) -> None:
    key, item_key = laid
    with acting("anna") as anna:
        item = item_of(anna, key, item_key)
        with pytest.raises(Refusal, match="hvem der gør hvad"):
            writing.decide(anna, item, meeting_key=key, outcome="commitment")
        with pytest.raises(Refusal, match="står på listen"):
            writing.decide(anna, item, meeting_key=key, outcome="opfundet")
        assert writing.decide(anna, item, meeting_key=key, outcome="again").outcome == "again"
        standing = next(one for one in items_of(meeting_of(anna, key)) if not one.is_closed)
        assert writing.decide(anna, standing, meeting_key=key, outcome="nothing").circle_id == standing.circle_id
    with acting("bo") as bo:
        with pytest.raises(NotAllowed):
            writing.decide(bo, item_of(bo, key, item_key), meeting_key=key, outcome="again")
        with pytest.raises(NotAllowed):
            writing.decide(bo, item_of(bo, key, standing.key), meeting_key=key, outcome="again")


def test_two_who_write_at_once_are_told_and_nothing_is_lost(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        item_key = items_of(meeting_of(anna, key))[0].key
        first = writing.write_minutes(anna, item_of(anna, key, item_key), text="Godkendt.", revision=0)
        assert (first.revision, first.overtaken_by) == (1, "")
        stand_in(anna, key, world.people["bo"])
    with acting("bo") as bo, pytest.raises(Refusal, match="når mødet er begyndt"):
        writing.write_minutes(bo, item_of(bo, key, item_key), text="Godkendt med en rettelse.", revision=1)
    with acting("anna") as anna:
        running.start_meeting(anna, meeting_of(anna, key))
    with acting("bo") as bo:
        second = writing.write_minutes(bo, item_of(bo, key, item_key), text="Godkendt med en rettelse.", revision=1)
        assert (second.revision, second.overtaken_by) == (2, "")
    with acting("anna") as anna:
        item = item_of(anna, key, item_key)
        late = writing.write_minutes(anna, item, text="Godkendt af alle.", revision=1)
        assert late.overtaken_by == "Bo Lauritsen"
        told = [newest_text(item, slot) for slot in ("minutes", writing.ASIDE)]
        assert [one.text for one in told if one] == ["Godkendt med en rettelse.", "Godkendt af alle."]
        merged = writing.write_minutes(anna, item, text="Godkendt af alle med en rettelse.", revision=2)
        assert (merged.revision, merged.overtaken_by) == (3, "")
        assert [row.text for row in ItemText.objects.filter(item=item, slot="minutes").order_by("version")] == [
            "Godkendt.",
            "Godkendt med en rettelse.",
            "Godkendt af alle med en rettelse.",
        ]


def test_one_s_own_saves_never_stand_in_one_s_own_way(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        item_key = items_of(meeting_of(anna, key))[0].key
        stand_in(anna, key, world.people["bo"])
        running.start_meeting(anna, meeting_of(anna, key))
    client, address = client_of("anna"), f"/moeder/{key}/punkt/{item_key}/tekst/"

    def save(text: str, version: int) -> Any:
        form = {"form_key": new_form_key(), "text": text, "version": version}
        return client.post(address, form, headers={"accept": "application/json"})

    answers = [save(text, 0) for text in ("Vi", "Vi taler", "Vi taler om gården.", "Noget helt andet.")]
    assert [(answer.status_code, answer.json().get("version")) for answer in answers] == [
        (200, 1),
        (200, 2),
        (200, 3),
        (200, 4),
    ]
    with acting("bo") as bo:
        item = item_of(bo, key, item_key)
        assert not ItemText.objects.filter(item=item, slot=writing.ASIDE).exists()
        kept = [(row.text, row.replaced) for row in ItemText.objects.filter(item=item).order_by("version")]
        assert kept == [("Vi taler om gården.", True), ("Noget helt andet.", False)]
        assert writing.write_minutes(bo, item, text="Bo.", revision=0).overtaken_by == "Anna Holm"
        assert writing.write_minutes(bo, item, text="Bo.", revision=4).overtaken_by == ""
    late = save("Vi taler videre.", 4)
    assert (late.status_code, late.json()["words"]) == (409, "Bo Lauritsen skrev her, mens du skrev.")
    assert save("Bo.", 4).status_code == 200


def test_one_s_own_typing_goes_on_in_the_same_version(world: Any, acting: Any, laid: Any) -> None:
    key, item_key = laid
    with acting("anna") as anna:
        item = item_of(anna, key, item_key)
        one = writing.write_minutes(anna, item, text="a", revision=0)
        two = writing.write_minutes(anna, item, text="ab", revision=one.revision)
        again = writing.write_minutes(anna, item, text="ab", revision=one.revision)
        assert (two.revision, again.revision) == (2, 2)
        assert [(row.version, row.text) for row in ItemText.objects.filter(item=item)] == [(1, "ab")]
        running.start_meeting(anna, meeting_of(anna, key))
    with acting("uffe") as uffe:
        standing = items_of(meeting_of(uffe, key))[0]
        with pytest.raises(NotAllowed):
            writing.write_minutes(uffe, standing, text="x", revision=0)
