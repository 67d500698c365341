"""Being somebody without a password: in the demo, and nowhere else."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from samspil.accounts import demo
from tests.accounts.hands import is_in
from tests.conftest import World, as_owner

ROOT = Path(__file__).resolve().parent.parent.parent
FUNCTION = "select count(*) from pg_proc where proname = 'demo_people'"


@pytest.fixture
def in_the_demo(django_db_setup: None, settings: Any, django_db_blocker: Any) -> Iterator[None]:
    """Install what the demo's migration installs; asked for before `world`."""
    settings.DEMO = True
    with django_db_blocker.unblock():
        demo.after_migrate("owner")
        yield
        settings.DEMO = False
        demo.after_migrate("owner")
        from django.db import connections

        connections["owner"].close()


def test_nobody_is_anybody_without_the_demo(world: World, client: Client, settings: Any) -> None:
    assert settings.DEMO is False
    assert as_owner(FUNCTION) == [(0,)]
    assert "Vælg, hvem du vil være" not in client.get("/log-ind/").content.decode()
    person = as_owner("select key from organisation_person where id = %s", [world.people["anna"]])[0][0]
    answer = client.post("/log-ind/som/", {"person": person, "municipality": str(world.lillerup)})
    assert answer.status_code == 404
    assert not is_in(client)


def test_those_whom_the_readme_names_stand_first_and_are_never_folded_away(
    in_the_demo: None, world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "story", lambda: ("Nanna Kofoed", "Uffe Engel"))
    page = client.get("/log-ind/").content.decode()
    unfolded = page.split("<details>", 1)[0]
    names = [name for name in ("Nanna Kofoed", "Uffe Engel", "Anna Holm") if name in unfolded]
    assert sorted(names, key=unfolded.index) == ["Nanna Kofoed", "Uffe Engel", "Anna Holm"]


def test_the_story_is_told_by_the_people_of_the_demo_and_the_readme() -> None:
    people = tomllib.loads((ROOT / "samspil" / "config" / "demo_people.toml").read_text())
    story = {one["name"] for found in people.values() for one in found.values() if "does" in one}
    named = set(re.findall(r"\*([A-ZÆØÅ]\w+ [A-ZÆØÅ]\w+)\*", (ROOT / "README.md").read_text()))
    assert named
    assert named <= story


def test_in_the_demo_one_chooses_who_one_is(in_the_demo: None, world: World, client: Client) -> None:
    page = client.get("/log-ind/").content.decode()
    assert "Vælg, hvem du vil være" in page
    assert "Anna Holm" in page
    assert "Vera Andetsteds" in page
    assert "Erik Forhen" not in page
    person = as_owner("select key from organisation_person where id = %s", [world.people["anna"]])[0][0]
    wrong = client.post("/log-ind/som/", {"person": person, "municipality": str(world.storerup)})
    assert wrong.status_code == 404
    answer = client.post("/log-ind/som/", {"person": person, "municipality": str(world.lillerup), "next": "/mig/"})
    assert answer.headers["Location"] == "/mig/"
    assert is_in(client)
    assert "Anna Holm" in client.get("/mig/").content.decode()
    assert "/sikkerhed/" not in client.get("/mig/").content.decode()


@pytest.fixture
def anna_locked(world: World) -> Iterator[None]:
    change = (
        "update accounts_account set is_active = %s where id ="
        " (select account_id from organisation_person where id = %s) returning id"
    )
    as_owner(change, [False, world.people["anna"]])
    yield
    as_owner(change, [True, world.people["anna"]])


def test_a_locked_account_is_nobody_one_can_be(
    in_the_demo: None, anna_locked: None, world: World, client: Client
) -> None:
    person = as_owner("select key from organisation_person where id = %s", [world.people["anna"]])[0][0]
    page = client.get("/log-ind/").content.decode()
    assert "Anna Holm" not in page
    assert "Bo Lauritsen" in page
    assert client.post("/log-ind/som/", {"person": person, "municipality": str(world.lillerup)}).status_code == 404
    assert not is_in(client)


def test_the_list_names_nobodys_account(in_the_demo: None, world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select * from demo_people()")
        columns = [column.name for column in cursor.description or ()]
    assert columns == ["person_id", "key", "name", "title", "place", "municipality_id", "municipality", "capabilities"]
