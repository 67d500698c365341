"""A school year's meetings are proposed from the body's rhythm, changed, and laid in one act."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from samspil.circles.queries import open_circle_of
from samspil.lib import clock
from samspil.lib.working_days import SchoolYear
from samspil.meetings.commands.planning import plan_meeting
from samspil.meetings.models import Meeting
from samspil.meetings.queries.year import Proposal, offer
from samspil.organisation.models import Body
from tests.conftest import as_owner
from tests.meetings.matters import form_data

HOUR = timedelta(hours=1)
BREAK = {"school_holidays": [{"name": "Vinterferie", "from": "2036-02-11", "to": "2036-02-17"}]}


@pytest.fixture
def autumn(clock_at: Any) -> None:
    clock_at(datetime(2035, 11, 26, 9, tzinfo=clock.COPENHAGEN))


def body_of(world: Any, slug: str = "netvaerk-aaskolen") -> Body:
    return Body.objects.get(slug=slug, municipality_id=world.lillerup)


def proposal(body: Body, year: SchoolYear, settings: Any) -> Proposal:
    return offer([body], year, settings).proposals[0]


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


def lay(acting: Any, who: str, body: str, day: date, hour: int = 13, *, world: Any) -> None:
    start = datetime.combine(day, time(hour), clock.COPENHAGEN)
    with acting(who) as actor:
        plan_meeting(actor, open_circle_of(body_of(world, body)), starts_at=start, ends_at=start + HOUR)


def test_an_open_day_moves_clear_of_the_same_people_s_meetings(world: Any, autumn: None, acting: Any) -> None:
    with acting("anna"):
        before = proposal(body_of(world, "ssp-udvalget"), SchoolYear(2035), BREAK).days
    lay(acting, "anna", "netvaerk-aaskolen", before[0], world=world)
    lay(acting, "olga", "netvaerk-skovskolen", before[1], world=world)
    with acting("anna"):
        after = proposal(body_of(world, "ssp-udvalget"), SchoolYear(2035), BREAK).days
    assert before[0] not in after, "Anna sits in both"
    assert after[1:] == before[1:], "nobody of hers sits in the other network"
    assert len(after) == len(before)


def test_a_day_of_the_rhythm_stays_and_says_who_is_called_elsewhere(world: Any, autumn: None, acting: Any) -> None:
    network, free = date(2036, 1, 8), date(2036, 3, 11)
    lay(acting, "anna", "ssp-udvalget", network, 10, world=world)
    with acting("anna"):
        body, council = body_of(world), body_of(world, "ssp-udvalget")
        told = offer([body], SchoolYear(2035), BREAK)
        assert network in told.proposals[0].days
        assert told.notes(body, network) == ["SSP-udvalget mødes kl. 10.00–11.00 (Anna Holm)."]
        assert told.notes(body, free) == []
        assert offer([council], SchoolYear(2035), BREAK).notes(council, free) == [
            "SSP-netværk Åskolen plejer at mødes den dag."
        ]


@pytest.fixture
def bo_in_both(world: Any) -> Iterator[None]:
    """The local police of the one network sits in the other too."""
    key = "bobegge001"
    as_owner(
        "insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, registered_from)"
        " select %s, s.municipality_id, s.id, %s, 'ordinary', samspil_today(), samspil_now() from organisation_seat s"
        " where s.slug = 'netvaerk-skovskolen.politibetjent' and s.municipality_id = %s",
        [key, world.people["bo"], world.lillerup],
    )
    yield
    as_owner("delete from organisation_tenure where key = %s", [key])


def test_of_a_body_one_does_not_read_the_hours_alone_are_told(
    world: Any, autumn: None, bo_in_both: None, acting: Any
) -> None:
    day = date(2036, 1, 8)
    lay(acting, "olga", "netvaerk-skovskolen", day, world=world)
    with acting("anna"):
        body = body_of(world)
        around = offer([body], SchoolYear(2035), BREAK)
        assert around.elsewhere.on(body, day) == ("Bo Lauritsen har et andet møde kl. 13.00–14.00.",)
    with acting("bo"):
        assert offer([body], SchoolYear(2035), BREAK).elsewhere.called == {}, "he convenes nothing"


def test_all_one_s_bodies_are_laid_at_once_and_nobody_is_called_to_two(
    world: Any, autumn: None, acting: Any, client_of: Any
) -> None:
    anna = client_of("anna")
    page = anna.get("/moeder/skoleaar/?organ=alle").content.decode()
    assert page.count("<fieldset><legend") > 1
    with acting("anna"):
        network, council = body_of(world).key, body_of(world, "ssp-udvalget").key
        laid = Meeting.objects.count()
    fields = {"starts": "13", "ends": "14.30", "keep_0": "on", "organ_0": network, "organ_1": council, "keep_1": "on"}
    both = form_data(**fields, day_0="8/1", day_1="8/1")
    told = anna.post("/moeder/skoleaar/?organ=alle", both)
    assert told.status_code == 422
    assert "2 møder falder sammen med andre" in told.content.decode()
    assert "SSP-udvalget er foreslået samme dag (Anna Holm)." in told.content.decode()
    with acting("anna"):
        assert Meeting.objects.count() == laid
    assert anna.post("/moeder/skoleaar/?organ=alle", {**both, "day_1": "9/1"}).status_code == 303
    with acting("anna"):
        days = {one.body.key: one.starts_at.day for one in Meeting.objects.order_by("-pk")[:2]}
        assert days == {network: 8, council: 9}


def test_who_lays_them_all_the_same_says_so(world: Any, autumn: None, acting: Any, client_of: Any) -> None:
    lay(acting, "anna", "ssp-udvalget", date(2036, 1, 8), world=world)
    anna = client_of("anna")
    with acting("anna"):
        organ = body_of(world).key
    sent = form_data(starts="13", ends="14.30", keep_0="on", day_0="8/1")
    told = anna.post(f"/moeder/skoleaar/?organ={organ}", sent)
    assert told.status_code == 422
    assert 'name="anyway"' in told.content.decode()
    assert anna.post(f"/moeder/skoleaar/?organ={organ}", {**sent, "anyway": "on"}).status_code == 303


def test_a_body_of_somebody_else_s_is_not_laid(world: Any, autumn: None, acting: Any, client_of: Any) -> None:
    with acting("olga"):
        theirs = body_of(world, "netvaerk-skovskolen").key
    sent = form_data(starts="13", ends="14.30", keep_0="on", day_0="8/1", organ_0=theirs)
    assert client_of("anna").post("/moeder/skoleaar/?organ=alle", sent).status_code == 404
    assert client_of("olga").post("/moeder/skoleaar/", {**sent, "form_key": "en-anden"}).status_code == 303


def test_a_year_is_laid_by_those_who_convene(world: Any, autumn: None, client_of: Any) -> None:
    assert client_of("bo").get("/moeder/skoleaar/").status_code == 404
    assert "Planlæg skoleåret" not in client_of("bo").get("/moeder/").content.decode()
    assert "Planlæg skoleåret" in client_of("anna").get("/moeder/").content.decode()
