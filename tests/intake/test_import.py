"""Startimport: what each line becomes, who may, and that all of it happens or nothing."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from samspil.authority.errors import Refusal
from samspil.cases.commands import appoint_lead, close_case
from samspil.cases.models import Case, CaseItem
from samspil.circles.models import Circle, Disclosure, Identity, Member, YoungPerson
from samspil.circles.queries import masked_cpr
from samspil.decisions.models import Commitment, Submission
from samspil.intake import commands
from samspil.lib import clock
from tests.intake.hands import BASIS, KARIM, SOFIE, book, carried, fetched, handed, lines_of, network, promise


@pytest.fixture
def anna(client_of: Any) -> Any:
    return client_of("anna")


def everything() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Circle, YoungPerson, Case, Submission, Commitment, Disclosure))


def test_lines_become_cases_with_basis_term_and_commitments(anna: Any, acting: Any) -> None:
    followed = {**KARIM, "Tovholder": "anna holm", "Næste opfølgning": clock.today() + timedelta(days=7)}
    answer = handed(anna, book([{**followed, "Skole": "åskolen", "Klasse": "7.B"}, SOFIE], [promise()]))
    assert answer.status_code == 200
    done = fetched(anna, answer, **{"category-3": "punkt"})
    assert (done.status_code, done["Location"]) == (303, "/sager/")
    assert "2 sager og 1 aftale er hentet." in anna.get("/sager/").content.decode()
    with acting("anna") as actor:
        first, second = Case.objects.select_related("young_person__school", "circle__category", "lead").order_by("pk")
        young = first.young_person
        assert (young.name, young.birth_date, young.school.name, young.school_class) == (
            KARIM["Navn"],
            KARIM["Fødselsdag"],
            "Åskolen",
            "7.B",
        )
        assert (first.problem, first.reason, first.due) == ("Fravær", "Skolen.", clock.today() + timedelta(days=7))
        assert first.lead.person_id == actor.person_id
        assert [case.circle.category.slug for case in (first, second)] == ["sag", "punkt"]
        assert first.circle.purpose == "forebygge"
        assert second.young_person.birth_date == date(2012, 3, 14)
        assert masked_cpr(actor, second.young_person) == "740312-xxxx"
        received = Disclosure.objects.filter(circle=first.circle, direction="received").get()
        assert (received.basis, received.necessity) == (BASIS, "Vi følger op sammen.")
        kept = Commitment.objects.select_related("submission").get()
        assert (kept.what, kept.submission.settled_at) == ("Ringer hjem", None)
        tied = [row.submission_key for row in CaseItem.objects.order_by("pk")]
        settled = {row.key: row.settled_at is not None for row in Submission.objects.all()}
        assert [settled[key] for key in tied] == [False, True]
    with acting("dorthe"):
        assert Case.objects.count() == 2
    with acting("olga"):
        assert Case.objects.count() == 0
        assert Identity.objects.count() == 0


def test_the_dry_run_writes_nothing_and_says_what_is_wrong_by_its_line(anna: Any, acting: Any) -> None:
    with acting("anna"):
        before = everything()
    wrong = {**SOFIE, "CPR": "999999-1234", "Skole": "Ingen Kanarieskole", "Tovholder": "Ingen Kanariemand"}
    undated = {**SOFIE, "CPR": None, "Fødselsdag": "i går"}
    answer = handed(anna, book([KARIM, wrong, undated, KARIM], [promise(Hvem="Lone Friis"), promise(Navn="En anden")]))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert '<p class="form-error-message">Skolen står ikke under Organisation.' in page
    assert "<title>Hent løbende sager" in anna.get("/startimport/").content.decode()
    for sentence in (
        "CPR-nummeret passer ikke. De første seks cifre er ikke en dato, der findes.",
        "Skolen står ikke under Organisation.",
        "Tovholder: Ingen i organet har det navn.",
        "Fødselsdag kan ikke læses som en dato. Skriv den som 24-12-2012.",
        "Den samme unge står også på linje 2. Slet den ene linje.",
        "Hvem: Ingen i organet har det navn.",
        "Der er ingen sag om den unge i filen",
        "5 linjer kan ikke hentes",
    ):
        assert sentence in page, sentence
    assert 'name="out-2"' in page
    assert 'name="out-3"' not in page
    assert "999999" not in page.replace(carried(answer)["lines"].replace('"', "&quot;"), "")
    with acting("anna"):
        assert everything() == before


def test_nothing_is_chosen_beforehand_and_each_line_wants_its_basis_and_term(anna: Any, acting: Any) -> None:
    answer = handed(anna, book([KARIM, SOFIE]))
    assert "selected" not in answer.content.decode().replace('value="" selected', "")
    bare = fetched(anna, answer, basis="", category="")
    assert bare.status_code == 422
    page = bare.content.decode()
    assert "Vælg grundlag for alle, eller på hver af linjerne: 2, 3." in page
    assert "Vælg opbevaring for alle, eller på hver af linjerne: 2, 3." in page
    each = {f"{name}-{line}": value for line in (2, 3) for name, value in (("basis", BASIS), ("category", "sag"))}
    assert fetched(anna, bare, basis="", category="", **each).status_code == 303
    with acting("anna"):
        assert Case.objects.count() == 2


def test_why_it_is_needed_is_written_by_the_person_and_by_nobody_else(anna: Any, acting: Any) -> None:
    answer = handed(anna, book([KARIM]))
    box = next(part for part in answer.content.decode().split("<input") if 'name="necessity"' in part)
    assert "value=" not in box.split(">")[0]
    assert fetched(anna, answer, necessity="").status_code == 422
    assert fetched(anna, answer).status_code == 303
    with acting("anna"):
        assert Case.objects.count() == 1


def test_the_pages_are_beneath_the_cases_in_the_menu(anna: Any) -> None:
    ours = (anna.get("/startimport/"), handed(anna, book([KARIM])), anna.get("/sager/"))
    for answer, entry in (*((one, "/sager/") for one in ours), (anna.get("/organisation/"), "/organisation/")):
        menu = answer.content.decode().split("mainmenu")[1].split("</nav>")[0]
        assert re.findall(r'href="([^"]+)" aria-current="page"', menu) == [entry]


def test_an_unlawful_basis_or_a_term_from_the_opening_cannot_be_chosen(anna: Any, acting: Any) -> None:
    answer = handed(anna, book([KARIM]))
    for chosen in (
        {"basis": "egen-opgave"},
        {"category": "aabent"},
        {"category": "grundloes"},
        {"basis-2": "findes ej"},
    ):
        refused = fetched(anna, answer, **chosen)
        assert (refused.status_code, "findes ikke længere" in refused.content.decode()) == (422, True), chosen
    with acting("anna"):
        assert Case.objects.count() == 0


def test_sent_twice_it_is_one_act_and_a_line_may_stay_behind(anna: Any, acting: Any) -> None:
    answer = handed(anna, book([KARIM, SOFIE], [promise()]))
    assert fetched(anna, answer, **{"out-3": "on"}).status_code == 303
    assert fetched(anna, answer, **{"out-3": "on"}).status_code == 303
    with acting("anna"):
        assert [case.young_person.name for case in Case.objects.select_related("young_person")] == [KARIM["Navn"]]
        assert Commitment.objects.count() == 1


def test_a_commitment_does_not_come_without_its_case_and_something_must_come(anna: Any, acting: Any) -> None:
    answer = handed(anna, book([KARIM, SOFIE], [promise()]))
    refused = fetched(anna, answer, **{"out-2": "on"})
    assert refused.status_code == 422
    assert "Aftalen hører til en sag, der bliver liggende." in refused.content.decode()
    empty = fetched(anna, refused, **{"out-2": "on", "out-3": "on", "out-promise-2": "on"})
    assert "Der er ingen linjer at hente." in empty.content.decode()
    assert fetched(anna, empty, **{"out-2": "on", "out-promise-2": "on"}).status_code == 303
    with acting("anna"):
        assert (Case.objects.count(), Commitment.objects.count()) == (1, 0)


def test_a_refusal_at_one_line_takes_all_back(anna: Any, acting: Any, monkeypatch: Any) -> None:
    lead = appoint_lead

    def stops_at_the_second(actor: Any, case: Any, **facts: Any) -> Any:
        if case.young_person.name == SOFIE["Navn"]:
            raise Refusal("Det går ikke.")
        return lead(actor, case, **facts)

    led = {"Tovholder": "Anna Holm"}
    answer = handed(anna, book([{**KARIM, **led}, {**SOFIE, **led}]))
    monkeypatch.setattr(commands, "appoint_lead", stops_at_the_second)
    refused = fetched(anna, answer)
    assert refused.status_code == 422
    assert "Linje 3: Det går ikke. Ingen af linjerne er hentet." in refused.content.decode()
    with acting("anna"):
        assert Case.objects.count() == 0
    monkeypatch.setattr(commands, "appoint_lead", lead)
    assert fetched(anna, answer).status_code == 303


def test_a_lead_who_cannot_follow_up_and_a_workplace_without_a_body_are_told_at_the_line(anna: Any) -> None:
    """The police officer reads the case, and the law lets the officer write nothing in it."""
    ways = ({"Tovholder": "Bo Lauritsen"}, {"Skole": "Lokalpolitiet"}, {"Tovholder": "Anna Holm", "Skole": "Åskolen"})
    wrong, elsewhere, right = (handed(anna, book([{**KARIM, **way}])).content.decode() for way in ways)
    assert "Tovholder: Den, der står der, kan ikke følge op på en sag." in wrong
    assert "Skolen står ikke under Organisation." in elsewhere
    assert ['name="out-2"' in page for page in (wrong, elsewhere, right)] == [False, False, True]


def test_a_case_that_may_be_the_same_is_told_to_whoever_can_read_it_and_to_nobody_else(
    anna: Any, client_of: Any, acting: Any
) -> None:
    assert fetched(anna, handed(anna, book([KARIM]))).status_code == 303
    told = "Der er måske allerede en sag"
    again = handed(anna, book([KARIM, {**KARIM, "Fødselsdag": date(2011, 1, 1)}])).content.decode()
    assert again.count(told) == 1
    assert re_checked(again, "out-2")
    olga = client_of("olga")
    other = network("netvaerk-skovskolen")
    elsewhere = handed(olga, book([KARIM]), body=other)
    assert (elsewhere.status_code, told in elsewhere.content.decode()) == (200, False)


def re_checked(page: str, name: str) -> bool:
    box = next(part for part in page.split("<input") if f'name="{name}"' in part)
    return " checked" in box.split(">")[0]


def test_what_was_changed_in_between_is_read_anew(anna: Any, acting: Any) -> None:
    answer = handed(anna, book([KARIM]))
    boxes = carried(answer)
    stated = lines_of(boxes)
    stated["sager"][0][1]["Fødselsdag"] = "32-13-2012"
    refused = fetched(anna, answer, lines=json.dumps(stated))
    assert refused.status_code == 422
    assert "kan ikke læses som en dato" in refused.content.decode()
    for broken in (
        "",
        "{",
        "[]",
        '{"sager": [[1, {"Andet": "x"}]], "aftaler": []}',
        '{"sager": [["1", {}]], "aftaler": []}',
    ):
        again = fetched(anna, answer, lines=broken)
        assert (again.status_code, "gået i stykker undervejs" in again.content.decode()) == (422, True), broken
    with acting("anna"):
        assert Case.objects.count() == 0


def test_nobody_else_finds_the_pages(anna: Any, client_of: Any, acting: Any) -> None:
    """The police officer, the teacher, the head and the office; the consultant does."""
    answer = handed(anna, book([KARIM]))
    assert anna.get("/startimport/").status_code == 200
    assert "/startimport/" in anna.get("/sager/").content.decode()
    for person in ("bo", "nanna", "uffe", "admin"):
        other = client_of(person)
        tried = (other.get("/startimport/"), handed(other, book([KARIM])), fetched(other, answer))
        assert [one.status_code for one in tried] == [404, 404, 404], person
        assert other.get("/startimport/skabelon/sager/xlsx/").status_code == 404
        assert "/startimport/" not in other.get("/sager/").content.decode()
    with acting("anna"):
        assert Case.objects.count() == 0


def test_a_body_that_is_not_one_s_own_cannot_be_chosen(anna: Any, acting: Any) -> None:
    other = network("netvaerk-skovskolen")
    assert handed(anna, book([KARIM]), body=other).status_code == 422
    refused = fetched(anna, handed(anna, book([KARIM])), body=other)
    assert (refused.status_code, "gået i stykker" in refused.content.decode()) == (422, True)


def test_a_commitment_alone_is_written_on_the_case_that_is_here(anna: Any, acting: Any) -> None:
    """Only for whom there is a case; the matter comes to the next meeting again."""
    assert fetched(anna, handed(anna, book([KARIM]))).status_code == 303
    with acting("anna"):
        assert Submission.objects.get().settled_at is not None
    other_day = promise(Fødselsdag=date(2011, 1, 1))
    answer = handed(anna, book(None, [promise(), other_day]))
    page = answer.content.decode()
    assert "Sagen er i Samspil. Aftalen bliver skrevet på den." in page
    assert page.count("Der er ingen sag om den unge i filen") == 1
    assert "Grundlag for alle linjer" not in page
    assert fetched(anna, answer).status_code == 303
    assert "1 aftale er hentet. 1 linje blev liggende." in anna.get("/sager/").content.decode()
    with acting("anna"):
        kept = Commitment.objects.select_related("submission").get()
        assert (kept.what, kept.submission.settled_at) == ("Ringer hjem", None)
        assert Case.objects.count() == 1


def test_a_commitment_goes_to_the_case_here_when_its_line_stays_behind(anna: Any, acting: Any) -> None:
    assert fetched(anna, handed(anna, book([KARIM]))).status_code == 303
    again = handed(anna, book([KARIM], [promise()]))
    assert not re_checked(again.content.decode(), "out-promise-2")
    assert fetched(anna, again, **{"out-2": "on"}).status_code == 303
    third = handed(anna, book(None, [promise(), promise(Hvad="Noget andet")])).content.decode()
    assert third.count("Aftalen står der måske allerede.") == 1
    assert [re_checked(third, f"out-promise-{number}") for number in (2, 3)] == [True, False]
    with acting("anna"):
        assert (Case.objects.count(), Commitment.objects.count()) == (1, 1)


def test_the_matter_without_a_meeting_closes_with_its_case_and_one_for_a_meeting_does_not(
    anna: Any, acting: Any
) -> None:
    """Nobody's minutes will ever close the one: without this its readers would read on when the case is closed."""
    assert fetched(anna, handed(anna, book([KARIM, SOFIE], [promise()]))).status_code == 303
    with acting("anna") as actor:
        waiting, alone = Case.objects.select_related("circle", "municipality").order_by("pk")
        rooms = {row.case_id: Circle.objects.get(key=row.circle_key) for row in CaseItem.objects.all()}
        Commitment.objects.update(ended_at=clock.now())
        for case in (waiting, alone):
            close_case(actor, case, reason="hjulpet", words="Det går godt.")
        assert Circle.objects.get(pk=rooms[alone.pk].pk).closed_at is not None
        assert Circle.objects.get(pk=rooms[waiting.pk].pk).closed_at is None
        left = {row.circle_id: row.ends_at for row in Member.objects.filter(part="keeper")}
        first, last = left[rooms[alone.pk].pk], left[alone.circle_id]
        assert first is not None
        assert last is not None
        assert last - first < timedelta(minutes=1)
        assert left[rooms[waiting.pk].pk] is None
