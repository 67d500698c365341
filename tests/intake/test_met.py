"""What a line meets here: whose cases are told, which of them a commitment goes to, and how late one may be."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from samspil.cases.commands import close_case
from samspil.cases.models import Case, CaseItem
from samspil.decisions.models import Commitment
from samspil.intake import queries, rules
from samspil.lib import clock
from tests.intake.hands import KARIM, book, fetched, handed, network, promise


@pytest.fixture
def anna(client_of: Any) -> Any:
    return client_of("anna")


def test_a_case_of_another_municipality_is_not_told(anna: Any, acting: Any, world: Any) -> None:
    """As when one who serves two has the other in hand."""
    assert fetched(anna, handed(anna, book([KARIM]))).status_code == 303
    lines = rules.Carried((rules.Told(2, {"Navn": str(KARIM["Navn"]), "Fødselsdag": "2012-03-14"}),), ())
    with acting("anna") as actor:
        circle = next(one for one in queries.places(actor) if one.body.key == network())
        beside = replace(actor, municipality_id=world.storerup)
        known = [queries.seen(one, circle, lines).cases[0].known for one in (actor, beside)]
        assert [len(cases) for cases in known] == [1, 0]


def test_of_a_closed_case_and_a_running_one_a_commitment_goes_to_the_running(anna: Any, acting: Any) -> None:
    assert fetched(anna, handed(anna, book([KARIM]))).status_code == 303
    with acting("anna") as actor:
        first = Case.objects.select_related("circle", "municipality").get()
        close_case(actor, first, reason="hjulpet", words="Det går godt.")
    assert "Sagen i Samspil er lukket." in handed(anna, book(None, [promise()])).content.decode()
    assert fetched(anna, handed(anna, book([KARIM])), **{"out-2": ""}).status_code == 303
    assert fetched(anna, handed(anna, book(None, [promise()]))).status_code == 303
    assert fetched(anna, handed(anna, book([KARIM])), **{"out-2": ""}).status_code == 303
    assert "Der er flere sager her" in handed(anna, book(None, [promise()])).content.decode()
    with acting("anna"):
        kept = Commitment.objects.select_related("submission").get()
        tied = CaseItem.objects.get(submission_key=kept.submission.key)
        assert first.pk < tied.case_id


def test_a_commitment_from_another_year_is_a_fault_and_a_late_one_is_not(anna: Any) -> None:
    late, long_ago = (promise(Senest=clock.today() - timedelta(days=days)) for days in (30, 400))
    page = handed(anna, book([KARIM], [late, {**long_ago, "Hvad": "Noget andet"}])).content.decode()
    assert page.count("Senest er over et år siden.") == 1
    assert ['name="out-promise-2"' in page, 'name="out-promise-3"' in page] == [True, False]
