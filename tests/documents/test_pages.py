"""Files on their pages: who puts one there, who fetches it, who takes it away, and who finds nothing."""

from typing import Any

import pytest

from samspil.documents.models import ReportedFile, StoredFile
from samspil.meetings.commands import people
from samspil.ui.forms import new_form_key
from tests.documents.conftest import TEXT, WHY, WORD
from tests.doors.sweep import noted
from tests.meetings.asked import any_seat
from tests.meetings.matters import lay_meeting

pytestmark = pytest.mark.usefixtures("patient")


def only_file(acting: Any, person: str, model: Any = StoredFile) -> Any:
    with acting(person):
        return model.objects.defer("sealed").get()


def test_a_file_is_put_in_listed_fetched_and_taken_away(
    acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str]
) -> None:
    room = rooms["case"]
    answer = hand_in("mette", room, name="Brev fra mor.txt")
    assert (answer.status_code, answer["Location"]) == (303, f"/rum/{room}/filer/")
    shown = client_of("bo").get(answer["Location"])
    assert "Brev fra mor.txt" in shown.content.decode()
    file = only_file(acting, "bo")
    got = client_of("bo").get(f"/rum/{room}/filer/{file.key}/")
    assert got.content == TEXT
    assert got["Content-Disposition"] == f'attachment; filename="bilag-{file.key}.txt"'
    assert got["Content-Type"] == "text/plain; charset=utf-8"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Content-Security-Policy"].startswith("sandbox;")
    assert got["Cache-Control"] == "no-store"
    assert client_of("bo").get(f"/rum/{room}/filer/{file.key}/fjernelse/").status_code == 404  # not his to take away
    taking = f"/rum/{room}/filer/{file.key}/fjernelse/"
    assert client_of("mette").get(taking).status_code == 200
    assert client_of("mette").post(taking, {"form_key": "a", "why": "Det var den forkerte."}).status_code == 303
    assert client_of("bo").get(f"/rum/{room}/filer/{file.key}/").status_code == 404
    assert "Brev fra mor.txt" not in client_of("bo").get(f"/rum/{room}/filer/").content.decode()
    with acting("anna"):
        assert StoredFile.objects.count() == 1  # hidden, not deleted


@pytest.mark.parametrize("person", ["nanna", "uffe", "lone", "vera", "olga", "karl", "ended", "admin"])
def test_whoever_is_not_in_the_case_finds_no_file(
    acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str], person: str
) -> None:
    hand_in("anna", rooms["case"])
    file = only_file(acting, "anna")
    for address in ("", f"{file.key}/", f"{file.key}/fjernelse/"):
        assert client_of(person).get(f"/rum/{rooms['case']}/filer/{address}").status_code == 404
    assert hand_in(person, rooms["case"]).status_code == 404
    with acting("anna"):
        assert StoredFile.objects.count() == 1


def test_a_file_is_found_in_its_own_room_alone(
    acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str]
) -> None:
    hand_in("anna", rooms["case"])
    key = only_file(acting, "anna").key
    assert client_of("anna").get(f"/rum/{rooms['open']}/filer/{key}/").status_code == 404
    assert client_of("anna").get(f"/rum/{rooms['case']}/filer/{key}/").status_code == 200


def test_what_is_fetched_stands_in_the_log(acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str]) -> None:
    hand_in("anna", rooms["case"])
    file = only_file(acting, "anna")
    client = client_of("mette")
    with noted() as circles:
        client.get(f"/rum/{rooms['case']}/filer/{file.key}/")
    assert circles == {file.circle_id}
    with noted() as circles:
        client.get(f"/rum/{rooms['open']}/filer/{file.key}/")
    assert not circles


def test_the_one_who_is_worried_reads_what_was_sent_along_and_no_other_file(
    acting: Any, client_of: Any, hand_in: Any, sent: Any, draft: Any
) -> None:
    from samspil.concerns import commands, queries

    key = draft()
    with acting("nanna") as nanna:
        room = queries.open_draft(nanna, key).circle.key
    assert hand_in("nanna", room, name="Seddel.txt").status_code == 303
    assert client_of("anna").get(f"/rum/{room}/filer/").status_code == 404  # still a draft
    with acting("nanna") as nanna:
        commands.send_concern(nanna, queries.open_draft(nanna, key), notified="yes", reachable="")
    assert hand_in("anna", room, name="Journal.txt", data=b"Fra en anden myndighed").status_code == 303
    assert all(name in client_of("anna").get(f"/rum/{room}/filer/").content.decode() for name in ("Seddel", "Journal"))
    own = client_of("nanna").get(f"/rum/{room}/filer/").content.decode()
    assert "Seddel" in own
    assert "Journal" not in own
    other = only_file(acting, "anna")
    assert client_of("nanna").get(f"/rum/{room}/filer/{other.key}/").status_code == 404
    told = only_file(acting, "nanna", ReportedFile)
    assert client_of("nanna").get(f"/rum/{room}/filer/{told.key}/").content == TEXT


