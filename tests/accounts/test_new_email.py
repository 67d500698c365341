"""Another address to log in with: asked for with the second factor, proved by the new mailbox, told to the old one."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client, TestCase

from samspil.accounts import factors, new_email
from samspil.accounts.models import Account
from samspil.lib import clock
from tests.accounts.hands import PASSWORD, account_of, come_in, is_in
from tests.conftest import World
from tests.world.people import email_of

NEW = "anna.holm@lillerup.example"
ADDRESS = "/sikkerhed/mail/"


@pytest.fixture
def anna(world: World, client: Client) -> tuple[Client, list[str]]:
    """Anna inside, and her codes on paper."""
    _, codes = come_in(client, "anna")
    return client, codes


def link_in(sent: Any) -> str:
    found = re.search(r"https?://[^/]+(/sikkerhed/mail/\S+/)", sent.body)
    assert found
    return found.group(1)


def asked(anna: tuple[Client, list[str]], number: int = 0, email: str = NEW) -> Any:
    client, codes = anna
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(ADDRESS, {"email": email, "code": codes[number]})


def logs_in_with(email: str) -> bool:
    answer = Client().post("/log-ind/", {"email": email, "password": PASSWORD})
    return bool(answer.status_code == 302)


def test_the_new_address_counts_when_its_link_is_opened_and_the_old_one_is_told(
    anna: tuple[Client, list[str]], django_capture_on_commit_callbacks: Any
) -> None:
    assert asked(anna).status_code == 200
    (sent,) = mail.outbox
    assert sent.to == [NEW]
    link = link_in(sent)
    for hidden in ("Anna", "anna", email_of("anna")):
        assert hidden not in f"{sent.subject} {link}"
    assert anna[0].get(link).status_code == 200
    assert account_of("anna").email == email_of("anna"), "looking changes nothing"
    with django_capture_on_commit_callbacks(execute=True):
        assert Client().post(link).headers["Location"] == "/log-ind/"
    assert mail.outbox[-1].to == [email_of("anna")]
    assert "ændret" in mail.outbox[-1].subject
    assert logs_in_with(NEW)
    assert not logs_in_with(email_of("anna"))
    assert is_in(anna[0])
    assert anna[0].post(link).status_code == 404, "once"


def test_without_the_second_factor_nothing_is_sent(anna: tuple[Client, list[str]]) -> None:
    client, codes = anna
    for code in ("", "123456"):
        assert client.post(ADDRESS, {"email": NEW, "code": code}).status_code == 422
    assert client.post(ADDRESS, {"email": "navn@", "code": codes[0]}).status_code == 422
    assert not mail.outbox
    assert asked(anna).status_code == 200
    assert len(mail.outbox) == 1


def test_who_has_no_second_factor_sets_one_up_first(anna: tuple[Client, list[str]]) -> None:
    client, codes = anna
    for factor in factors.factors_of(account_of("anna").pk):
        client.post(f"/sikkerhed/fjernelse/{factor.number}/")
    mail.outbox.clear()
    text = client.get(ADDRESS).content.decode()
    assert "Lav først en adgangsnøgle eller en app" in text
    client.post(ADDRESS, {"email": NEW, "code": codes[0]})
    assert not mail.outbox


@pytest.mark.parametrize(("who", "words"), [("bo", "hører allerede til en konto"), ("anna", "den adresse, du har")])
def test_an_address_that_is_in_use_is_refused(anna: tuple[Client, list[str]], who: str, words: str) -> None:
    answer = asked(anna, email=email_of(who).upper())
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not mail.outbox


def test_the_link_holds_a_day_and_only_while_the_address_is_free_and_the_old_one_counts(
    anna: tuple[Client, list[str]], clock_at: Callable[[Any], None]
) -> None:
    now = clock.now()
    clock_at(now)
    asked(anna)
    asked(anna, 1, "anna.h@lillerup.example")
    first, second = (link_in(one) for one in mail.outbox)
    assert Client().get(first + "x/").status_code == 404
    assert Client().get(first[:-3] + "/").status_code == 404
    clock_at(now + timedelta(hours=23))
    assert Client().get(first).status_code == 200
    clock_at(now + timedelta(hours=25))
    assert Client().get(first).status_code == 404
    clock_at(now)
    assert Client().post(second).status_code == 302
    assert Client().get(first).status_code == 404, "the address it was to replace is gone"
    assert Account.objects.filter(email="anna.h@lillerup.example").exists()


def test_nobody_outside_asks(world: World, client: Client) -> None:
    assert client.get(ADDRESS).headers["Location"] == "/log-ind/"
    assert client.post(ADDRESS, {"email": NEW, "code": "123456"}).headers["Location"] == "/log-ind/"
    assert not mail.outbox


def test_an_address_that_another_took_meanwhile_is_an_old_link_and_changes_nothing(world: World) -> None:
    wish = new_email.Wish(account_of("anna").pk, email_of("anna"), email_of("bo"), clock.now().timestamp() + 60)
    assert new_email.fulfil(wish) is False
    assert account_of("anna").email == email_of("anna")
    free = replace(wish, new=NEW)
    assert new_email.fulfil(free) is True
    assert new_email.fulfil(free) is False, "once"


def test_no_transaction_waits_for_the_mail_and_the_page_says_what_to_do_when_none_comes(
    anna: tuple[Client, list[str]],
) -> None:
    client, codes = anna
    answer = client.post(ADDRESS, {"email": NEW, "code": codes[0]})
    assert answer.status_code == 200
    assert "Kommer der ingen mail" in answer.content.decode()
    assert mail.outbox == [], "it leaves after the commit"
    hook: Any = connection.run_on_commit[-1]
    assert hook[2] is True, "a mail server that is away is told to the log"


def test_nobody_inside_is_asked_to_log_in(anna: tuple[Client, list[str]]) -> None:
    link = 'href="/log-ind/">Log ind</a>'
    assert link not in anna[0].get(ADDRESS).content.decode()
    assert link in Client().get("/kommuner/").content.decode()
