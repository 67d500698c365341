"""Hvem har set: told to whoever keeps the room, and to nobody else."""

from typing import Any

import pytest

from samspil.authority.command import record
from samspil.circles.models import Circle, YoungPerson
from samspil.desk.queries.log import REFUSED
from tests.cases.conftest import CANARY


@pytest.fixture
def room(filled: Any, acting: Any) -> tuple[str, str, str]:
    """Key of the room, of its case and of its young person."""
    with acting("anna"):
        circle = Circle.objects.get(kind="case")
        young = YoungPerson.objects.get(circle=circle)
        from samspil.cases.models import Case

        return circle.key, Case.objects.get(circle=circle).key, young.key


def text_of(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def test_the_keeper_reads_in_sentences_who_saw_the_room_and_a_member_does_not(room: Any, client_of: Any) -> None:
    circle, case, _ = room
    assert client_of("bo").get(f"/sager/{case}/").status_code == 200
    text = text_of(client_of("anna"), f"/rum/{circle}/set/")
    assert "Bo Lauritsen</strong> så sagen i dag kl. " in text
    assert "på sagens side" in text
    assert CANARY not in text
    for other in ("bo", "nanna", "uffe", "olga", "officer", "vera"):
        assert client_of(other).get(f"/rum/{circle}/set/").status_code == 404


def test_several_looks_of_one_day_are_one_line(room: Any, client_of: Any) -> None:
    circle, case, _ = room
    bo = client_of("bo")
    for _ in range(3):
        bo.get(f"/sager/{case}/")
    text = text_of(client_of("anna"), f"/rum/{circle}/set/")
    assert text.count("Bo Lauritsen</strong>") == 1
    assert "3 gange" in text


def test_a_young_person_is_told_of_over_the_rooms_of_the_matter_that_one_keeps(room: Any, client_of: Any) -> None:
    _, case, young = room
    client_of("bo").get(f"/sager/{case}/")
    text = text_of(client_of("anna"), f"/unge/{young}/set/")
    assert CANARY in text
    assert "Bo Lauritsen</strong> så " in text
    for other in ("bo", "nanna", "uffe", "officer"):
        assert client_of(other).get(f"/unge/{young}/set/").status_code == 404


def test_a_refused_attempt_is_told_to_the_keeper(room: Any, client_of: Any) -> None:
    circle, case, _ = room
    anna = client_of("anna")
    assert "Uffe Engel" not in text_of(anna, f"/rum/{circle}/set/")
    assert client_of("uffe").get(f"/sager/{case}/").status_code == 404
    assert client_of("uffe").get("/sager/ukendtukendt/").status_code == 404
    text = text_of(anna, f"/rum/{circle}/set/")
    assert text.count("Uffe Engel") == 1
    assert "prøvede at komme ind på sagens side i dag kl. " in text


def test_attempts_that_are_alike_are_one_line_with_their_number(room: Any, client_of: Any) -> None:
    circle, case, _ = room
    for who, times in (("uffe", 3), ("vera", 1)):
        for _ in range(times):
            client_of(who).get(f"/sager/{case}/")
    text = text_of(client_of("anna"), f"/rum/{circle}/set/")
    assert text.count("Uffe Engel") == text.count("Vera Andetsteds") == 1
    assert ", 3 gange" in text.split("Uffe Engel")[1].split("</li>")[0]
    assert "gange" not in text.split("Vera Andetsteds")[1].split("</li>")[0]


def test_an_export_of_everything_is_told_to_the_keeper(room: Any, client_of: Any, acting: Any) -> None:
    circle, _, _ = room
    address = f"/rum/{circle}/set/"
    assert "udleveret" not in text_of(client_of("anna"), address)
    with acting("anna"):
        record("lifecycle.exported", Circle.objects.get(key=circle).pk, f"circle:{circle}")
    text = text_of(client_of("anna"), address)
    assert "Hele kommunen blev udleveret i dag kl. " in text
    assert " af driften." in text
    assert "Ingen.</p>" in text, "it is no refused attempt"


def test_many_exports_do_not_hide_a_refused_attempt(room: Any, client_of: Any, acting: Any) -> None:
    circle, case, _ = room
    assert client_of("uffe").get(f"/sager/{case}/").status_code == 404
    with acting("anna"):
        for _ in range(REFUSED):
            record("lifecycle.exported", Circle.objects.get(key=circle).pk, f"circle:{circle}")
    text = text_of(client_of("anna"), f"/rum/{circle}/set/")
    assert text.count("Uffe Engel") == 1
    assert "Vera Andetsteds" not in text, "she tried nothing"


def test_the_list_holds_the_rooms_that_one_keeps(room: Any, client_of: Any) -> None:
    circle, _, _ = room
    assert f"/rum/{circle}/set/" in text_of(client_of("anna"), "/set/")
    for other in ("bo", "nanna", "officer"):
        assert f"/rum/{circle}/set/" not in text_of(client_of(other), "/set/")
    assert 'href="/set/"' in text_of(client_of("anna"), "/mere/")
    assert 'href="/set/"' not in text_of(client_of("bo"), "/mere/")


def test_the_keeper_finds_the_way_from_who_can_see(room: Any, client_of: Any) -> None:
    circle, _, _ = room
    assert f"/rum/{circle}/set/" in text_of(client_of("anna"), f"/rum/{circle}/hvem/")
    assert f"/rum/{circle}/set/" not in text_of(client_of("bo"), f"/rum/{circle}/hvem/")


def test_a_page_holds_fifty_lines_and_the_next_has_the_rest(room: Any, client_of: Any, clock_at: Any) -> None:
    from datetime import timedelta

    from samspil.lib import clock

    circle, case, _ = room
    now = clock.now()
    clock_at(now)
    assert "De ældre" not in text_of(client_of("anna"), f"/rum/{circle}/set/")
    for day in range(1, 27):
        clock_at(now + timedelta(days=day))
        for who in ("bo", "dorthe"):
            client_of(who).get(f"/sager/{case}/")
    anna = client_of("anna")
    first, second = text_of(anna, f"/rum/{circle}/set/"), text_of(anna, f"/rum/{circle}/set/?side=2")
    assert first.count("</strong> så ") == 50
    assert "?side=2" in first
    assert 0 < second.count("</strong> så ") < 50