def test_after_sending_nothing_more_is_sent_along_and_nothing_taken_back(
    acting: Any, client_of: Any, hand_in: Any, draft: Any
) -> None:
    from samspil.concerns import commands, queries

    key = draft()
    with acting("nanna") as nanna:
        room = queries.open_draft(nanna, key).circle.key
    hand_in("nanna", room)
    file = only_file(acting, "nanna", ReportedFile)
    taking = f"/rum/{room}/filer/{file.key}/fjernelse/"
    assert client_of("nanna").get(taking).status_code == 200
    with acting("nanna") as nanna:
        commands.send_concern(nanna, queries.open_draft(nanna, key), notified="yes", reachable="")
    assert client_of("nanna").get(taking).status_code == 404
    late = hand_in("nanna", room, name="Mere.txt")
    assert late.status_code == 422
    assert "sendt" in late.content.decode()
    with acting("nanna"):
        assert ReportedFile.objects.count() == 1


def test_files_of_the_open_part_belong_to_one_item_and_are_for_all_of_it(
    acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str]
) -> None:
    room = rooms["open"]
    assert hand_in("anna", room, name="Plakat.txt", ask="?om=abcdefghjk").status_code == 303
    assert hand_in("uffe", room).status_code == 404
    assert "Plakat.txt" in client_of("uffe").get(f"/rum/{room}/filer/?om=abcdefghjk").content.decode()
    assert "Plakat.txt" not in client_of("uffe").get(f"/rum/{room}/filer/?om=bcdefghjkm").content.decode()
    assert client_of("nanna").get(f"/rum/{room}/filer/").status_code == 404


def test_a_guest_of_one_meeting_finds_no_files_of_the_others(
    world: Any, acting: Any, client_of: Any, hand_in: Any, rooms: dict[str, str]
) -> None:
    room = rooms["open"]
    assert hand_in("anna", room, name="Plakat.txt", ask="?om=abcdefghjk").status_code == 303
    file = only_file(acting, "anna")
    with acting("anna") as anna:
        people.invite_guest(anna, lay_meeting(anna), tenure=any_seat(world, "lone"))
    assert "Plakat.txt" in client_of("uffe").get(f"/rum/{room}/filer/").content.decode()
    for rest in ("", "?om=abcdefghjk", f"{file.key}/"):
        assert client_of("uffe").get(f"/rum/{room}/filer/{rest}").status_code == 200
        assert client_of("lone").get(f"/rum/{room}/filer/{rest}").status_code == 404


def test_sharing_with_other_agencies_says_why(acting: Any, hand_in: Any, rooms: dict[str, str]) -> None:
    refused = hand_in("mette", rooms["case"], necessity="")
    assert refused.status_code == 422
    assert "Skriv, hvorfor det er nødvendigt." in refused.content.decode()
    assert hand_in("mette", rooms["case"]).status_code == 303
    with acting("mette"):
        assert StoredFile.objects.select_related("act").defer("sealed").get().act.necessity == WHY


def test_the_same_form_sent_twice_is_one_file(acting: Any, hand_in: Any, rooms: dict[str, str]) -> None:
    first, second = (hand_in("anna", rooms["case"], form_key="den-samme") for _ in range(2))
    assert first["Location"] == second["Location"]
    with acting("anna"):
        assert StoredFile.objects.count() == 1


def test_a_script_on_the_page_gets_the_list_alone(client_of: Any, hand_in: Any, rooms: dict[str, str]) -> None:
    hand_in("anna", rooms["case"], name="Brev.txt")
    asked = f"/rum/{rooms['case']}/filer/?fra=/sager/"
    part = client_of("bo").get(asked, headers={"HX-Request": "true"}).content.decode()
    assert "Brev.txt" in part
    assert "<html" not in part
    assert "?fra=/sager/" in part
    hidden = client_of("nanna").get(asked, headers={"HX-Request": "true"}).content.decode()
    assert "Brev.txt" not in hidden
    assert hidden == client_of("nanna").get("/rum/findesikke/filer/", headers={"HX-Request": "true"}).content.decode()


def test_from_step_two_one_goes_to_the_files_and_on_to_looking_through(client_of: Any, acting: Any, draft: Any) -> None:
    from samspil.concerns.models import Concern

    key = draft()
    client = client_of("nanna")
    typed = {"form_key": new_form_key(), "name": "Villads Bruun", "observation": "Han sov.", "then": "files"}
    answer = client.post(f"/bekymret/{key}/set/", typed)
    with acting("nanna"):
        room = Concern.objects.select_related("circle").get(key=key).circle.key
    assert answer["Location"].startswith(f"/rum/{room}/filer/?fra=/")
    shown = client.get(answer["Location"]).content.decode()
    assert answer["Location"].split("fra=")[1] in shown
    assert f"/rum/{room}/filer/?fra=" in client.get(answer["Location"].split("fra=")[1]).content.decode()


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/findes-ikke/", "javascript:alert(1)"])
def test_the_way_back_is_a_page_of_ours(client_of: Any, rooms: dict[str, str], back: str) -> None:
    assert "evil" not in client_of("anna").get(f"/rum/{rooms['case']}/filer/?fra={back}").content.decode()
    shown = client_of("anna").get(f"/rum/{rooms['case']}/filer/?fra=/sager/").content.decode()
    assert 'href="/sager/"' in shown


def test_the_page_asks_as_much_for_three_files_as_for_one(
    client_of: Any, hand_in: Any, rooms: dict[str, str], django_assert_max_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost() -> int:
        client = client_of("bo")
        with CaptureQueriesContext(connection) as found:
            assert WORD not in client.get(f"/rum/{rooms['case']}/filer/").content.decode()
        return len(found)

    hand_in("anna", rooms["case"])
    one = cost()
    hand_in("anna", rooms["case"])
    hand_in("anna", rooms["case"])
    assert cost() == one
