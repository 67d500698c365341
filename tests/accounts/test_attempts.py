"""Failed tries slow down the one account, from the one address; nobody else waits."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client

from samspil.lib import clock
from tests.accounts.hands import PASSWORD, come_in, give_password, is_in, send_password
from tests.conftest import World, as_owner
from tests.world.people import email_of


def fail(client: Any, key: str, times: int, **extra: Any) -> list[int]:
    sent = {"email": email_of(key), "password": "forkert adgangskode"}
    return [client.post("/log-ind/", sent, **extra).status_code for _ in range(times)]


def test_the_wait_grows_and_ends(world: World, client: Client, clock_at: Callable[[Any], None]) -> None:
    give_password("uffe")
    start = clock.now()
    clock_at(start)
    assert fail(client, "uffe", 3) == [422, 422, 422]
    answer = send_password(client, "uffe")
    assert answer.status_code == 429
    assert "Vent 2 sekunder" in answer.content.decode()
    clock_at(start + timedelta(seconds=3))
    assert fail(client, "uffe", 2) == [422, 429]
    assert "Vent 4 sekunder" in send_password(client, "uffe").content.decode()
    clock_at(start + timedelta(seconds=8))
    assert send_password(client, "uffe").status_code == 303
    assert is_in(client)


def test_a_thousand_behind_one_address_do_not_wait_for_each_other(world: World, client: Client) -> None:
    give_password("uffe")
    for key in ("anna", "bo", "mette", "dorthe"):
        assert fail(client, key, 4)[-1] == 429
    assert send_password(client, "uffe").status_code == 303


def test_an_unknown_mail_waits_like_a_known_one(world: World, client: Client) -> None:
    sent = {"email": "ingen@lillerup.example", "password": "x"}
    assert [client.post("/log-ind/", sent).status_code for _ in range(4)] == [422, 422, 422, 429]


def test_tries_from_everywhere_slow_a_stranger_but_not_the_owners_own_address(world: World, client: Client) -> None:
    give_password("uffe")
    assert send_password(client, "uffe").status_code == 303
    for number in range(10):
        fail(client, "uffe", 1, REMOTE_ADDR=f"192.0.2.{number}")
    assert fail(client, "uffe", 1, REMOTE_ADDR="192.0.2.99") == [429]
    assert send_password(Client(), "uffe").status_code == 303


def test_codes_are_slowed_down_too(world: World, client: Client) -> None:
    come_in(client, "anna")
    client.post("/log-ud/")
    send_password(client, "anna")
    answers = [client.post("/log-ind/kode/", {"code": "000000"}).status_code for _ in range(4)]
    assert answers == [422, 422, 422, 429]
    assert send_password(Client(), "anna").status_code == 302


def test_what_was_typed_is_not_kept(world: World, client: Client) -> None:
    give_password("uffe")
    fail(client, "uffe", 1)
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege('accounts_attempt', 'select')")
        assert cursor.fetchone() == (False,)
    asked = "select column_name::text from information_schema.columns where table_name = 'accounts_attempt'"
    columns = {name for (name,) in as_owner(asked)}
    assert columns == {"id", "subject", "address", "kind", "at", "passed"}
    assert PASSWORD not in str(as_owner("select subject, address, kind from accounts_attempt"))
