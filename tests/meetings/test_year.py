"""A school year's meetings are proposed from the body's rhythm, changed, and laid in one act."""

from datetime import date, datetime, time
from typing import Any

import pytest

from samspil.lib import clock
from samspil.lib.working_days import SchoolYear
from samspil.meetings.models import Meeting
from samspil.meetings.queries.year import proposal
from samspil.organisation.models import Body
from tests.meetings.matters import form_data

BREAK = {"school_holidays": [{"name": "Vinterferie", "from": "2036-02-11", "to": "2036-02-17"}]}


@pytest.fixture
def autumn(clock_at: Any) -> None:
    clock_at(datetime(2035, 11, 26, 9, tzinfo=clock.COPENHAGEN))


def body_of(world: Any) -> Body:
    return Body.objects.get(slug="netvaerk-aaskolen", municipality_id=world.lillerup)


def test_the_rhythm_proposes_the_days_without_the_days_off(world: Any, autumn: None, acting: Any) -> None:
    with acting("anna"):
        found = proposal(body_of(world), SchoolYear(2035), BREAK)
    assert [(day.month, day.day) for day in found.days] == [(12, 11), (1, 8), (3, 11), (4, 8), (5, 13), (6, 10)]
    assert date(2036, 2, 12) not in found.days
    assert [reason for _, reason in found.skipped] == ["Vinterferie"]
    assert all(day.weekday() == 1 and day > clock.today() for day in found.days)
    assert (found.starts, found.ends) == (time(13), time(14, 30))


def test_one_act_lays_the_chosen_days_and_calls_nobody(world: Any, autumn: None, acting: Any, client_of: Any) -> None:
    anna = client_of("anna")
    with acting("anna"):
        organ = body_of(world).key
    page = anna.get(f"/moeder/skoleaar/?organ={organ}")
    assert page.status_code == 200
    assert page.content.decode().count('name="day_') > 3
    fields = {"starts": "13", "ends": "14.30", "place": "lokale 2.14"}
    none = anna.post(f"/moeder/skoleaar/?organ={organ}", form_data(**fields, day_0="8/12"))
    assert none.status_code == 422
    assert "mindst ét møde" in none.content.decode()
    days = {"keep_0": "on", "day_0": "12/12", "day_1": "9/1", "keep_2": "on", "day_2": "12/3"}
    sent = form_data(**fields, **days)
    assert anna.post(f"/moeder/skoleaar/?organ={organ}", sent).status_code == 303
    assert anna.post(f"/moeder/skoleaar/?organ={organ}", sent).status_code == 303
    with acting("anna"):
        laid = [clock.in_copenhagen(one.starts_at) for one in Meeting.objects.order_by("starts_at")]
        assert [(one.day, one.month, one.hour) for one in laid] == [(12, 12, 13), (12, 3, 13)]
        assert date(2035, 12, 12) not in proposal(body_of(world), SchoolYear(2035), BREAK).days


def test_a_year_is_laid_by_those_who_convene(world: Any, autumn: None, client_of: Any) -> None:
    assert client_of("bo").get("/moeder/skoleaar/").status_code == 404
    assert "Planlæg skoleåret" not in client_of("bo").get("/moeder/").content.decode()
    assert "Planlæg skoleåret" in client_of("anna").get("/moeder/").content.decode()
