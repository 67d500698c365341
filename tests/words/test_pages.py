"""A message from hand to hand: written, told of, answered; and who neither gets, reads nor writes one."""

from typing import Any

import pytest

from samspil.post.models import Outgoing
from samspil.words.models import Receiver, Reply, Word
from tests.doors.sweep import noted
from tests.words.conftest import TEXT, WORD, Room

pytestmark = pytest.mark.usefixtures("patient")


def only_word(acting: Any, person: str = "anna") -> str:
    with acting(person):
        return str(Word.objects.get().key)


def home(client_of: Any, person: str) -> str:
    return str(client_of(person).get("/").content.decode())


def test_a_question_is_asked_told_answered_and_told_back(
    acting: Any, client_of: Any, room: Room, write: Any, reply: Any
) -> None:
    answer = write("anna", "bo")
    assert (answer.status_code, answer["Location"]) == (303, f"/rum/{room.key}/beskeder/")
    key = only_word(acting)
    here = f"/rum/{room.key}/beskeder/{key}/"
    asked = home(client_of, "bo")
    assert "Svar Anna Holm" in asked
    assert here in asked
    assert WORD not in asked
    assert "Svar Anna Holm" not in home(client_of, "dorthe")
    assert "er ikke besvaret." in home(client_of, "anna")
    page = client_of("bo").get(here).content.decode()
    assert WORD in page
    assert "Send svaret" in page
    assert "Send svaret" not in client_of("dorthe").get(here).content.decode()
    assert reply("bo", key).status_code == 422  # neither words nor that it is done
    assert reply("bo", key, text="Det har jeg gjort.")["Location"] == here
    assert "Svar Anna Holm" not in home(client_of, "bo")
    assert "er besvaret." in home(client_of, "anna")
    assert "Det har jeg gjort." in client_of("anna").get(here).content.decode()
    assert reply("bo", key, text="En gang til").status_code == 422
    with acting("anna"):
        assert [one.text for one in Reply.objects.all()] == ["Det har jeg gjort."]


def test_what_asks_for_no_answer_is_marked_seen(
    acting: Any, client_of: Any, room: Room, write: Any, reply: Any
) -> None:
    write("anna", "bo", "dorthe", asks=False)
    key = only_word(acting)
    assert "Læs en besked fra Anna Holm" in home(client_of, "dorthe")
    assert reply("dorthe", key).status_code == 303
    assert "Læs en besked" not in home(client_of, "dorthe")
    assert "Læs en besked" in home(client_of, "bo")
    assert "1 af 2 har set den." in home(client_of, "anna")
    listed = client_of("mette").get(f"/rum/{room.key}/beskeder/").content.decode()
    assert "Dorthe Winther har set den" in listed
    assert "Bo Lauritsen har ikke set den endnu" in listed


def test_everybody_of_the_room_reads_it_and_the_log_knows(acting: Any, client_of: Any, room: Room, write: Any) -> None:
    write("anna", "bo")
    for person in ("mette", "dorthe"):
        client = client_of(person)
        with noted() as circles:
            assert WORD in client.get(f"/rum/{room.key}/beskeder/").content.decode()
        assert circles == {room.circle_id}
    with noted() as circles:
        home(client_of, "bo")
    assert room.circle_id not in circles


def test_whoever_is_not_in_the_room_finds_and_writes_nothing(
    acting: Any, client_of: Any, room: Room, write: Any, reply: Any
) -> None:
    write("anna", "bo")
    key = only_word(acting)
    for person in ("nanna", "uffe", "vera", "olga"):
        assert client_of(person).get(f"/rum/{room.key}/beskeder/{key}/").status_code == 404, person
        assert write(person, "bo").status_code == 404, person
        assert reply(person, key, done="on").status_code == 404, person
    assert client_of("mette").get(f"/rum/{room.key}/beskeder/{key}/").status_code == 200
    with acting("anna"):
        assert (Word.objects.count(), Reply.objects.count()) == (1, 0)


def test_another_s_question_is_not_answered_for_them(acting: Any, write: Any, reply: Any) -> None:
    write("anna", "bo")
    key = only_word(acting)
    assert reply("dorthe", key, text="Jeg svarer for Bo").status_code == 404
    assert reply("bo", key, done="on").status_code == 303
    with acting("anna"):
        assert [one.text for one in Reply.objects.all()] == [""]


def test_nobody_outside_the_room_can_be_chosen(acting: Any, client_of: Any, world: Any, room: Room, write: Any) -> None:
    from samspil.authority.errors import Refusal
    from samspil.circles.models import Circle
    from samspil.organisation.models import Tenure
    from samspil.words.commands import send_word

    shown = client_of("anna").get(f"/rum/{room.key}/beskeder/").content.decode()
    assert f'value="{room.seats["bo"]}"' in shown
    for outsider in ("uffe", "olga", "vera"):
        with acting(outsider):
            seat = Tenure.objects.filter(person_id=world.people[outsider]).earliest("pk").pk
        assert f'value="{seat}"' not in shown
        refused = write("anna", to=[seat])
        assert refused.status_code == 422
        assert WORD in refused.content.decode()  # what was typed is not lost
        with acting("anna") as anna:
            circle = Circle.objects.get(pk=room.circle_id)
            with pytest.raises(Refusal, match="kan ikke svare her"):
                send_word(anna, circle, text=TEXT, to=[seat])
    with acting("anna") as anna:
        assert not Word.objects.exists()
        send_word(anna, Circle.objects.get(pk=room.circle_id), text=TEXT, to=[room.seats["bo"]])
        assert Receiver.objects.get().tenure_id == room.seats["bo"]


