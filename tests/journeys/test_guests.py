"""Glostrup: a theme meeting, and a guest who is let in to one closed item and hears of no other."""

from typing import Any

import pytest

from tests.journeys import hands
from tests.journeys.days import at, typed
from tests.journeys.hands import Worry

pytestmark = pytest.mark.long

GROUP = "Koordineringsgruppe"
ASTA, OTTO = Worry("Asta Rønne", "5.b"), Worry("Otto Skovgård", "9.a", "Er ude om natten og sover i timerne.")
TOVE = "Tove Lauge"


@pytest.mark.requirement("G-05")
def test_a_guest_of_a_theme_meeting_reads_the_item_asked_to_and_no_other(be: Any, site: Any) -> None:
    site.at(at(0, 9))
    numbers = [hands.raise_concern(be("Mona Dal"), worry) for worry in (ASTA, OTTO)]
    hanne = be("Hanne Vestergaard")
    for number in numbers:
        hands.bring_to_body(hanne, number, GROUP)
    key = plan_theme(hanne)
    invite_to_item_of(hanne, ASTA)
    tove = be(TOVE)
    hands.open_meeting(tove, key).expect("Temamøde: Når skolen ser det først")
    assert tove.page.locator(".agenda-list a[href]").count() == 1, "nor the open items, which she is not asked to"
    hands.open_closed_item(tove).expect(ASTA.first)
    assert not tove.sees(OTTO.first)
    tove.inspect()
    site.at(at(3, 9))
    assert key not in be(TOVE).page.content(), "the door closes by itself"


def plan_theme(hanne: Any) -> str:
    hanne.menu("Møder").press("Planlæg møde").pick("Hvem mødes?", GROUP).pick("Mødetype", "Temamøde")
    hanne.fill("Hvilken dag?", typed(2)).fill("Fra", "9.00").fill("Til", "10.30").fill("Hvor?", "Rådhuset")
    hanne.fill("Emne", "Når skolen ser det først").press("Opret mødet")
    key = str(hanne.path.split("/")[2])
    hands.open_meeting(hanne, key).press("Indkald").expect("Indkaldelsen er sendt.")
    return key


def invite_to_item_of(hanne: Any, worry: Worry) -> None:
    hanne.press("Inviter en gæst")
    who = hanne.page.get_by_label("Hvem inviterer du?").locator("option", has_text=TOVE).first.inner_text()
    hanne.pick("Hvem inviterer du?", who).choose(worry.first)
    hanne.page.get_by_label("Grundlag").select_option(index=1)
    hanne.fill("Hvorfor er det nødvendigt?", "Hun har barnet i klassen hver dag.")
    hanne.press("Inviter").expect(f"{TOVE} er inviteret.")
