"""The pages as people meet them: the way through, the queue, one concern, and the helper on sharing."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspil.concerns import commands, queries
from samspil.lib import clock, danish_dates
from samspil.meetings.commands.agenda import build_agenda
from samspil.organisation.models import Municipality
from tests.meetings.matters import lay_meeting

STEP_TWO = {
    "name": "Karim Haddad",
    "school_class": "8.b",
    "observation": "Han slog en anden.",
    "happened": "i går kl. 9.15",
}


def form_key(answer: Any) -> Any:
    return re.findall(r'name="form_key" value="([^"]+)"', answer.content.decode())[0]


def press(client: Any, address: Any, **typed: Any) -> Any:
    shown = client.get(address)
    assert shown.status_code == 200
    return client.post(address, {"form_key": form_key(shown), **typed})


@pytest.mark.requirement("H-03")
def test_three_steps_and_a_receipt_without_a_name(client_of: Any, acting: Any) -> None:
    client = client_of("nanna")
    one = press(client, reverse("concerns:begin"), kinds=["vold", "rusmidler"], urgency="now")
    assert one.status_code == 303
    two = press(client, one["Location"], **STEP_TWO)
    assert two.status_code == 303
    looked = client.get(two["Location"]).content.decode()
    assert "Karim Haddad" in looked
    assert "SSP-teamet" in looked
    three = press(client, two["Location"], notified="doubt", reachable="38 00 12 31")
    assert three.status_code == 303
    receipt = client.get(three["Location"]).content.decode()
    assert "SSP-teamet har det nu" in receipt
    assert "Karim" not in receipt
    assert "Nummer" not in receipt
    assert "Sig, at det er bekymringen, du sendte" in receipt
    for number in ("112", "70 00 09 00", "70 00 09 11"):
        assert number in receipt
    with acting("anna") as anna:
        (row,) = queries.queue_of(anna)
        assert row.badge == "Haster"


def test_a_step_sent_twice_is_one_concern(client_of: Any, acting: Any) -> None:
    client, address = client_of("nanna"), reverse("concerns:begin")
    key = form_key(client.get(address))
    places = {
        client.post(address, {"form_key": key, "kinds": ["andet"], "urgency": "wait"})["Location"] for _ in range(3)
    }
    assert len(places) == 1
    with acting("nanna") as nanna:
        assert len(queries.drafts_of(nanna)) == 1


def test_nothing_chosen_is_told(client_of: Any) -> None:
    answer = client_of("nanna").post(reverse("concerns:begin"), {"form_key": "a"})
    assert answer.status_code == 422
    assert "Vælg mindst én" in answer.content.decode()


def test_a_draft_is_found_again(client_of: Any, draft: Any) -> None:
    key, client = draft(), client_of("nanna")
    begun = client.get(reverse("concerns:begin")).content.decode()
    assert "Kladder</h2>" in begun
    assert reverse("concerns:reported", args=[key]) in begun
    assert client.get(reverse("concerns:reported", args=[key]))["Location"] == reverse("concerns:look", args=[key])


def test_advice_only_goes_without_a_name(client_of: Any) -> None:
    client = client_of("nanna")
    one = press(client, reverse("concerns:advice"), observation="Hvad gør jeg ved delte billeder?", about="6. klasse")
    two = press(client, one["Location"], reachable="")
    assert "/kvittering/" in two["Location"]


@pytest.mark.requirement("H-02")
def test_the_reporter_sees_state_and_answers_and_no_more(client_of: Any, sent: Any) -> None:
    key = sent(notified="doubt")
    anna, nanna = client_of("anna"), client_of("nanna")
    page = reverse("concerns:one", args=[key])
    address = reverse("concerns:notice", args=[key])
    typed = {"form_key": form_key(anna.get(page)), "outcome": "not_needed", "reason": "Hemmelig vurdering."}
    assert anna.post(address, typed).status_code == 303
    typed = {"form_key": "en-anden", "outcome": "advice", "answer": "Tal med ham.", "reason": "Også hemmeligt."}
    assert anna.post(reverse("concerns:triage", args=[key]), typed).status_code == 303
    seen = nanna.get(reverse("concerns:reported", args=[key])).content.decode()
    assert "Tal med ham." in seen
    assert "emmelig" not in seen
    assert nanna.get(page).status_code == 404
    assert client_of("bo").get(page).status_code == 404
    shown = anna.get(page).content.decode()
    assert "Hemmelig vurdering." in shown
    assert "Skal slettes" in shown
    settled = re.sub(r"<[^>]+>", "", shown)
    assert "I tvivl, Nanna" in settled
    assert "Afklaret: Det er ikke nødvendigt at underrette, Anna Holm" in settled
    assert shown.index("Gav råd og afsluttede") < shown.rindex("Hemmelig vurdering."), "the newest first"


def test_a_refused_choice_comes_back_with_what_was_typed(client_of: Any, sent: Any) -> None:
    key, client = sent(notified="doubt"), client_of("anna")
    typed = {"form_key": "k", "outcome": "advice", "answer": "Mit lange svar."}
    answer = client.post(reverse("concerns:triage", args=[key]), typed)
    assert answer.status_code == 422
    body = answer.content.decode()
    assert "Underretningen er ikke afklaret" in body
    assert "Mit lange svar." in body


def test_what_came_of_it_stands_on_the_page(client_of: Any, acting: Any, sent: Any) -> None:
    anna = client_of("anna")

    def brought() -> str:
        page = reverse("concerns:one", args=[sent()])
        shown = anna.get(page).content.decode()
        assert shown.index("Stedets eget") < shown.index("Åskolen</option>") < shown.index("Andre")
        assert 'id="gjort"' not in shown
        body = re.findall(r'<option value="(\w+)"[^>]*>SSP-netværk Åskolen', shown)[0]
        typed = {"form_key": "k", "outcome": "meeting", "body": body, "tell": "Kort.", "necessity": "De kender ham."}
        answer = anna.post(f"{page}vurdering/", typed)
        assert answer["Location"].endswith("#gjort")
        return str(anna.get(page).content.decode())

    first = brought()
    assert "Der er ikke planlagt et møde." in first
    address = re.findall(r'href="(/moeder/nyt/\?organ=\w+)">Planlæg et', first)[0]
    assert re.search(r'<option value="\w+" selected>SSP-netværk Åskolen', anna.get(address).content.decode())
    with acting("anna") as actor:
        meeting = lay_meeting(actor, days=3)
    second = brought()
    assert "Kommer på dagsordenen for SSP-netværk Åskolen" in second
    with acting("anna") as actor:
        build_agenda(actor, meeting)
    third = brought()
    assert f"/moeder/{meeting.key}/" in third


def test_a_case_opened_at_the_meeting_is_shown_and_not_offered_again(client_of: Any, acting: Any, sent: Any) -> None:
    from samspil.cases.commands import Opening, open_case
    from samspil.decisions.models import Submission

    page, anna = reverse("concerns:one", args=[sent(notified="doubt")]), client_of("anna")
    body = re.findall(r'<option value="(\w+)"[^>]*>SSP-netværk Åskolen', anna.get(page).content.decode())[0]
    typed = {"form_key": "k", "outcome": "meeting", "body": body, "tell": "Kort.", "necessity": "De kender ham."}
    assert anna.post(f"{page}vurdering/", typed).status_code == 303
    before = anna.get(page).content.decode()
    assert "Åbn en sag" in before
    assert "til den skal være vurderet" not in before, "it is assessed"
    assert "til underretningen skal være afklaret" in before
    with acting("anna") as actor:
        submission = Submission.objects.get(subject_kind="concern")
        opening = Opening("Fravær", "Skolen er bekymret.", "niveau-1", submission.circle.basis, "Vi følger op sammen.")
        case = open_case(actor, submission, opening=opening)
    after = anna.get(page).content.decode()
    assert f'<a href="/sager/{case.key}/">Se sagen</a>' in after
    assert "Åbn en sag" not in after


def test_the_queue_is_sorted_by_deadline_alone(acting: Any, sent: Any, clock_at: Any) -> None:
    start = clock.now().replace(microsecond=0)
    clock_at(start)
    old = sent()
    clock_at(start + timedelta(hours=25))
    young_in_doubt = sent("mette", notified="doubt", name="Emil Krog")
    clock_at(start + timedelta(hours=26))
    younger = sent("karl", name="Oskar Toft")
    with acting("anna") as anna:
        assert [row.key for row in queries.queue_of(anna)] == [old, young_in_doubt, younger]
        assert queries.waiting_count(anna) == 3
        assert queries.queue_of(anna)[0].age == "26 t."


def test_the_queue_says_when_to_answer_too_until_somebody_has(
    acting: Any, sent: Any, clock_at: Any, client_of: Any
) -> None:
    start = clock.now().replace(microsecond=0)
    clock_at(start)
    key = sent()
    anna = client_of("anna")
    said = f"Svar senest {danish_dates.moment(start + timedelta(hours=48), clock.today())}"
    assert said in anna.get("/bekymringer/").content.decode()
    with acting("anna") as actor:
        assert not queries.queue_of(actor)[0].answer_late
    clock_at(start + timedelta(hours=49))
    with acting("anna") as actor:
        assert queries.queue_of(actor)[0].answer_late
        advice = commands.Choice("advice", answer="Tal med ham i morgen.")
        commands.triage_concern(actor, queries.open_concern(actor, key), choice=advice)
        (row,) = queries.queue_of(actor, "raad")
        assert row.answer == ""


def test_the_queue_holds_the_municipality_in_hand_and_a_row_s_own_limits(acting: Any, sent: Any) -> None:
    key = sent()
    with acting("anna") as anna:
        elsewhere = replace(anna, municipality_id=anna.municipality_id + 1000)
        assert [row.key for row in queries.queue_of(anna)] == [key]
        assert (queries.queue_of(elsewhere), queries.waiting_count(elsewhere)) == ([], 0)
    slow = Municipality(
        settings={"reaction_limits": {"assess_hours": 72, "answer_hours": 48, "notice_receipt_weekdays": 6}}
    )
    assert queries.limits_of(slow).assess_hours == 72


def test_the_queue_takes_the_same_number_of_queries_for_one_and_three(client_of: Any, sent: Any) -> None:
    client = client_of("anna")

    def count() -> Any:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("concerns:queue")).status_code == 200
        return len(captured)

    sent()
    one = count()
    sent(notified="doubt", name="Emil Krog")
    sent("karl", name="Oskar Toft")
    assert count() == one
    assert one <= 16


def test_the_queue_is_for_those_who_triage(client_of: Any) -> None:
    assert client_of("anna").get(reverse("concerns:queue")).status_code == 200
    for nobody_s in ("nanna", "bo", "vera"):
        assert "Ingen bekymringer venter" in client_of(nobody_s).get(reverse("concerns:queue")).content.decode()


@pytest.mark.parametrize("view", ["i-dag", "raad", "afsluttet"])
def test_the_other_tabs_open(client_of: Any, sent: Any, view: Any) -> None:
    key, client = sent(), client_of("anna")
    typed = {"form_key": "k", "outcome": "advice", "answer": "Tal med ham."}
    assert client.post(reverse("concerns:triage", args=[key]), typed).status_code == 303
    shown = client.get(reverse("concerns:queue"), {"vis": view}).content.decode()
    assert key in shown
    assert "Sendt <time" in shown
    assert "Frist</th>" not in shown
    assert client.get(reverse("concerns:queue"), {"vis": "andet"}).status_code == 404


@pytest.mark.requirement("P1")
def test_may_i_share_explains_and_never_stores(client_of: Any) -> None:
    client, address = client_of("nanna"), reverse("concerns:share")
    shown = client.get(address)
    text = shown.content.decode()
    assert "Ingen har pligt til at dele." in text
    assert "2023-07" in text
    pattern = r'name="receivers" value="(\w+)"[^>]*><label[^>]*>([^<]+)<'
    keys = {name: key for key, name in re.findall(pattern, text)}
    typed = {
        "form_key": form_key(shown),
        "about": ["suspicion"],
        "source": "own",
        "receivers": [keys["Politiet"], keys["Lillerup Centret"]],
        "purpose": "Finde et tilbud om eftermiddagen.",
    }
    told = client.post(address, typed).content.decode()
    assert "du må dele med en af dem" in told
    assert "Politiet skal vide det for at finde et tilbud om eftermiddagen." in told
    assert "En mistanke er ikke en kendsgerning" in told
    assert client.post(address, {**typed, "purpose": ""}).status_code == 422


def test_the_reporter_reads_ones_own_words_and_nobody_else_does_here(client_of: Any, sent: Any) -> None:
    key = sent()
    address = reverse("concerns:own_words", args=[key])
    assert address in client_of("nanna").get(reverse("concerns:reported", args=[key])).content.decode()
    page = client_of("nanna").get(address)
    assert page.status_code == 200
    assert "Set og hørt" in page.content.decode()
    for other in ("anna", "mette", "karl"):
        assert client_of(other).get(address).status_code == 404