def test_the_same_form_sent_twice_is_one_message(acting: Any, write: Any) -> None:
    answers = [write("anna", "bo", form_key="samme") for _ in range(2)]
    assert [one.status_code for one in answers] == [303, 303]
    with acting("anna"):
        assert Word.objects.count() == 1
        assert Outgoing.objects.filter(kind="words.waiting").count() == 1


def test_what_is_too_long_or_empty_is_said_and_kept(acting: Any, write: Any) -> None:
    long = write("anna", "bo", text="a" * 501)
    assert long.status_code == 422
    assert "a" * 501 in long.content.decode()
    assert write("anna", "bo", text="  ").status_code == 422
    assert write("anna").status_code == 422
    assert write("anna", "bo", text="a" * 500).status_code == 303


def test_a_closed_room_takes_no_more_messages_and_asks_for_no_answer(
    acting: Any, client_of: Any, case_key: str, room: Room, write: Any, reply: Any
) -> None:
    from samspil.cases import queries
    from samspil.cases.commands import close_case

    write("anna", "bo")
    key = only_word(acting)
    assert "Svar Anna Holm" in home(client_of, "bo")
    with acting("anna") as anna:
        close_case(anna, queries.open_case(anna, case_key), reason="hjulpet", words="Det gik.")
    assert write("anna", "bo").status_code == 422
    assert reply("bo", key, done="on").status_code == 422
    assert "Svar Anna Holm" not in home(client_of, "bo")
    assert WORD in client_of("bo").get(f"/rum/{room.key}/beskeder/").content.decode()  # it is read as long as the case


def test_whoever_is_kept_out_reads_no_more_of_it(
    acting: Any, client_of: Any, world: Any, room: Room, write: Any
) -> None:
    from samspil.circles.commands import exclude
    from samspil.circles.models import Circle
    from samspil.organisation.models import Person

    write("anna", "bo", "dorthe")
    with acting("anna") as anna:
        bo = Person.objects.get(pk=world.people["bo"])
        exclude(anna, Circle.objects.get(pk=room.circle_id), bo, "Kender familien")
    assert "Svar Anna Holm" not in home(client_of, "bo")
    assert client_of("bo").get(f"/rum/{room.key}/beskeder/").status_code == 404
    assert "Svar Anna Holm" in home(client_of, "dorthe")


def test_the_matter_s_page_leads_there_with_and_without_a_script(
    client_of: Any, case_key: str, room: Room, write: Any
) -> None:
    write("anna", "bo")
    page = client_of("bo").get(f"/sager/{case_key}/").content.decode()
    assert f'href="/rum/{room.key}/beskeder/"' in page
    part = client_of("bo").get(f"/rum/{room.key}/beskeder/", headers={"HX-Request": "true"}).content.decode()
    assert WORD in part
    assert "<html" not in part
    assert f"/sager/{case_key}/" in client_of("bo").get(f"/rum/{room.key}/beskeder/").content.decode()


def test_each_message_is_shared_by_an_act_with_its_reason(acting: Any, write: Any, reply: Any) -> None:
    write("anna", "bo")
    key = only_word(acting)
    reply("bo", key, text="Ja.")
    with acting("anna"):
        word, answer = Word.objects.select_related("act").get(), Reply.objects.select_related("act").get()
        assert "spørge og svare hinanden" in word.act.necessity
        assert word.act.basis == "ssp115"
        assert answer.act_id != word.act_id


def test_what_waits_is_told_first_then_the_newest_and_no_message_is_cut_inside(
    acting: Any, room: Room, write: Any, monkeypatch: Any
) -> None:
    from samspil.words.queries import words_of

    monkeypatch.setattr("samspil.words.queries.waiting.MOST", 3)
    write("dorthe", "anna")
    write("anna", "bo", "dorthe", asks=False)
    write("anna", "dorthe", asks=False)
    write("anna", "bo", "dorthe")
    with acting("anna") as anna:
        told = [(one.waits, one.wants_answer, one.who) for one in words_of(anna)]
    assert told == [(True, True, "Dorthe Winther"), (False, True, "Bo Lauritsen og Dorthe Winther")]
    monkeypatch.setattr("samspil.words.queries.waiting.MOST", 5)
    with acting("anna") as anna:
        assert [one.who for one in words_of(anna)][2:] == ["Dorthe Winther"], "the older one would be cut"
