"""`samspil start`: one link, for the first administrator alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from samspil.accounts import links, start
from tests.accounts.hands import set_up_app
from tests.conftest import World, as_owner

NEW_PASSWORD = "otte oranges oliven"


def tidy() -> None:
    as_owner("delete from accounts_link where purpose = 'start'")
    first = "select id from organisation_person where work_email = 'first@storerup.example'"
    as_owner(f"delete from organisation_tenure where person_id in ({first})")
    as_owner(f"delete from organisation_person where id in ({first})")


@pytest.fixture
def afterwards_tidy(django_db_setup: None) -> Iterator[None]:
    """Asked for before `world`, so that it tidies after the test's own transaction."""
    yield
    tidy()


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_first_administrator_comes_in_by_one_link(world: World, capsys: Any) -> None:
    start.start(["storerup", "--name", "Frida Først", "--mail", "First@storerup.example"])
    address = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("http"))
    assert address.split("/velkommen/")[1].strip("/")


def test_a_municipality_with_an_administrator_is_not_started_again(world: World) -> None:
    asked = "select first_administrator(%s, 'Frida', 'frida', 'f@lillerup.example', 'd')"
    assert as_owner(asked, ["lillerup"]) == [("already started",)]
    assert as_owner(asked, ["nowhere"]) == [("unknown municipality",)]


def test_the_link_lets_in_and_the_page_of_accounts_opens(afterwards_tidy: None, world: World) -> None:
    token = links.new_token()
    asked = "select first_administrator('storerup', 'Frida Først', 'frida', 'First@storerup.example', %s)"
    assert as_owner(asked, [links.digest(token)]) == [("",)]
    browser = Client()
    answer = browser.post(f"/velkommen/{token}/", {"password": NEW_PASSWORD, "again": NEW_PASSWORD})
    assert answer.headers["Location"] == "/sikkerhed/"
    set_up_app(browser)
    browser.post("/sikkerhed/koder/")
    page = browser.get("/konti/").content.decode()
    assert "Vera Andetsteds" in page
    assert "Anna Holm" not in page


@pytest.mark.parametrize(
    "arguments", [[], ["storerup", "--name"], ["storerup", "--nope", "x"], ["storerup", "--name", "A", "--mail", "b"]]
)
def test_wrong_arguments_say_how(world: World, arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="samspil start KOMMUNE"):
        start.start(arguments)
