"""A tick on Min SSP reports the promise done; for ten seconds it can be taken back."""

from datetime import timedelta
from typing import Any

from samspil.cases.models import Case
from samspil.decisions.models import Commitment, CommitmentReport
from samspil.lib import clock
from tests.desk.conftest import OPEN_PROMISE, PROMISED

FORM = {"form_key": "k" * 30}


def keys(acting: Any) -> Any:
    with acting("anna"):
        return {row.what: row.key for row in Commitment.objects.all()}


def test_a_tick_is_done_once_and_taken_back(filled: Any, acting: Any, client_of: Any) -> None:
    client, key = client_of("anna"), keys(acting)[OPEN_PROMISE]
    for _ in range(2):
        answer = client.post(f"/loefter/{key}/gjort/", FORM)
        assert (answer.status_code, answer["Location"]) == (303, f"/?gjort={key}")
    assert "Fortryd" in client.get(f"/?gjort={key}").content.decode()
    assert client.post(f"/loefter/{key}/fortrydelse/").status_code == 303
    with acting("anna"):
        assert Commitment.objects.get(key=key).ended_at is None
        assert [row.outcome for row in CommitmentReport.objects.order_by("pk")] == ["done", "undone"]


def test_after_a_while_it_cannot_be_taken_back_and_the_page_says_so(
    filled: Any, acting: Any, client_of: Any, clock_at: Any
) -> None:
    client, key = client_of("anna"), keys(acting)[OPEN_PROMISE]
    now = clock.now()
    clock_at(now)
    client.post(f"/loefter/{key}/gjort/", FORM)
    clock_at(now + timedelta(minutes=2))
    answer = client.post(f"/loefter/{key}/fortrydelse/")
    assert answer.status_code == 409
    assert "for længe siden" in answer.content.decode()


def test_a_promise_in_a_confidential_room_is_read_under_its_band_and_by_nobody_else(
    filled: Any, acting: Any, client_of: Any
) -> None:
    address = f"/loefter/{keys(acting)[PROMISED]}/"
    text = client_of("anna").get(address).content.decode()
    assert PROMISED in text
    assert "Fortroligt rum" in text
    for stranger in ("nanna", "uffe", "olga"):
        assert client_of(stranger).get(address).status_code == 404


def test_a_promise_from_a_confidential_room_is_read_before_it_is_reported(
    filled: Any, acting: Any, client_of: Any
) -> None:
    client, found = client_of("anna"), keys(acting)
    front = client.get("/").content.decode()
    assert f'href="/loefter/{found[PROMISED]}/">Se, hvad du har lovet</a>' in front
    assert f"/loefter/{found[PROMISED]}/gjort/" not in front
    assert f"/loefter/{found[OPEN_PROMISE]}/gjort/" in front
    ticked = client.post(f"/loefter/{found[PROMISED]}/gjort/", FORM)
    assert ticked["Location"] == f"/loefter/{found[PROMISED]}/"
    with acting("anna"):
        assert not CommitmentReport.objects.exists()


def test_how_it_went_is_written_on_its_page_and_read_there_and_in_the_course_of_the_case(
    filled: Any, acting: Any, client_of: Any
) -> None:
    client, address = client_of("anna"), f"/loefter/{keys(acting)[PROMISED]}/"
    running = client.post(address, FORM | {"outcome": "running", "text": "Hun ringer tilbage."})
    assert running["Location"] == "/"
    done = client.post(address, {"form_key": "l" * 30, "outcome": "done", "text": "Hun var glad."})
    assert done["Location"].startswith("/?gjort=")
    page = client.get(address).content.decode()
    with acting("anna"):
        key = Case.objects.get().key
    case = client.get(f"/sager/{key}/").content.decode()
    for words in ("Hun ringer tilbage.", "Hun var glad."):
        assert words in page
        assert words in case
        assert words not in client.get("/").content.decode()
    assert "Hvordan gik det?" not in page


def test_whoever_reads_anothers_promise_is_not_asked_how_it_went(filled: Any, acting: Any, client_of: Any) -> None:
    address = f"/loefter/{keys(acting)[PROMISED]}/"
    assert "Hvordan gik det?" in client_of("anna").get(address).content.decode()
    text = client_of("bo").get(address).content.decode()
    assert "der melder tilbage" in text
    assert "Hvordan gik det?" not in text


def test_what_is_done_stands_on_its_own_page_without_closed_words(filled: Any, acting: Any, client_of: Any) -> None:
    client, found = client_of("anna"), keys(acting)
    client.post(f"/loefter/{found[PROMISED]}/", FORM | {"outcome": "done", "text": "Hun var glad."})
    text = client.get("/loefter/").content.decode()
    assert "Aftale i et fortroligt rum" in text
    assert PROMISED not in text
