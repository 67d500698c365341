"""A school year's meetings are proposed from the body's rhythm, changed, and laid in one act."""

import json
from collections.abc import Callable, Iterator
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
    assert page.count('<details class="fold year-body"') > 1
    assert page.count('<details class="fold year-body" open') == 1
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
    agreed = {**sent, "anyway": "on", "seen": seen_on(told)}
    moved = anna.post(f"/moeder/skoleaar/?organ={organ}", {**agreed, "keep_1": "on", "day_1": "11/3", **day_off(2)})
    assert moved.status_code == 422, "the tick was not about the Sunday"
    assert "1 møde ligger på en søndag eller helligdag." in moved.content.decode()
    assert " checked" not in moved.content.decode().split('name="anyway"')[1].split(">")[0]
    laid = anna.post(f"/moeder/skoleaar/?organ={organ}", agreed)
    assert (laid.status_code, laid["Location"]) == (303, "/moeder/maaned/?maaned=2036-01")
    assert "1 møde er lagt. Ingen er indkaldt endnu." in anna.get(laid["Location"]).content.decode()


def seen_on(page: Any) -> str:
    return str(page.content.decode().split('name="seen" value="')[1].split('"')[0])


def day_off(number: int) -> dict[str, str]:
    return {f"keep_{number}": "on", f"day_{number}": "16/3"}


def test_a_sunday_or_a_holiday_is_laid_by_who_says_so(world: Any, autumn: None, client_of: Any) -> None:
    anna = client_of("anna")
    sent = form_data(starts="13", ends="14.30", keep_0="on", day_0="16/3", keep_1="on", day_1="11/4")
    told = anna.post("/moeder/skoleaar/", sent)
    assert told.status_code == 422
    assert "2 møder ligger på en søndag eller helligdag." in told.content.decode()
    assert "Det er en søndag." in told.content.decode()
    assert "Langfredag er en helligdag." in told.content.decode()
    assert anna.post("/moeder/skoleaar/", {**sent, "anyway": "on", "seen": seen_on(told)}).status_code == 303
    assert (
        anna.post("/moeder/skoleaar/", form_data(starts="13", ends="14", keep_0="on", day_0="17/3")).status_code == 303
    )


def test_where_the_body_meets_already_is_told(world: Any, autumn: None, acting: Any, client_of: Any) -> None:
    lay(acting, "anna", "netvaerk-aaskolen", date(2036, 1, 9), world=world)
    anna = client_of("anna")
    with acting("anna"):
        address = f"/moeder/skoleaar/?organ={body_of(world).key}"
    told = anna.post(address, form_data(starts="13", ends="14.30", keep_0="on", day_0="9/1"))
    assert told.status_code == 422
    assert "1 møde falder sammen med andre" in told.content.decode()
    assert "SSP-netværk Åskolen har allerede et møde kl. 13.00–14.00." in told.content.decode()
    other_hour = form_data(starts="14.30", ends="15.30", keep_0="on", day_0="9/1")
    assert anna.post(address, other_hour).status_code == 303


def test_a_form_of_very_many_days_is_read(world: Any, autumn: None, client_of: Any) -> None:
    days = {f"day_{number}": "11/3" for number in range(400)}
    boxes = {f"organ_{number}": "" for number in range(400)}
    sent = form_data(starts="13", ends="14", **days, **boxes, **{f"keep_{number}": "on" for number in range(400)})
    assert client_of("anna").post("/moeder/skoleaar/", sent).status_code == 303


def test_each_body_keeps_its_hours_where_none_are_typed(world: Any, autumn: None, acting: Any, client_of: Any) -> None:
    lay(acting, "anna", "ssp-udvalget", date(2035, 12, 3), 9, world=world)
    with acting("anna"):
        network, council = body_of(world).key, body_of(world, "ssp-udvalget").key
    anna = client_of("anna")
    rows = {"keep_0": "on", "organ_0": network, "day_0": "8/1", "keep_1": "on", "organ_1": council, "day_1": "9/1"}
    assert "Plejer at mødes kl. 09.00–10.00." in anna.get("/moeder/skoleaar/?organ=alle").content.decode()
    half = anna.post("/moeder/skoleaar/?organ=alle", form_data(starts="", ends="15", place="", **rows))
    assert half.status_code == 422
    assert "Skriv både fra og til." in half.content.decode()
    assert anna.post("/moeder/skoleaar/?organ=alle", form_data(starts="", ends="", **rows)).status_code == 303
    with acting("anna"):
        laid = [clock.in_copenhagen(one.starts_at) for one in Meeting.objects.order_by("-pk")[:2]]
        assert {(one.day, one.hour) for one in laid} == {(8, 13), (9, 9)}


@pytest.fixture
def rhythm_of_network(world: Any) -> Iterator[Callable[[int, int], None]]:
    """Gives the network another weekday of the month, and takes it back."""
    mine = "body_id = (select id from organisation_body where slug = 'netvaerk-aaskolen' and municipality_id = %s)"
    [(before,)] = as_owner(f"select rule from organisation_rhythm where {mine}", [world.lillerup])

    def give(rule: dict[str, Any]) -> None:
        as_owner(f"update organisation_rhythm set rule = %s::jsonb where {mine}", [json.dumps(rule), world.lillerup])

    yield lambda weekday, nth: give({**before, "weekday": weekday, "nth": nth})
    give(before)


def test_an_open_day_keeps_clear_of_a_fixed_day_in_either_order(
    world: Any, autumn: None, acting: Any, rhythm_of_network: Any
) -> None:
    with acting("anna"):
        network, council = body_of(world), body_of(world, "ssp-udvalget")
        free = offer([council], SchoolYear(2035), BREAK).proposals[0].days[0]
    rhythm_of_network(free.weekday(), (free.day - 1) // 7 + 1)
    for order in ((council, network), (network, council)):
        with acting("anna"):
            found = {one.body.pk: set(one.days) for one in offer(order, SchoolYear(2035), BREAK).proposals}
        assert free in found[network.pk], "the rhythm's day stays"
        assert found[council.pk]
        assert not found[network.pk] & found[council.pk], "Anna sits in both"


def test_the_page_counts_what_is_chosen_and_folds_by_month(
    world: Any, autumn: None, acting: Any, client_of: Any
) -> None:
    """What is known of a day stands there once it was refused for that, and not before."""
    lay(acting, "anna", "ssp-udvalget", date(2036, 1, 8), world=world)
    anna = client_of("anna")
    with acting("anna"):
        address, days = f"/moeder/skoleaar/?organ={body_of(world).key}", 7
    first = anna.get(address).content.decode()
    assert f'<strong data-counts="[name^=keep_]:checked">{days}</strong> af {days} dage er valgt.' in first
    assert [word in first for word in ("year-month", "year-body", "SSP-udvalget mødes kl.")] == [False] * 3
    sent = form_data(starts="13", ends="14.30", keep_0="on", day_0="8/1", day_1="11/3")
    unread = anna.post(address, {**sent, "starts": "hen på dagen"}).content.decode()
    assert (
        '<strong data-counts="[name^=keep_]:checked">1</strong> af 2 dage er valgt.' in unread,
        "mødes kl." in unread,
    ) == (
        True,
        False,
    )
    assert "SSP-udvalget mødes kl. 13.00–14.00 (Anna Holm)." in anna.post(address, sent).content.decode()
    crowded = anna.post(address, {**sent, "day_1": "9/1"}).content.decode()
    assert '<span class="part-title">Januar 2036</span> <span class="meta">2 dage</span>' in crowded


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
