"""The pages of cases: who gets in, what they cost, what is logged."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.cases import queries
from samspil.cases.commands import add_note, close_case, set_follow_up
from samspil.lib import clock, danish_dates
from samspil.ui.forms import new_form_key
from tests.cases.conftest import CANARY, opened

PATHS = (
    "",
    "stemme/",
    "delt/",
    "note/",
    "tovholder/",
    "opfoelgning/",
    "opfoelgning/holdt/",
    "moede/",
    "lukning/",
    "genaabning/",
)
MOST = 12
ONE_IN_ANOTHER = ("select coalesce(current_setting('samspil.ticket'", "select set_config('samspil.ticket'")
"""Asked only because a test's request runs inside the test's own transaction."""
MARKS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", *ONE_IN_ANOTHER)
BOUNDARY = ("django_session", "arrive(", "record_reading(", "samspil.ticket")


def asked(client: Any, path: Any) -> list[str]:
    """What the page asks of the database; transaction, session, actor and log count as one question."""
    with CaptureQueriesContext(connection) as found:
        answer = client.get(path)
    assert answer.status_code == 200, path
    own = [query["sql"] for query in found if not query["sql"].startswith(MARKS)]
    return ["the boundary", *(sql for sql in own if not any(part in sql for part in BOUNDARY))]


@pytest.mark.parametrize("path", PATHS)
def test_the_consultant_sees_each_page_and_an_outsider_finds_none(case_key: Any, client_of: Any, path: Any) -> None:
    address = f"/sager/{case_key}/{path}"
    answer = client_of("anna").get(address)
    assert answer.status_code == 200
    assert "Fortroligt rum" in answer.content.decode()
    for stranger in ("nanna", "uffe", "olga", "admin"):
        missing = client_of(stranger).get(address)
        assert missing.status_code == 404
        assert CANARY not in missing.content.decode()


def test_the_list_shows_only_ones_own_cases(case_key: Any, client_of: Any) -> None:
    assert CANARY in client_of("bo").get("/sager/").content.decode()
    assert CANARY not in client_of("olga").get("/sager/").content.decode()
    assert CANARY not in client_of("anna").get("/sager/?vis=lukkede").content.decode()


def test_the_next_follow_up_stands_first_and_one_may_choose_another_order(
    acting: Any, case_key: Any, client_of: Any
) -> None:
    """Each row says the name first and, small, what the case is called elsewhere."""
    with acting("anna") as anna:
        late, near = opened(anna, "Zenia Lund"), opened(anna, "Yrsa Dam")
        set_follow_up(anna, late, due=clock.today() + timedelta(days=9))
        set_follow_up(anna, near, due=clock.today() + timedelta(days=2))
        title = near.circle.title
    client = client_of("anna")
    told = {
        "": ("Den nærmeste opfølgning står først", "Yrsa", "Zenia", "Karim"),
        "?orden=navn": ("Sagerne står efter navn.", "Karim", "Yrsa", "Zenia"),
        "?orden=nyeste": ("Den nyeste sag står først.", "Yrsa", "Zenia", "Karim"),
        "?orden=andet": ("Den nærmeste opfølgning står først", "Yrsa", "Zenia", "Karim"),
    }
    for asked_for, words in told.items():
        text = client.get(f"/sager/{asked_for}").content.decode()
        places = [text.index(word) for word in words]
        assert places == sorted(places), asked_for
    text = client.get("/sager/").content.decode()
    assert text.index("Yrsa Dam</a></h2>") < text.index(f'<p class="meta">{title}</p>')
    assert CANARY not in client_of("olga").get("/sager/?orden=navn").content.decode()


def test_a_closed_case_stands_by_the_day_it_was_closed(acting: Any, case_key: Any, client_of: Any) -> None:
    with acting("anna") as anna:
        for key in (opened(anna, "Zenia Lund").key, case_key):
            close_case(anna, queries.open_case(anna, key), reason="hjulpet", words="Det går godt.")
    text = client_of("anna").get("/sager/?vis=lukkede").content.decode()
    assert text.index("Den, der sidst er lukket, står først.") < text.index(CANARY) < text.index("Zenia Lund")
    assert "opfoelgning" not in text
    assert 'href="/sager/?vis=lukkede&amp;orden=navn"' in text


def test_the_pages_cost_the_same_with_one_row_and_with_ten(
    patient: Any, acting: Any, case_key: Any, client_of: Any
) -> None:
    client = client_of("anna")
    paths = ("/sager/", f"/sager/{case_key}/", f"/sager/{case_key}/stemme/", f"/sager/{case_key}/delt/")
    client.get("/sager/")
    before = {path: asked(client, path) for path in paths}
    with acting("anna") as anna:
        case = queries.open_case(anna, case_key)
        for number in range(9):
            opened(anna, f"Barn {number}")
            set_follow_up(anna, case, due=clock.today() + timedelta(days=number))
            facts: dict[str, Any] = {"text": "Tekst", "happened_on": clock.today(), "necessity": "Vi følger op."}
            add_note(anna, case, slot="entry", **facts)
            add_note(anna, case, slot="child_words", listener="Anna", **facts)
    for path in paths:
        after = asked(client, path)
        assert len(after) == len(before[path]), path
        assert len(after) <= MOST, "\n".join(after)


def test_a_note_is_written_once_however_often_the_form_is_sent(case_key: Any, client_of: Any) -> None:
    client = client_of("mette")
    form = {"form_key": "k" * 30, "text": "Ringede til mor.", "happened_on": "i dag", "necessity": "Vi følger op."}
    for _ in range(2):
        answer = client.post(f"/sager/{case_key}/note/", form)
        assert (answer.status_code, answer["Location"]) == (303, f"/sager/{case_key}/")
    assert client.get(f"/sager/{case_key}/").content.decode().count("Ringede til mor.") == 1


def test_what_is_missing_is_said_in_danish_and_nothing_typed_is_lost(case_key: Any, client_of: Any) -> None:
    answer = client_of("mette").post(
        f"/sager/{case_key}/note/", {"form_key": "k" * 30, "text": "Et langt notat", "happened_on": "32/13"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Et langt notat" in text
    assert "16/12" in text


def test_the_page_of_a_matter_offers_its_case(acting: Any, case_key: Any) -> None:
    from samspil.cases.models import CaseItem
    from samspil.decisions.models import Submission
    from samspil.decisions.rules import item_actions
    from tests.cases.conftest import bring

    with acting("anna") as anna:
        tied = Submission.objects.get(key=CaseItem.objects.get().submission_key)
        fresh = bring(anna)
        offered = {
            one.key: [action.label for offer in item_actions for action in offer(anna, one)] for one in (tied, fresh)
        }
        assert offered == {tied.key: ["Se sagen"], fresh.key: ["Åbn sag"]}
        fresh_key = fresh.key
    with acting("bo") as bo:
        assert queries.actions_of(bo, Submission.objects.get(key=fresh_key)) == []


def test_a_page_that_is_not_there_is_a_404_however_large_its_number(
    case_key: str, patient: None, client_of: Any
) -> None:
    anna = client_of("anna")
    for number in ("2", "999999", "9" * 40):
        assert anna.get(f"/sager/?side={number}").status_code == 404, number
    for number in ("", "0", "1", "-1", "²", "x"):
        assert anna.get(f"/sager/?side={number}").status_code == 200, number


def test_a_case_that_nobody_reads_any_more_is_taken_up_again_by_who_has_the_duties(
    acting: Any, case_key: Any, client_of: Any, clock_at: Any
) -> None:
    with acting("anna") as anna:
        room = queries.open_case(anna, case_key).circle
        close_case(anna, queries.open_case(anna, case_key), reason="hjulpet", words="Han går i klub igen.")
    assert room.title not in client_of("anna").get("/sager/laaste/").content.decode()
    clock_at(clock.now() + timedelta(days=31))
    assert client_of("anna").get(f"/sager/{case_key}/").status_code == 404
    told = client_of("anna").get("/sager/laaste/").content.decode()
    assert room.title in told
    assert CANARY not in told
    assert "Sager, som ingen kan læse mere" in client_of("anna").get("/sager/?vis=lukkede").content.decode()
    address = f"/sager/laaste/{room.key}/genaabning/"
    for stranger in ("bo", "olga", "nanna", "admin"):
        assert room.title not in client_of(stranger).get("/sager/laaste/").content.decode()
        assert client_of(stranger).get(address).status_code == 404
    keeper = client_of("anna")
    assert CANARY not in keeper.get(address).content.decode()
    assert keeper.post(address, {"form_key": new_form_key(), "words": ""}).status_code == 422
    answer = keeper.post(address, {"form_key": new_form_key(), "words": "Han er udeblevet igen."})
    assert (answer.status_code, answer["Location"]) == (303, f"/sager/{case_key}/")
    for reader in ("anna", "bo"):
        assert CANARY in client_of(reader).get(f"/sager/{case_key}/").content.decode()
    assert client_of("anna").get(address).status_code == 404


def test_whoever_keeps_the_case_is_led_to_who_has_seen_it_and_the_young_person(case_key: Any, client_of: Any) -> None:
    anna = client_of("anna")
    text = anna.get(f"/sager/{case_key}/").content.decode()
    links = re.findall(r'href="(/(?:rum|unge)/[a-z0-9]{10}/set/)"', text)
    assert len(links) == 2
    assert [anna.get(link).status_code for link in links] == [200, 200]
    bo = client_of("bo")
    assert "/set/" not in bo.get(f"/sager/{case_key}/").content.decode()
    assert [bo.get(link).status_code for link in links] == [404, 404]


def test_a_day_typed_in_words_is_said_back_in_full(case_key: Any, client_of: Any) -> None:
    day = clock.today() + timedelta(days=40)
    client = client_of("anna")
    sent = {"due": danish_dates.short_day(day).split(" ", 1)[1], "form_key": new_form_key()}
    answer = client.post(f"/sager/{case_key}/opfoelgning/", sent, follow=True)
    assert f"Dagen er {danish_dates.long_day(day)}." in answer.content.decode()
    unsaid = client.post(f"/sager/{case_key}/opfoelgning/", {"due": "en dag", "form_key": new_form_key()}, follow=True)
    assert "Dagen er" not in unsaid.content.decode()


def test_what_was_done_is_told_once_and_takes_the_focus(case_key: Any, client_of: Any) -> None:
    client, address, told = client_of("mette"), f"/sager/{case_key}/stemme/", "<p>Ordene er gemt.</p>"
    words = {"form_key": "k" * 30, "text": "Jeg vil hjem.", "listener": "Mette", "happened_on": "i dag"}
    refused = client.post(address, words | {"text": ""}).content.decode()
    assert told not in refused
    assert 'error-summary" role="alert" tabindex="-1" autofocus' in refused
    answer = client.post(address, words | {"necessity": "De andre skal kende hans ønske."}, follow=True)
    assert f'role="status" tabindex="-1" autofocus>{told}' in answer.content.decode()
    assert told not in client.get(address).content.decode()
