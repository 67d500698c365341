"""Pages without login: reachable by anybody, without cookies, with nothing in them that is not marked public."""

import re
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test import Client
from django.test.utils import CaptureQueriesContext

PAGES = (
    "/kommuner/",
    "/kommuner/lillerup/",
    "/kommuner/lillerup/oplysninger/",
    "/kommuner/lillerup/tilgaengelighed/",
    "/oplysninger/",
    "/farver/lillerup.css",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_public_page_needs_no_login_and_sets_no_cookie(world: Any, path: Any) -> None:
    answer = Client().get(path)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "public" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")


def test_a_public_page_is_made_once_and_then_kept(world: Any) -> None:
    with CaptureQueriesContext(connection) as first:
        made = Client().get("/kommuner/lillerup/")
    with CaptureQueriesContext(connection) as second:
        kept = Client().get("/kommuner/lillerup/")
    assert len(first) > 0
    assert len(second) == 0
    assert kept.content == made.content
    assert kept["Content-Security-Policy"] == made["Content-Security-Policy"]


def test_the_municipality_shows_its_public_seats_and_no_others(world: Any) -> None:
    text = Client().get("/kommuner/lillerup/").content.decode()
    for shown in ("SSP-forum", "SSP-teamet", "70 00 09 00", "Mette Rahbek", "Ledig plads"):
        assert shown in text
    for hidden in ("Bo Lauritsen", "Nanna Kofoed", "Uffe Engel", "Hjælper børn og unge på skolen", "@lillerup.example"):
        assert hidden not in text


def test_another_municipality_shows_its_own_people(world: Any) -> None:
    assert "Mette Rahbek" not in Client().get("/kommuner/storerup/").content.decode()


def test_an_unknown_municipality_is_missing(world: Any) -> None:
    for path in ("/kommuner/findes-ikke/", "/farver/findes-ikke.css", "/kommuner/findes-ikke/oplysninger/"):
        assert Client().get(path).status_code == 404


def test_health_says_whether_the_database_answers(world: Any) -> None:
    answer = Client().get("/sundhed/")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert not answer.cookies


def test_the_key_persons_stand_together_by_their_place(world: Any) -> None:
    text = Client().get("/kommuner/lillerup/").content.decode()
    places = re.findall(r'<li class="card"><h3 class="line-title">([^<]+)</h3>', text)
    assert places
    assert len(places) == len(set(places))
    own = text.split('<h3 class="line-title">SSP-netværk Åskolen</h3>', 1)[1].split("</ul>", 1)[0]
    assert "Mette Rahbek" in own


def test_without_an_actor_the_database_gives_no_more_than_the_functions(world: Any) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select count(*) from public_seats('lillerup')")
        assert cursor.fetchone()[0] > 0
        for table in ("organisation_person", "organisation_seat", "organisation_body", "circles_circle"):
            cursor.execute(f"select count(*) from {table}")
            assert cursor.fetchone()[0] == 0


def test_nobody_writes_through_what_is_public(world: Any) -> None:
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update organisation_municipality set name = 'x'")
