"""Look-ups drawn by lot, answered by the leader of whoever looked or by the officer."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from samspil.desk.jobs import draw_spot_checks
from samspil.lib import clock
from tests.cases.conftest import CANARY
from tests.conftest import as_owner
from tests.post.conftest import worker_login

__all__ = ["worker_login"]

KEY = "k" * 30


def next_month() -> datetime:
    first = (clock.today().replace(day=1) + timedelta(days=32)).replace(day=2)
    return datetime(first.year, first.month, first.day, 12, tzinfo=clock.COPENHAGEN)


@pytest.fixture
def all_drawn(django_db_setup: None) -> Iterator[None]:
    """So many that every look-up of the test is among them."""
    name, there = "'{log_watch,checks_a_month}'", "settings = jsonb_set(settings"
    as_owner(f"update organisation_municipality set {there}, {name}, '100')")
    yield
    as_owner(f"update organisation_municipality set {there}, {name}, '10')")


@pytest.fixture
def looks(worker_login: None, filled: None, acting: Any, client_of: Any) -> Callable[..., None]:
    """So many looks at the case by each of these."""
    from samspil.cases.models import Case

    with acting("anna"):
        key = Case.objects.latest("pk").key

    def look(*who: str, times: int = 1) -> None:
        for one in who:
            client = client_of(one)
            for _ in range(times):
                assert client.get(f"/sager/{key}/").status_code == 200

    return look


def drawn() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from spot_checks('', 1000)")
        return int(cursor.fetchone()[0])


def text_of(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def checks_on(text: str, name: str) -> list[str]:
    return re.findall(rf'<a href="(/set/stikproever/[^"]+)">{name} ', text)


def test_ten_are_drawn_of_the_month_before_and_only_once(looks: Any, acting: Any, clock_at: Any) -> None:
    looks("bo", "dorthe", times=6)
    draw_spot_checks(0)
    with acting("officer"):
        assert drawn() == 0  # this month is not over
    clock_at(next_month())
    for _ in range(2):
        draw_spot_checks(0)
        with acting("officer"):
            assert drawn() == 10


def test_the_leader_answers_for_the_own_people_and_the_officer_for_all(
    all_drawn: None, looks: Any, clock_at: Any, client_of: Any
) -> None:
    looks("mette", "jens", "bo")
    clock_at(next_month())
    draw_spot_checks(0)
    leader, officer = text_of(client_of("jens"), "/set/"), text_of(client_of("officer"), "/log/")
    assert checks_on(leader, "Mette Rahbek")
    assert not checks_on(leader, "Jens Ulrik Bang")
    assert not checks_on(leader, "Bo Lauritsen")
    assert checks_on(officer, "Jens Ulrik Bang")
    assert checks_on(officer, "Bo Lauritsen")
    assert CANARY not in leader + officer
    place = checks_on(leader, "Mette Rahbek")[0]
    for other in ("mette", "bo", "anna", "admin", "vera"):
        assert client_of(other).get(place).status_code == 404, other


def test_the_officers_front_page_leads_to_the_log_and_says_what_waits(
    all_drawn: None, looks: Any, clock_at: Any, client_of: Any
) -> None:
    home = text_of(client_of("officer"), "/")
    assert "Ingen stikprøver venter" in home
    assert 'href="/log/moenstre/"' in home
    assert "Svar på " not in home
    looks("bo")
    clock_at(next_month())
    draw_spot_checks(0)
    home = text_of(client_of("officer"), "/")
    assert re.search(r'<a href="/log/#stikproever">Svar på (1 stikprøve|\d+ stikprøver)</a>', home)
    assert 'href="/log/moenstre/"' in home
    for other in ("anna", "jens", "admin"):
        assert "/log/" not in text_of(client_of(other), "/"), other


def test_an_answer_is_said_once_with_words_and_stands(
    all_drawn: None, looks: Any, clock_at: Any, client_of: Any
) -> None:
    looks("mette")
    clock_at(next_month())
    draw_spot_checks(0)
    jens, officer = client_of("jens"), client_of("officer")
    place = checks_on(text_of(jens, "/set/"), "Mette Rahbek")[0]
    page = text_of(jens, place)
    assert re.search("Mette Rahbek så (en sag|et punkt) ", page)
    assert "Rummet hedder" not in page
    assert "Rummet hedder" in text_of(officer, place)
    assert jens.post(place, {"form_key": KEY, "work": "yes", "text": ""}).status_code == 422
    assert client_of("anna").post(place, {"form_key": KEY, "work": "yes", "text": "x"}).status_code == 404
    assert jens.post(place, {"form_key": KEY, "work": "yes", "text": "Hun er kontaktlærer."}).status_code == 303
    again = officer.post(place, {"form_key": "o" * 30, "work": "no", "text": "Nej."})
    assert again.status_code == 422
    assert "har allerede svaret" in again.content.decode()
    text = text_of(officer, place)
    assert "Hun er kontaktlærer." in text
    assert "Jens Ulrik Bang" in text
