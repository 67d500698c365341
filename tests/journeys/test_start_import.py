"""A municipality begins with Samspil: the consultant brings the running cases in from the spreadsheet they lay in."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.lib import clock
from tests.intake.hands import book

pytestmark = pytest.mark.long

NETWORK = "SSP-netværk Skolen på Duevej"


def running(born: Any) -> list[dict[str, Any]]:
    """Three cases; of the second the birthday is what is asked about."""
    return [
        {"Navn": "Bertil Ravn", "CPR": "740312-4567", "Problem": "Kommer ikke i skole", "Anledning": "Møde i maj"},
        {"Navn": "Ida Falk", "Fødselsdag": born, "Problem": "Hash i frikvarteret", "Anledning": "Klubben skrev"},
        {"Navn": "Viggo Dahl", "Fødselsdag": "02-11-2013", "Problem": "Slagsmål i byen", "Anledning": "Politiet"},
    ]


def promised(who: str) -> list[dict[str, Any]]:
    due = (clock.today() + timedelta(days=10)).strftime("%d-%m-%Y")
    first = {"Hvem": who, "Senest": due}
    return [
        {**first, "Navn": "Bertil Ravn", "CPR": "7403124567", "Hvad": "Ringer hjem til familien"},
        {**first, "Navn": "Viggo Dahl", "Fødselsdag": "02-11-2013", "Hvad": "Taler med klubben"},
    ]


def hand_in(walker: Any, data: bytes) -> None:
    walker.pick("Hvilket organ hører sagerne til?", NETWORK)
    sheet = {"name": "Loebende.xlsx", "mimeType": "application/octet-stream", "buffer": data}
    walker.page.get_by_label("Regnearket på din computer").set_input_files(sheet)
    walker.press("Se linjerne")


def test_frederiksberg_brings_three_running_cases_and_two_commitments_in(be: Any) -> None:
    anna = be("Anna Holm").menu("Sager").press("Hent løbende sager fra et regneark").inspect()
    hand_in(anna, book(running("sidste år"), promised("Anna Holm")))
    anna.expect("Fødselsdag kan ikke læses som en dato.").inspect()
    assert anna.page.locator('[name="out-3"]').count() == 0
    anna.press("Vælg et andet regneark")
    hand_in(anna, book(running("05-06-2012"), promised("Anna Holm")))
    anna.page.get_by_label("Lad linje 4 blive liggende").check()
    anna.expect("Hent 4 linjer").page.get_by_label("Lad linje 4 blive liggende").uncheck()
    anna.fill("Hvorfor skal oplysningerne bruges i sagerne?", "Sagerne løber, og I følger op sammen.")
    anna.press("Hent 5 linjer").expect("Vælg grundlag for alle").inspect()
    anna.pick("Grundlag for alle linjer", "SSP, retsplejeloven § 115")
    anna.pick("Opbevaring for alle linjer", "Sag: 365 dage efter, at sagen er lukket")
    anna.press("Hent 5 linjer").expect("3 sager og 2 aftaler er hentet.")
    assert anna.path == "/sager/"
    kept = anna.page.evaluate("JSON.stringify([sessionStorage, localStorage, history.state])")
    for name in ("Bertil Ravn", "Ida Falk", "Viggo Dahl"):
        assert anna.sees(name)
        assert name not in kept
    anna.follow('a:has-text("Bertil Ravn")').expect("Ringer hjem til familien")
