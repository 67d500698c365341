from typing import Any

import pytest
from django.test import Client

from samspil.accounts.factors import factors_of
from tests.accounts.hands import account_of, come_in, give_password, has_factor, is_in, send_password
from tests.accounts.soft_key import SoftKey
from tests.conftest import World


@pytest.fixture
def here() -> Client:
    return Client(headers={"host": "localhost"})


def make(client: Any, key: SoftKey) -> Any:
    options = client.get("/sikkerhed/noegle/valg/").json()
    return client.post("/sikkerhed/noegle/", {"name": "Min telefon", "credential": key.make(options)})


def show(client: Any, key: SoftKey, address: str) -> Any:
    return client.post(address, {"credential": key.show(client.get(address).json()), "next": "/mig/"})


def test_a_passkey_is_set_up_at_the_first_login_and_then_lets_in_alone(world: World, here: Client) -> None:
    give_password("anna")
    send_password(here, "anna")
    key = SoftKey()
    assert make(here, key).headers["Location"] == "/sikkerhed/koder/"
    assert here.post("/sikkerhed/koder/").status_code == 303
    assert is_in(here)
    assert "Min telefon" in here.get("/mig/").content.decode()

    other = Client(headers={"host": "localhost"})
    assert show(other, key, "/log-ind/noegle/").headers["Location"] == "/mig/"
    assert is_in(other)


def test_a_passkey_is_a_second_factor_after_the_password(world: World, here: Client) -> None:
    give_password("anna")
    send_password(here, "anna")
    key = SoftKey()
    make(here, key)
    here.post("/sikkerhed/koder/")
    here.post("/log-ud/")
    assert send_password(here, "anna").headers["Location"] == "/log-ind/kode/"
    stranger = SoftKey(owner=key.owner)
    assert show(here, stranger, "/log-ind/kode/noegle/").status_code == 422
    assert not is_in(here)
    assert show(here, key, "/log-ind/kode/noegle/").status_code == 303
    assert is_in(here)


def test_a_key_that_does_not_know_its_owner_is_not_enough(world: World, here: Client) -> None:
    give_password("anna")
    send_password(here, "anna")
    assert make(here, SoftKey(verifies=False)).status_code == 422
    assert not has_factor("anna")


@pytest.mark.parametrize(
    "answer", ["", "{}", "[]", "null", "ikke json", '{"response": {"userHandle": 7}}', '{"response": null}']
)
def test_what_is_no_passkey_lets_nobody_in(world: World, here: Client, answer: str) -> None:
    here.get("/log-ind/noegle/")
    assert here.post("/log-ind/noegle/", {"credential": answer}).status_code == 422
    assert not is_in(here)


def test_an_answer_serves_its_own_challenge_only(world: World, here: Client) -> None:
    give_password("anna")
    send_password(here, "anna")
    key = SoftKey()
    make(here, key)
    here.post("/sikkerhed/koder/")
    other = Client(headers={"host": "localhost"})
    old = key.show(other.get("/log-ind/noegle/").json())
    other.get("/log-ind/noegle/")
    assert other.post("/log-ind/noegle/", {"credential": old}).status_code == 422


def test_a_passkey_can_be_taken_away_by_its_owner_alone(world: World, here: Client) -> None:
    give_password("anna")
    send_password(here, "anna")
    make(here, SoftKey())
    here.post("/sikkerhed/koder/")
    number = next(factor.number for factor in factors_of(account_of("anna").pk) if factor.kind == "webauthn")
    stranger = Client()
    come_in(stranger, "bo")
    assert stranger.post(f"/sikkerhed/fjernelse/{number}/").status_code == 404
    assert has_factor("anna")
    assert here.post(f"/sikkerhed/fjernelse/{number}/").status_code == 302
    assert not has_factor("anna")
