"""Hvem kan se dette, and stepping out."""

from typing import Any

import pytest

from samspil.authority.errors import Refusal
from samspil.authority.relation import who_may
from samspil.circles.models import Circle
from samspil.desk.commands import step_out
from samspil.desk.queries import sheet_of
from tests.cases.conftest import CANARY
from tests.desk.conftest import worry


@pytest.fixture
def room(filled: Any, acting: Any) -> Any:
    with acting("anna"):
        return Circle.objects.get(kind="case").key


def test_those_in_the_room_see_who_is_there_and_others_find_nothing(room: Any, client_of: Any) -> None:
    text = client_of("bo").get(f"/rum/{room}/hvem/").content.decode()
    for shown in ("Anna Holm", "Bo Lauritsen (dig)", "Dorthe Winther", "kan se dette", "§ 115"):
        assert shown in text
    for hidden in ("Uffe Engel", "Nanna Kofoed", "Asta Kontor", "Kan ikke komme ind", CANARY):
        assert hidden not in text
    for stranger in ("nanna", "uffe", "olga", "admin"):
        assert client_of(stranger).get(f"/rum/{room}/hvem/").status_code == 404


def test_whoever_declares_a_conflict_is_out_at_once_and_the_others_stay(room: Any, client_of: Any) -> None:
    mette = client_of("mette")
    told = mette.get(f"/rum/{room}/ud/").content.decode()
    assert "det, der er lavet ud fra rummet" in told
    assert "ikke af det, det kom fra" in told
    empty = mette.post(f"/rum/{room}/ud/", {"form_key": "k" * 30, "reason": ""})
    assert empty.status_code == 422
    out = mette.post(f"/rum/{room}/ud/", {"form_key": "k" * 30, "reason": "Jeg kender familien."})
    assert (out.status_code, out["Location"]) == (303, "/")
    assert mette.get(f"/rum/{room}/hvem/").status_code == 404
    assert CANARY not in mette.get("/sager/").content.decode()
    assert "Mette Rahbek" not in client_of("anna").get(f"/rum/{room}/hvem/").content.decode()
    assert client_of("nanna").post(f"/rum/{room}/ud/", {"form_key": "k" * 30, "reason": "x"}).status_code == 404


def test_stepping_out_without_a_reason_is_refused_by_the_act_itself(room: Any, acting: Any, client_of: Any) -> None:
    with acting("mette") as mette:
        with pytest.raises(Refusal, match="Skriv kort hvorfor"):
            step_out(mette, Circle.objects.get(key=room), reason=" ")
        step_out(mette, Circle.objects.get(key=room), reason="Jeg kender familien.")
    assert client_of("mette").get(f"/rum/{room}/hvem/").status_code == 404


def test_whoever_keeps_a_room_without_reading_it_stands_on_its_page_too(acting: Any, client_of: Any) -> None:
    with acting("nanna") as nanna:
        worry(nanna, 1)
    with acting("anna") as anna:
        circle = Circle.objects.get(kind="concern")
        everybody = who_may(circle.pk)
        blind = {one.name for one in everybody} - {one.name for one in everybody if one.reads}
        groups = {group.heading: group.viewers for group in sheet_of(anna, circle, "/").groups}
    assert blind
    assert {one.name for one in groups["Passer rummet og kan ikke læse det"]} == blind
    text = client_of("nanna").get(f"/rum/{circle.key}/hvem/").content.decode()
    assert all(name in text for name in blind)
    assert f"{len({one.person_id for one in everybody if one.reads})} personer kan se dette" in text
