"""Min SSP: what waits, without a child's name, at a price that does not grow."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.cases.commands import set_follow_up
from samspil.cases.models import Case
from samspil.desk import queries
from samspil.desk.models import FirstStep
from samspil.lib import clock, danish_dates
from tests.cases.conftest import CANARY, bring
from tests.cases.test_pages import MOST, asked
from tests.desk.conftest import OPEN_PROMISE, PROMISED, fill, worry
from tests.meetings.matters import lay_meeting


def test_the_consultant_sees_what_waits_and_no_childs_name(filled: Any, client_of: Any) -> None:
    text = client_of("anna").get("/").content.decode()
    for shown in ("ting venter på dig", "Følg op på en sag", "Følg op på en aftale", "Indkald til mødet", OPEN_PROMISE):
        assert shown in text
    for hidden in (CANARY, "Karim", PROMISED):
        assert hidden not in text


@pytest.mark.parametrize("days", [3, 200])
def test_a_matter_of_a_body_without_a_coming_meeting_is_told_to_whoever_may_call_one(
    acting: Any, client_of: Any, days: int
) -> None:
    said = "Planlæg et møde i SSP-netværk Åskolen"
    assert said not in client_of("anna").get("/").content.decode()
    with acting("anna") as anna:
        bring(anna)
    text = client_of("anna").get("/").content.decode()
    assert said in text
    assert "1 punkt på vej, og der er ikke planlagt et møde" in text
    assert "1 ting venter på dig" in text
    assert CANARY not in text
    for other in ("bo", "mette", "olga"):
        assert said not in client_of(other).get("/").content.decode(), other
    with acting("anna") as anna:
        lay_meeting(anna, days=days)
    assert said not in client_of("anna").get("/").content.decode()


def test_a_colleague_does_not_see_what_waits_for_another(filled: Any, client_of: Any) -> None:
    text = client_of("mette").get("/").content.decode()
    assert "Følg op" not in text
    assert "Ingenting venter på dig" in text
    assert "SSP-netværk Åskolen" in text


def test_what_stands_on_min_ssp_logs_nobody_as_shown(filled: Any, acting: Any, world: Any) -> None:
    from samspil.authority.reading import current

    with acting("anna", "desk.home") as anna:
        queries.home_of(anna)
        assert current().subjects == set()


def test_the_page_costs_the_same_with_one_of_each_and_with_ten(patient: Any, acting: Any, client_of: Any) -> None:
    client = client_of("anna")
    with acting("nanna") as nanna:
        worry(nanna, 1)
    with acting("anna") as anna:
        fill(anna, 1)
    client.get("/")
    before = asked(client, "/")
    with acting("nanna") as nanna:
        worry(nanna, 9)
    with acting("anna") as anna:
        fill(anna, 9)
    after = asked(client, "/")
    assert len(after) == len(before)
    assert len(after) <= MOST, "\n".join(after)


def test_a_concern_waits_by_its_place_and_its_reporter_follows_it_by_its_state(acting: Any, client_of: Any) -> None:
    with acting("nanna") as nanna:
        worry(nanna, 1)
    text = client_of("anna").get("/").content.decode()
    assert "Vurdér en ny bekymring" in text
    assert "Fra en lærer på Åskolen. Fravær og problemer i skolen. Måske en underretning." in text
    own = client_of("nanna").get("/").content.decode()
    assert f"Bekymring fra Åskolen, {danish_dates.short_day(clock.today())}" in own, (
        "told apart from another by its day"
    )
    assert "er modtaget. Du får svar." in own
    for page in (text, own):
        assert CANARY not in page
    assert "Vurdér" not in client_of("mette").get("/").content.decode()


def test_at_most_seven_lines_stand_at_the_top_and_the_rest_is_a_click_away(
    patient: Any, acting: Any, client_of: Any
) -> None:
    with acting("anna") as anna:
        fill(anna, 4)
    client = client_of("anna")
    pages = (client.get(path).content.decode() for path in ("/", "/?alt"))
    short, whole = (page.split('aria-labelledby="moeder"', 1)[0] for page in pages)
    assert short.count('class="line-title"') == 7
    assert whole.count('class="line-title"') == 12
    assert "Vis 5 mere" in short


def test_a_teacher_sees_three_things_and_the_first_steps_go_when_they_are_taken(world: Any, client_of: Any) -> None:
    client = client_of("nanna")
    text = client.get("/").content.decode()
    for shown in ("Er du bekymret for et barn", "Hvem kan jeg spørge?", "Sådan gør du", "2 af 4", "Mette Rahbek"):
        assert shown in text
    assert len(asked(client, "/")) <= MOST
    taken = FirstStep.objects.filter(person_id=world.people["nanna"])
    for slug, href in (("hils", "/hvem-kan-jeg-spoerge/"), ("laes", "/sadan-goer-du/")):
        assert client.get(href).status_code == 200
        assert not taken.filter(slug=slug).exists(), "looking at a page writes nothing"
        assert client.get(f"/skridt/{slug}/").status_code == 405
        for _ in range(2):
            assert client.post(f"/skridt/{slug}/", {"form_key": "k" * 30})["Location"] == href
        assert taken.filter(slug=slug).exists()
    assert client.post("/skridt/log-ind/", {"form_key": "k" * 30}).status_code == 404
    assert "De første skridt" not in client.get("/").content.decode()


@pytest.mark.parametrize("key", ["bo", "uffe", "lone", "admin", "officer", "leader", "ended", "vera"])
def test_everybody_has_a_front_page(world: Any, client_of: Any, key: Any) -> None:
    assert client_of(key).get("/").status_code == 200


def test_a_later_follow_up_of_ones_own_case_is_told_and_does_not_wait(
    patient: Any, acting: Any, client_of: Any
) -> None:
    with acting("anna") as anna:
        fill(anna, 1)
        case = Case.objects.get()
        set_follow_up(anna, case, due=clock.today() + timedelta(days=30))
    text = client_of("anna").get("/").content.decode()
    day = danish_dates.near_day(clock.today() + timedelta(days=30), clock.today())
    assert f"har næste opfølgning {day}" in text
    assert "Følg op på en sag" not in text
    assert "har næste opfølgning" not in client_of("bo").get("/").content.decode()


@pytest.mark.parametrize(
    ("key", "told", "untold"),
    [
        ("bo", "møder, du skal svare på", "Du passer konti"),
        ("admin", "Du passer konti", "Dine næste møder"),
        ("officer", "Ingen stikprøver venter", "Det har du lovet"),
        ("leader", "Her er ingen opgaver til dig", "Dine næste møder"),
        ("editor", "Her er ingen opgaver til dig", "/moeder/ny"),
    ],
)
def test_who_has_nothing_to_do_is_told_what_ones_seats_are_for(
    world: Any, client_of: Any, key: Any, told: Any, untold: Any
) -> None:
    main = client_of(key).get("/").content.decode().split("<main", 1)[1]
    assert told in main
    assert untold not in main
