"""Files go along only as copies that somebody ticked, from the concern to the item and from there to the case."""

from dataclasses import replace
from typing import Any

import pytest

from samspil.cases.commands import Opening, open_case
from samspil.cases.queries import open_submission
from samspil.circles.models import Circle
from samspil.concerns import commands, queries
from samspil.decisions.models import Submission
from samspil.documents.models import ReportedFile, StoredFile
from samspil.documents.queries import content_of
from tests.documents.conftest import TEXT, circle_of, hand_in, patient

__all__ = ["hand_in", "patient"]

pytestmark = pytest.mark.usefixtures("patient")

NAME = "Brev fra mor.txt"
OPENING = Opening("Fravær", "Skolen er bekymret.", "", "ssp115", "Vi følger op sammen.")


@pytest.fixture
def with_letter(acting: Any, draft: Any, hand_in: Any) -> tuple[str, str]:
    """The keys of a concern that was sent with a file, and of the file."""
    from samspil.concerns.models import Concern

    key = draft()
    assert hand_in("nanna", circle_of(acting, "nanna", Concern, key).key, name=NAME).status_code == 303
    with acting("nanna") as nanna:
        commands.send_concern(nanna, queries.open_draft(nanna, key), notified="yes", reachable="")
        return key, ReportedFile.objects.defer("sealed").get().key


def choice_of(actor: Any, concern: Any, **more: Any) -> commands.Choice:
    body = queries.triage_choices(actor, concern).own[0]
    return commands.Choice("meeting", body=body, tell="Han mangler en voksen.", necessity="De kender ham.", **more)


def taken_up(acting: Any, key: str, *files: str) -> str:
    """The key of the matter in the network."""
    with acting("anna") as anna:
        concern = queries.open_concern(anna, key)
        triage = commands.triage_concern(anna, concern, choice=choice_of(anna, concern, files=files))
        return str(Submission.objects.get(circle=Circle.objects.get(key=triage.opened_key)).key)


def test_the_form_offers_the_files_when_it_is_asked(client_of: Any, with_letter: tuple[str, str]) -> None:
    key, file = with_letter
    anna = client_of("anna")
    plain = anna.get(f"/bekymringer/{key}/").content.decode()
    assert NAME not in plain
    assert "Vælg filer, der skal med" in plain
    whole = anna.get(f"/bekymringer/{key}/?filer=med").content.decode()
    assert NAME in whole
    assert "Vælg filer, der skal med" not in whole
    part = anna.get(f"/bekymringer/{key}/?filer=med", headers={"HX-Request": "true"}).content.decode()
    assert f'value="{file}"' in part
    assert "<h1" not in part
    assert client_of("bo").get(f"/bekymringer/{key}/?filer=med").status_code == 404


def test_where_there_is_no_file_nothing_is_offered(client_of: Any, sent: Any) -> None:
    whole = client_of("anna").get(f"/bekymringer/{sent()}/?filer=med").content.decode()
    assert "Tag filer med" not in whole
    assert "Vælg filer, der skal med" not in whole


def test_a_file_without_a_tick_stays(acting: Any, with_letter: tuple[str, str]) -> None:
    taken_up(acting, with_letter[0])
    with acting("bo"):
        assert Submission.objects.exists()
        assert not StoredFile.objects.exists()


def test_a_ticked_file_goes_along_as_a_copy(acting: Any, with_letter: tuple[str, str]) -> None:
    key, file = with_letter
    taken_up(acting, key, file)
    with acting("bo"):
        copy = StoredFile.objects.select_related("municipality", "act").get()
        assert (copy.given_name, content_of(copy)) == (NAME, TEXT)
        assert copy.key != file
        assert copy.act.necessity == "De kender ham."
    with acting("nanna"):
        assert not StoredFile.objects.exists()


def test_a_file_of_the_item_goes_on_into_the_case_only_by_choice(
    acting: Any, client_of: Any, with_letter: tuple[str, str]
) -> None:
    matter = taken_up(acting, *with_letter)
    page = client_of("anna").get(f"/sager/ny/{matter}/").content.decode()
    assert NAME in page
    assert " checked" not in page.split("Tag filer med over i sagen")[1]
    with acting("anna") as anna:
        file = StoredFile.objects.defer("sealed").get().key
        case = open_case(anna, open_submission(anna, matter), opening=replace(OPENING, files=(file,)))
        copy = StoredFile.objects.select_related("municipality").get(circle=case.circle)
        assert (copy.act_id, content_of(copy)) == (case.act_id, TEXT)


def test_a_case_opened_without_a_tick_has_no_file(acting: Any, with_letter: tuple[str, str]) -> None:
    matter = taken_up(acting, *with_letter)
    with acting("anna") as anna:
        case = open_case(anna, open_submission(anna, matter), opening=OPENING)
        assert not StoredFile.objects.filter(circle=case.circle).exists()
