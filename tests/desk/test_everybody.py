"""Pages that everybody has: whom to ask, the guide, the organisation, more."""

import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders

from tests.cases.test_pages import MOST, asked

PATHS = ("/hvem-kan-jeg-spoerge/", "/sadan-goer-du/", "/organisation/", "/mere/", "/loefter/")


@pytest.mark.parametrize("path", PATHS)
def test_everybody_gets_in_for_a_fair_price_and_nobody_without_login(world: Any, client_of: Any, path: Any) -> None:
    from django.test import Client

    for key in ("anna", "nanna", "uffe", "admin"):
        client = client_of(key)
        client.get(path)
        found = asked(client, path)
        assert len(found) <= MOST, "\n".join(found)
    assert Client().get(path)["Location"].startswith("/log-ind/")


def test_the_contact_is_found_from_ones_workplace(world: Any, client_of: Any) -> None:
    assert "Mette Rahbek" in client_of("nanna").get("/hvem-kan-jeg-spoerge/").content.decode()
    text = client_of("karl").get("/hvem-kan-jeg-spoerge/").content.decode()
    assert "Mette Rahbek" not in text
    assert "SSP-teamet" in text


def test_the_organisation_shows_holders_and_vacancies_of_ones_own_municipality(world: Any, client_of: Any) -> None:
    text = client_of("nanna").get("/organisation/").content.decode()
    assert "Bo Lauritsen" in text
    assert "ubesatte" in text
    assert "Vera Andetsteds" not in text


def test_the_organisation_tells_ties_rhythm_and_who_does_what(world: Any, client_of: Any) -> None:
    text = " ".join(client_of("nanna").get("/organisation/").content.decode().split())
    assert "Får beslutninger fra SSP-udvalget." in text
    assert "Beslutter for " in text
    assert "Indkalder, leder mødet og skriver referat: SSP-konsulent (forslag)." in text
    assert "Mødes anden tirsdag i måneden, ikke i juli (forslag)." in text
    assert "socialrådgiver, Familieafdelingen" in text


def test_of_two_alike_the_organisation_tells_once(world: Any, client_of: Any) -> None:
    text = " ".join(client_of("nanna").get("/organisation/").content.decode().split())
    assert text.count("anden tirsdag i måneden") == 1
    assert text.count("Opgave og møder som ") == 1


@pytest.mark.parametrize("key", ["nanna", "anna", "admin"])
def test_more_names_each_place_once_and_lets_one_log_out(world: Any, client_of: Any, key: Any) -> None:
    text = client_of(key).get("/mere/").content.decode()
    main = text[text.index("<main") : text.index("</main>")]
    assert main.count("Hvem kan jeg spørge?") == 1
    assert 'action="/log-ud/"' in main


def test_the_handbook_is_read_in_the_program_with_its_pictures(world: Any, client_of: Any) -> None:
    client = client_of("nanna")
    assert 'href="/haandbog/"' in client.get("/mere/").content.decode()
    first = client.get("/haandbog/").content.decode()
    for name in re.findall(r'href="/haandbog/([a-z]+)/"', first):
        assert client.get(f"/haandbog/{name}/").status_code == 200
    teacher = client.get("/haandbog/laerer/").content.decode()
    assert "<h1>Når du er bekymret</h1>" in teacher
    assert "<strong>Jeg er bekymret</strong>" in teacher
    pictures = re.findall(r'<img src="/static/handbook/([^".]+)[^"]*\.png"', teacher)
    assert "bekymret-1-390" in pictures
    assert [name for name in pictures if not finders.find(f"handbook/{name}.png")] == []
    assert client.get("/haandbog/hemmeligt/").status_code == 404
    client.logout()
    assert client.get("/haandbog/").status_code == 302
