import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client

from samspil.accounts import entering, factors
from samspil.accounts.credentials import NEW, changing
from samspil.accounts.models import Account
from samspil.lib import clock
from tests.accounts.hands import PASSWORD, account_of, code_of, come_in, give_password, is_in, send_password, set_up_app
from tests.conftest import World, as_owner
from tests.world.people import email_of


def test_a_person_of_named_circles_is_in_only_after_setting_a_factor_up(world: World, client: Client) -> None:
    give_password("anna")
    answer = send_password(client, "anna", next="/konti/")
    assert answer.headers["Location"] == "/sikkerhed/"
    assert not is_in(client)
    assert "Mere end en adgangskode" in client.get("/sikkerhed/").content.decode()

    secret, codes = set_up_app(client)
    assert len(codes) == 10
    assert not is_in(client)
    answer = client.post("/sikkerhed/koder/")
    assert answer.headers["Location"] == "/konti/"
    assert is_in(client)
    assert factors.has_factor(account_of("anna").pk)
    assert secret not in str(Authenticator.objects.get(user=account_of("anna"), type="totp").data)


def test_the_next_login_asks_for_the_code_and_takes_each_once(world: World, client: Client) -> None:
    secret, _ = come_in(client, "anna")
    used = code_of(secret)
    client.post("/log-ud/")
    assert send_password(client, "anna").headers["Location"] == "/log-ind/kode/"
    assert not is_in(client)
    assert client.get("/sikkerhed/app/").headers["Location"] == "/log-ind/kode/"  # no new factor without the old one

    again = client.post("/log-ind/kode/", {"code": used})
    assert again.status_code == 422
    assert "Koden passede ikke" in again.content.decode()
    assert not is_in(client)
    assert client.post("/log-ind/kode/", {"code": code_of(secret, 1)}).status_code == 303
    assert is_in(client)


def test_a_code_on_paper_works_once(world: World, client: Client) -> None:
    _, codes = come_in(client, "anna")
    for expected in (303, 422):
        client.post("/log-ud/")
        send_password(client, "anna")
        assert client.post("/log-ind/kode/", {"code": codes[0]}).status_code == expected


def test_whoever_reads_only_open_circles_needs_no_second_factor(world: World, client: Client) -> None:
    give_password("uffe")
    assert not entering.needs_second_factor(account_of("uffe"))
    assert send_password(client, "uffe").headers["Location"] == "/"
    assert is_in(client)


@pytest.mark.parametrize(
    ("key", "needed"),
    [
        ("anna", True),
        ("mette", True),
        ("bo", True),
        ("admin", True),
        ("future", False),
        ("uffe", False),
        ("lone", False),
        ("ended", False),
    ],
)
def test_who_needs_a_second_factor_is_decided_by_seats(world: World, key: str, needed: object) -> None:
    assert entering.needs_second_factor(account_of(key)) is needed


def test_on_the_eve_of_a_seat_the_second_factor_is_needed(world: World, clock_at: Any) -> None:
    clock_at(clock.now() + timedelta(days=1))
    assert entering.needs_second_factor(account_of("future"))


def test_a_municipality_may_make_the_second_factor_optional(world: World, client: Client) -> None:
    give_password("anna")
    change = "update organisation_municipality set settings = settings || %s::jsonb where slug = 'lillerup'"
    as_owner(change, ['{"second_factor": "optional"}'])
    try:
        assert send_password(client, "anna").headers["Location"] == "/"
    finally:
        as_owner(change, ['{"second_factor": "required"}'])
    assert send_password(Client(), "anna").headers["Location"] == "/sikkerhed/"


def test_wrong_password_and_unknown_mail_get_the_same_answer(world: World, client: Client) -> None:
    give_password("anna")
    wrong = send_password(client, "anna", "noget helt andet")
    unknown = client.post("/log-ind/", {"email": "ingen@lillerup.example", "password": "noget helt andet"})
    assert wrong.status_code == unknown.status_code == 422
    assert "passer ikke sammen" in wrong.content.decode()
    assert _without_mail(wrong, email_of("anna")) == _without_mail(unknown, "ingen@lillerup.example")


def test_a_password_is_tried_against_argon_also_where_there_is_no_account(world: World, monkeypatch: Any) -> None:
    tried: list[str] = []
    monkeypatch.setattr(entering, "make_password", tried.append)
    assert entering.find_account("ingen@lillerup.example", PASSWORD) is None
    assert tried == [PASSWORD]
    assert account_of("anna").password.startswith("!")
    give_password("anna")
    assert account_of("anna").password.startswith("argon2")
    assert entering.find_account(email_of("anna").upper(), PASSWORD) == account_of("anna")


def test_the_key_of_the_login_changes_on_the_way_in(world: World, client: Client) -> None:
    give_password("uffe")
    client.get("/log-ind/noegle/")
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    send_password(client, "uffe")
    after = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert before != after
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = before
    assert not is_in(thief)


def test_logging_out_ends_the_visit_itself(world: World, client: Client) -> None:
    give_password("uffe")
    send_password(client, "uffe")
    kept = dict(client.session)
    key = client.session.session_key
    assert client.get("/log-ud/").status_code == 405
    assert client.post("/log-ud/").headers["Location"] == "/log-ind/"
    revived = client.session
    revived._session_key = key
    revived.update(kept)
    revived.save(must_create=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = str(key)
    assert not is_in(client)


def test_log_out_everywhere_ends_other_devices_too(world: World, client: Client) -> None:
    give_password("uffe")
    other = Client()
    send_password(client, "uffe")
    send_password(other, "uffe")
    assert is_in(client)
    assert is_in(other)
    client.post("/mig/log-ud-overalt/")
    assert not is_in(client)
    assert not is_in(other)


def test_a_person_without_a_seat_gets_in_and_sees_why_there_is_nothing(world: World, client: Client) -> None:
    give_password("ended")
    send_password(client, "ended")
    assert "Du har ingen plads i SSP lige nu" in client.get("/mig/").content.decode()
    assert client.get("/konti/").status_code == 404


def test_an_account_of_nobody_gets_no_visit(world: World, client: Client) -> None:
    with changing(NEW):
        account = Account.objects.create(email="nobody@lillerup.example", password="!")
    entering.set_password(account, PASSWORD)
    answer = client.post("/log-ind/", {"email": account.email, "password": PASSWORD})
    assert "hører ikke til nogen fagperson" in answer.content.decode()
    assert not is_in(client)


def test_where_to_after_login_stays_in_this_house(world: World, client: Client) -> None:
    give_password("uffe")
    for wanted in ("https://elsewhere.example/", "//elsewhere.example/", "/log-ud/"):
        assert send_password(client, "uffe", next=wanted).headers["Location"] == "/"
    assert send_password(client, "uffe", next="/mig/?a=1").headers["Location"] == "/mig/?a=1"


def _without_mail(answer: Any, email: str) -> str:
    text = answer.content.decode().replace(email, "")
    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", text)
