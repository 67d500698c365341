"""A citizen wants to know what is kept: asked by a number, answered by whoever keeps rooms there, without a name."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from samspil.desk.rules import access_words
from samspil.lib import clock
from samspil.lib.danish_dates import short_day
from tests.cases.conftest import CANARY
from tests.conftest import as_owner

KEY = "k" * 30
JOURNAL = "27.03.00-G01-12-26"
NETWORK = "SSP-netværk Åskolen"


def text_of(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


@pytest.fixture
def network(filled: Any) -> str:
    here = "municipality_id = (select id from organisation_municipality where slug = 'lillerup')"
    found = as_owner(f"select key from organisation_body where name = %s and {here}", [NETWORK])
    return f"body:{found[0][0]}"


def facts(network: str, **other: str) -> dict[str, str]:
    due = short_day(clock.today() + timedelta(days=6), year=True)
    return {"form_key": KEY, "journal": JOURNAL, "place": network, "due": due} | other


@pytest.fixture
def begun(network: str, client_of: Any) -> str:
    """The key of a question to the network."""
    answer = client_of("officer").post("/log/indsigt/", facts(network))
    assert answer.status_code == 303
    return str(answer["Location"].strip("/").rsplit("/", 1)[-1])


def test_the_keeper_is_asked_on_the_front_page_answers_once_and_the_officer_sees_who(
    begun: str, client_of: Any
) -> None:
    anna, officer = client_of("anna"), client_of("officer")
    place = f"/set/indsigt/{begun}/"
    for page in ("/", "/set/"):
        assert f'href="{place}"' in text_of(anna, page)
        assert place not in text_of(client_of("bo"), page)
    assert f"Journalnummer {JOURNAL}, {NETWORK}" in text_of(anna, "/")
    before = text_of(officer, f"/log/indsigt/{begun}/")
    assert "0 af 1 har svaret" in before
    assert "Ikke svaret" in before
    assert "6 dage tilbage" in before
    assert anna.post(place, {"form_key": KEY, "outcome": "Noah Bak"}).status_code == 422
    assert anna.post(place, {"form_key": KEY, "outcome": "listed"}).status_code == 303
    assert anna.post(place, {"form_key": "o" * 30, "outcome": "nothing"}).status_code == 422
    after = text_of(officer, f"/log/indsigt/{begun}/")
    assert "Alle har svaret" in after
    assert "Listen er lagt på journalnummeret" in after
    assert CANARY not in before + after
    assert place not in text_of(anna, "/")


def test_the_question_is_the_officers_and_the_answer_a_keepers(begun: str, network: str, client_of: Any) -> None:
    for other in ("anna", "bo", "admin", "leader", "vera", "nanna"):
        client = client_of(other)
        for address in ("/log/indsigt/", f"/log/indsigt/{begun}/"):
            assert client.get(address).status_code == 404, (other, address)
        assert client.post("/log/indsigt/", facts(network)).status_code == 404
    for other in ("bo", "karl", "vera", "officer", "nanna"):
        assert client_of(other).get(f"/set/indsigt/{begun}/").status_code == 404, other
    assert client_of("anna").get(f"/set/indsigt/{begun}/").status_code == 200
    assert client_of("officer").get(f"/log/indsigt/{begun}/").status_code == 200
    assert as_owner("select count(*) from desk_accessanswer") == [(0,)]


def test_one_that_is_ended_asks_nobody(begun: str, client_of: Any) -> None:
    officer, place = client_of("officer"), f"/log/indsigt/{begun}/"
    assert "/set/indsigt/" in text_of(client_of("anna"), "/")
    assert officer.post(place, {"form_key": KEY}).status_code == 303
    assert officer.post(place, {"form_key": "o" * 30}).status_code == 422
    assert "/set/indsigt/" not in text_of(client_of("anna"), "/")
    late = client_of("anna").post(f"/set/indsigt/{begun}/", {"form_key": KEY, "outcome": "listed"})
    assert late.status_code == 422
    assert "Afsluttet" in text_of(officer, "/log/indsigt/")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"journal": "Noah Bak"}, "Skriv ikke et navn"),
        ({"journal": "190313-4567"}, "Det ligner et CPR-nummer"),
        ({"due": "1/1-2020"}, "Dagen er gået"),
        ({"place": "body:ukendtukendt"}, "findes ikke længere"),
    ],
)
def test_a_name_a_persons_number_and_a_day_gone_by_are_not_taken(
    network: str, client_of: Any, typed: dict[str, str], said: str
) -> None:
    answer = client_of("officer").post("/log/indsigt/", facts(network, **typed))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert as_owner("select count(*) from desk_accessrequest") == [(0,)]


@pytest.mark.parametrize("number", [JOURNAL, "2026-012345", "EMN-2026-01", "81/2026"])
def test_the_numbers_of_journals_are_taken(number: str) -> None:
    assert access_words.why_not_journal_number(number) is None


@pytest.mark.parametrize(
    "number",
    [
        "",
        "Noah",
        "Noah-2013",
        "1403134567",
        "740313-4567",
        "14.03.13-4567",
        "140313.4567",
        "114031345670",
        "Ali-Bak-2013",
        "Bo-2013",
        "27 03",
        "Å-2026",
    ],
)
def test_what_could_be_somebody_is_no_journal_number(number: str) -> None:
    assert access_words.why_not_journal_number(number)


def test_the_day_proposed_is_the_municipalitys(network: str, client_of: Any, clock_at: Any) -> None:
    text = text_of(client_of("officer"), "/log/indsigt/")
    assert "Kommunens frist er 28 dage." in text
    assert access_words.why_not_due(date(2026, 1, 1), date(2026, 1, 2)) == access_words.PASSED
    assert access_words.why_not_due(date(2026, 1, 2), date(2026, 1, 2)) is None


@pytest.mark.parametrize(
    "call",
    [
        "select * from access_places()",
        "select * from access_requests('', 5)",
        "select * from access_answers('x')",
        "select end_access_request('x')",
        "select begin_access_request('2026-1', 'body', 'x', samspil_today())",
        "select answer_access_request('x', 'listed')",
    ],
)
def test_the_database_itself_refuses_whoever_is_not_the_officer(world: Any, acting: Any, call: str) -> None:
    with (
        acting("bo"),
        pytest.raises(DatabaseError, match="not allowed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(call)
