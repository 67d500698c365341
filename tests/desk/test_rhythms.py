"""Rhythm and vacant seats: for whoever convenes a body, and for whoever looks after the whole municipality."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from samspil.lib import clock
from samspil.lib.danish_dates import long_day
from tests.conftest import logged_in
from tests.meetings.matters import lay_meeting

NETWORK, OTHER = "SSP-netværk Åskolen", "SSP-netværk Skovskolen"
PAGE = "/organisation/rytme/"


def _text(world: Any, who: str, asked: str = "") -> str:
    answer = logged_in(world, who).get(PAGE + asked)
    assert answer.status_code == 200
    return str(answer.content.decode())


def _line(world: Any, who: str) -> str:
    """What stands between the network's name and the next heading."""
    return _text(world, who).split(f"{NETWORK}</h2>")[1].split("<h2")[0]


@pytest.mark.parametrize(("who", "told"), [("leader", {NETWORK, OTHER}), ("anna", {NETWORK}), ("olga", {OTHER})])
def test_one_is_told_of_the_bodies_one_answers_for(world: Any, who: str, told: set[str]) -> None:
    text = _text(world, who)
    assert {name for name in (NETWORK, OTHER) if name in text} == told
    assert PAGE in logged_in(world, who).get("/organisation/").content.decode()
    assert ("kommunens organer" in text, "/moeder/skoleaar/" in text) == (who == "leader", who != "leader")


@pytest.mark.parametrize("who", ["bo", "nanna", "lone", "officer", "ended"])
def test_whoever_answers_for_none_finds_no_page(world: Any, who: str) -> None:
    client = logged_in(world, who)
    assert client.get(PAGE).status_code == 404
    assert PAGE not in client.get("/organisation/").content.decode()


def test_a_leader_reads_days_and_nothing_of_the_meeting_itself(world: Any, acting: Any) -> None:
    with acting("anna") as anna:
        meeting = lay_meeting(anna)
    with acting("leader"), connection.cursor() as cursor:
        cursor.execute("select * from meetings_of_bodies(%s, %s)", [meeting.starts_at, meeting.ends_at])
        rows = [row for row in cursor.fetchall() if row[1]]
        cursor.execute("select count(*) from meetings_meeting")
        assert cursor.fetchone() == (0,)
    assert rows == [(meeting.body_id, clock.in_copenhagen(meeting.starts_at).date(), "planned")]


def test_another_municipality_s_meetings_are_not_counted(world: Any, acting: Any) -> None:
    with acting("anna") as anna:
        meeting = lay_meeting(anna)
    with acting("vera"), connection.cursor() as cursor:
        cursor.execute("select * from meetings_of_bodies(%s, %s)", [meeting.starts_at, meeting.ends_at])
        assert all(day is None for _body, day, _met in cursor.fetchall())


def test_an_empty_seat_says_since_when_and_who_appoints(world: Any) -> None:
    text = _text(world, "leader")
    assert "Har ikke været besat. Udpeges af politiet" in text
    yesterday = long_day(clock.today() - timedelta(days=1)).rsplit(" ", 1)[0]
    assert f"Ledig siden {yesterday}" in " ".join(re.sub("<[^>]*>", "", text).split())


def test_a_meeting_of_the_next_school_year_counts_in_summer(world: Any, acting: Any, clock_at: Any) -> None:
    clock_at(datetime(clock.today().year + 1, 7, 8, 10, tzinfo=clock.COPENHAGEN))
    assert "Der mangler et møde inden" in _line(world, "anna")
    with acting("anna") as anna:
        lay_meeting(anna, days=33)
    assert "Der mangler" not in _line(world, "anna")


def test_only_the_year_one_stands_in_asks_for_something(world: Any, clock_at: Any) -> None:
    clock_at(datetime(clock.today().year + 1, 11, 20, 10, tzinfo=clock.COPENHAGEN))
    this = clock.today().year
    assert "Der mangler et møde inden" in _text(world, "leader", "?aar=vrøvl")
    text = _text(world, "leader", f"?aar={this - 1}")
    assert f"Skoleåret {this - 1}/" in text
    assert "Der mangler" not in text
    assert "Ledig siden" not in text
