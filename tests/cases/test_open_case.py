"""Åbn sag: the consultant may, the police officer of the same network may not, the outsider sees nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.cases import queries
from samspil.cases.commands import Opening, begin_case, open_case
from samspil.cases.models import Case, CaseItem, CaseNote
from samspil.circles.models import Circle, Disclosure, YoungPerson
from samspil.concerns.models import Concern
from samspil.decisions.models import Submission
from samspil.lib import clock
from samspil.lib.danish_dates import plain_day
from samspil.lib.excerpts import Excerpt
from samspil.ui.forms import new_form_key
from tests.authority.matter import open_concern
from tests.cases.conftest import BASIS, CANARY, bring

OPENING = Opening("Fravær om mandagen", "Skolen er bekymret.", "niveau-1", BASIS, "Vi følger op sammen.")


def test_the_consultant_opens_a_case_with_the_minimum_and_the_police_officer_may_not(acting: Any) -> None:
    with acting("anna") as anna:
        key = bring(anna).key
    with acting("bo") as bo, pytest.raises(NotAllowed):
        open_case(bo, queries.open_submission(bo, key), opening=OPENING)
    with acting("anna") as anna:
        case = open_case(anna, queries.open_submission(anna, key), opening=OPENING)
        young = YoungPerson.objects.get(circle=case.circle)
        title = f"Sag i Netværk Åskolen fra {plain_day(clock.today())}"
        assert (young.name, case.circle.kind, case.circle.title) == (CANARY, "case", title)
        assert CaseItem.objects.get(case=case).submission_key == key
        assert {row.direction for row in Disclosure.objects.filter(circle=case.circle)} == {"received"}
        case_key = case.key
    with acting("bo"):
        assert Case.objects.get(key=case_key).problem == "Fravær om mandagen"
    for stranger in ("nanna", "uffe", "olga", "admin", "vera"):
        with acting(stranger):
            assert not Case.objects.filter(key=case_key).exists()
            assert not Circle.objects.filter(kind="case").exists()
            assert not Submission.objects.filter(key=key).exists()


def test_a_second_case_of_the_same_matter_is_refused_and_so_is_one_about_nobody(acting: Any) -> None:
    with acting("anna") as anna:
        submission = bring(anna)
        assert open_case(anna, submission, opening=OPENING).key
        with pytest.raises(Refusal, match="allerede"):
            open_case(anna, submission, opening=OPENING)
        with pytest.raises(Refusal, match="hvem det drejer sig om"):
            open_case(anna, bring(anna, young=False), opening=OPENING)


def test_what_was_brought_goes_on_into_the_case_only_by_choice(acting: Any) -> None:
    said = Excerpt("child_words", "Det er ikke mit.", "kontaktlærer, Åskolen", date(2026, 3, 4))
    told = Excerpt("minimum", "Han mangler en voksen om morgenen.")
    key = ""
    for along, kept in (((), []), (("minimum", "child_words"), ["brought", "child_words"])):
        with acting("anna") as anna:
            submission = bring(anna)
            submission.excerpts = [told.stored(), said.stored()]
            submission.save(update_fields=["excerpts"])
            case = open_case(anna, submission, opening=replace(OPENING, along=along))
            notes = CaseNote.objects.filter(case=case).order_by("pk")
            assert [note.slot for note in notes] == kept
            assert all(note.act_id == case.act_id for note in notes)
            key = case.key
    with acting("bo"):
        words = CaseNote.objects.get(case__key=key, slot=CaseNote.CHILD_WORDS)
        assert (words.text, words.listener, words.happened_on) == (said.text, said.source, said.on)


SAID = Excerpt("child_words", "Det er ikke mit.", "kontaktlærer, Åskolen", date(2026, 3, 4))
LEFT, MISSING = "Barnets egne ord er ikke taget med hertil.", "Barnets egne ord mangler."


@pytest.mark.parametrize(
    ("brought", "along", "told"),
    [
        ([SAID], ("child_words",), []),
        ([SAID], (), [LEFT]),
        ([replace(SAID, text="")], (), [LEFT]),
        ([], (), [MISSING]),
    ],
)
def test_a_case_without_the_childs_words_says_whether_there_are_any(
    acting: Any, client_of: Any, brought: list[Excerpt], along: tuple[str, ...], told: list[str]
) -> None:
    with acting("anna") as anna:
        submission = bring(anna)
        submission.subject_kind, submission.subject_key = "concern", "bcdfghjkmn"
        submission.excerpts = [one.stored() for one in brought]
        submission.save(update_fields=["subject_kind", "subject_key", "excerpts"])
        assert all(one.text for one in submission.brought)
        key = open_case(anna, submission, opening=replace(OPENING, along=along)).key
    page = client_of("bo").get(f"/sager/{key}/").content.decode()
    assert [words for words in (LEFT, MISSING) if words in page] == told


def test_a_case_begins_from_a_concern_only_for_whoever_may_open_one_there(acting: Any, world: Any) -> None:
    made = open_concern(world)
    concern = Concern(circle_id=made["concern"])
    with acting("nanna") as nanna, pytest.raises(NotAllowed):
        begin_case(nanna, concern, Circle(pk=made["concern"]), 0, ())
    with acting("anna") as anna, pytest.raises(Refusal, match="hvem"):
        begin_case(anna, concern, Circle(pk=made["concern"]), 0, ())


def test_one_question_opens_a_case_and_what_the_law_wants_said_is_filled_in(acting: Any, client_of: Any) -> None:
    with acting("anna") as anna:
        key = bring(anna).key
    client, address = client_of("anna"), f"/sager/ny/{key}/"
    form = client.get(address).context["form"]
    filled = {name: form[name].value() for name in ("reason", "necessity", "basis")}
    assert all(filled.values())
    assert "open><summary>" not in client.get(address).content.decode()
    sent = {**filled, "problem": "Fravær om mandagen", "form_key": new_form_key()}
    lacking = client.post(address, {**sent, "necessity": " "})
    assert (lacking.status_code, "open><summary>" in lacking.content.decode()) == (422, True)
    place = client.post(address, sent).headers["Location"]
    with acting("anna") as anna:
        case = queries.open_case(anna, place.split("/")[2])
        assert (case.problem, case.reason) == ("Fravær om mandagen", filled["reason"])
        assert case.act.necessity == filled["necessity"]
