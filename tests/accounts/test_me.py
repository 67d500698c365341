from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from samspil.lib import clock
from tests.accounts.hands import PASSWORD, come_in, give_password, is_in, send_password
from tests.conftest import World, as_owner

NEW_PASSWORD = "otte oranges oliven"


def test_the_page_says_by_which_seats(world: World, client_of: Callable[[str], Any]) -> None:
    page = client_of("mette").get("/mig/")
    text = page.content.decode()
    assert "Mette Rahbek" in text
    assert "Derfor har du adgang" in text
    assert "Lillerup Kommune" in text
    assert page.headers["Cache-Control"] == "no-store"


def test_factors_are_changed_only_after_the_password(
    world: World, client: Client, clock_at: Callable[[Any], None]
) -> None:
    now = clock.now()
    clock_at(now)
    come_in(client, "anna")
    assert client.get("/sikkerhed/app/").status_code == 200
    clock_at(now + timedelta(minutes=11))
    asked = client.get("/sikkerhed/app/")
    assert asked.headers["Location"].startswith("/sikkerhed/bekraeft/")
    wrong = client.post("/sikkerhed/bekraeft/", {"password": "forkert", "next": "/sikkerhed/app/"})
    assert wrong.status_code == 422
    right = client.post("/sikkerhed/bekraeft/", {"password": PASSWORD, "next": "/sikkerhed/app/"})
    assert right.headers["Location"] == "/sikkerhed/app/"
    assert client.get("/sikkerhed/app/").status_code == 200


def test_the_picture_of_the_key_is_served_and_kept_by_nobody(world: World, client: Client) -> None:
    assert client.get("/sikkerhed/app/billede.svg").headers["Location"] == "/log-ind/"
    give_password("anna")
    send_password(client, "anna")
    picture = client.get("/sikkerhed/app/billede.svg")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert picture.headers["Cache-Control"] == "no-store"
    assert b"<script" not in picture.content


def test_a_new_password_logs_out_elsewhere(
    world: World, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    come_in(client, "anna")
    other = Client()
    send_password(other, "anna")
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/sikkerhed/adgangskode/", {"password": NEW_PASSWORD, "again": NEW_PASSWORD})
    assert answer.headers["Location"] == "/mig/"
    assert is_in(client)
    assert send_password(Client(), "anna").status_code == 422
    assert send_password(Client(), "anna", NEW_PASSWORD).status_code == 302
    assert "ændret" in mail.outbox[-1].subject


@pytest.mark.parametrize(
    ("password", "again"), [("kort", "kort"), ("password1234", "password1234"), (NEW_PASSWORD, "noget andet")]
)
def test_a_bad_password_is_told_why(world: World, client: Client, password: str, again: str) -> None:
    come_in(client, "anna")
    assert client.post("/sikkerhed/adgangskode/", {"password": password, "again": again}).status_code == 422
    assert send_password(Client(), "anna").status_code == 302


@pytest.fixture
def in_two_places(django_db_setup: None) -> Any:
    """Uffe gets a seat in Storerup too; asked for before `world`."""
    as_owner(
        "insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, registered_from)"
        " select 'twoplaces2', s.municipality_id, s.id, p.id, 'ordinary', samspil_today(), samspil_now()"
        " from organisation_seat s join organisation_municipality m on m.id = s.municipality_id and m.slug = 'storerup'"
        " join organisation_person p on p.work_email = 'uffe@lillerup.example'"
        " where s.slug = 'netvaerk-aaskolen.boligraadgiver'"
    )
    yield
    as_owner("delete from organisation_tenure where key = 'twoplaces2'")


def test_one_goes_over_to_another_municipality_and_sees_which_is_in_hand(
    in_two_places: None, world: World, client: Client
) -> None:
    give_password("uffe")
    send_password(client, "uffe")
    first = dict(client.session)
    assert "Skift til Storerup Kommune" in client.get("/mig/").content.decode()
    assert client.post("/mig/kommune/", {"municipality": "storerup"}).status_code == 302
    page = client.get("/mig/").content.decode()
    assert '<p class="municipality">Storerup Kommune</p>' in page
    assert client.post("/mig/kommune/", {"municipality": "nowhere"}).status_code == 404
    again = client.session
    again["municipality"] = first["municipality"]
    again.save()
    assert not is_in(client)  # the first visit has ended


def test_one_goes_back_again_and_stays_where_one_is(in_two_places: None, world: World, client: Client) -> None:
    give_password("uffe")
    send_password(client, "uffe")
    for slug, name in (("lillerup", "Lillerup"), ("storerup", "Storerup"), ("lillerup", "Lillerup")):
        assert client.post("/mig/kommune/", {"municipality": slug}).status_code == 302
        assert f'<p class="municipality">{name} Kommune</p>' in client.get("/mig/").content.decode()


def test_nobody_goes_to_a_municipality_without_a_seat_there(world: World, client: Client) -> None:
    give_password("uffe")
    send_password(client, "uffe")
    assert client.post("/mig/kommune/", {"municipality": "storerup"}).status_code == 404
    assert is_in(client)
