"""Min SSP: what waits, without a child's name, at a price that does not grow."""

from typing import Any

import pytest

from samspil.desk import queries
from samspil.desk.models import FirstStep
from tests.cases.conftest import CANARY
from tests.cases.test_pages import MOST, asked
from tests.desk.conftest import OPEN_PROMISE, PROMISED, fill, worry


def test_the_consultant_sees_what_waits_and_no_childs_name(filled: Any, client_of: Any) -> None:
    text = client_of("anna").get("/").content.decode()
    for shown in ("ting venter på dig", "Følg op på en sag", "Følg op på en aftale", "Indkald til mødet", OPEN_PROMISE):
        assert shown in text
    for hidden in (CANARY, "Karim", PROMISED):
        assert hidden not in text


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
    assert "Fra en lærer på Åskolen. Måske en underretning." in text
    own = client_of("nanna").get("/").content.decode()
    assert "Bekymring fra Åskolen" in own
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
    short, whole = (client.get(path).content.decode() for path in ("/", "/?alt"))
    assert short.count('class="line-title"') == 7
    assert whole.count('class="line-title"') == 12
    assert "Vis 5 mere" in short


def test_a_teacher_sees_three_things_and_the_first_steps_go_when_they_are_taken(world: Any, client_of: Any) -> None:
    client = client_of("nanna")
    text = client.get("/").content.decode()
    for shown in ("Er du bekymret for et barn", "Hvem kan jeg spørge?", "Sådan gør du", "2 af 4", "Mette Rahbek"):
        assert shown in text
    assert len(asked(client, "/")) <= MOST
    assert client.get("/hvem-kan-jeg-spoerge/").status_code == 200
    assert client.get("/sadan-goer-du/").status_code == 200
    assert FirstStep.objects.filter(person_id=world.people["nanna"]).count() == 2
    assert "De første skridt" not in client.get("/").content.decode()


@pytest.mark.parametrize("key", ["bo", "uffe", "lone", "admin", "officer", "leader", "ended", "vera"])
def test_everybody_has_a_front_page(world: Any, client_of: Any, key: Any) -> None:
    assert client_of(key).get("/").status_code == 200
