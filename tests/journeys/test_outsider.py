"""Glostrup: a meeting with an outsider at the table, who sees the open part and one line."""

from typing import Any

import pytest

from tests.journeys import hands
from tests.journeys.days import at
from tests.journeys.hands import Worry
from tests.journeys.letters import contents

GROUP = "Koordineringsgruppe"
LAURA = Worry("Laura Bækgaard", "6.a", "Kommer med mærker på armene og vil ikke i bad efter idræt.")
SECRETS = ("Laura", "Bækgaard", "mærker på armene", "Bekymring fra")
NIGHTS = "Lys på pladsen ved centret"


@pytest.mark.requirement("G-07")
def test_an_outsider_sees_the_open_part_and_one_line(be: Any, site: Any) -> None:
    key, closed = a_meeting_with_both_parts(be, site)
    lone = be("Lone Friis").inspect()
    hands.open_meeting(lone, key).inspect()
    assert lone.sees(NIGHTS)
    assert lone.page.locator(".agenda-list li.is-closed").all_inner_texts() == ["Lukket del"]
    reaches_nothing(lone, site, key, closed)
    the_meeting_is_held(be, site, key)
    lone = be("Lone Friis")
    hands.open_meeting(lone, key).press("Referat").inspect()
    assert lone.page.locator("main section:has(h2:text-is('Lukket del'))").inner_text().strip() == "Lukket del"
    reaches_nothing(lone, site, key, closed)


def a_meeting_with_both_parts(be: Any, site: Any) -> tuple[str, str]:
    """Tove raises a concern, Hanne brings it to the group and calls it; the address of the closed item."""
    site.at(at(0, 9))
    number = hands.raise_concern(be("Tove Lauge", phone=True), LAURA)
    hanne = be("Hanne Vestergaard").inspect()
    hands.bring_to_body(hanne, number, GROUP)
    key = hands.plan_meeting(hanne, GROUP, week=1, start="9.00", end="10.30", place="Rådhuset")
    hanne.press("Tilføj punkt").inspect().fill("Overskrift", NIGHTS)
    hanne.follow("main form button.button-primary")
    hands.open_meeting(hanne, key).press("Indkald").expect("Indkaldelsen er sendt.")
    hands.open_closed_item(hanne).follow(".agenda-list li.is-closed a").expect(LAURA.first)
    return key, hanne.path


def reaches_nothing(lone: Any, site: Any, key: str, closed: str) -> None:
    """Not by address, paper, calendar or mail; and the refusal says no more than for what never was."""
    item = closed.split("#", maxsplit=1)[0]
    missing = answer(lone, f"/moeder/{key}/punkt/xxxxxxxxxx/")
    assert answer(lone, item) == missing
    assert missing[0] == 404
    for path in (f"/moeder/{key}/", f"/moeder/{key}/referat/", f"/moeder/{key}/indkaldelse.ics", "/moeder/", "/"):
        status, text = answer(lone, path)
        assert status == 200, path
        assert not [word for word in (*SECRETS, item) if word in text], path
    letters = site.mails_to("lone@glostrup.example")
    assert letters
    assert not [word for mail in letters for word in SECRETS if word in contents(mail)]


def answer(walker: Any, path: str) -> tuple[int, str]:
    """What the server says to this person's own browser, without the fresh secrets of the page's forms."""
    told = walker.page.request.get(walker.site.address + path)
    kept = [line for line in told.text().splitlines() if "csrf" not in line and "form_key" not in line]
    return told.status, "\n".join(kept)


def the_meeting_is_held(be: Any, site: Any, key: str) -> None:
    """The closed item does not open while she is at the table."""
    site.at(at(1, 9, 2))
    hanne = be("Hanne Vestergaard")
    hands.open_meeting(hanne, key).press("Start mødet")
    hanne.page.get_by_label("Lone Friis").check(force=True)
    hanne.press("Gem fremmøde")
    hanne.follow(".agenda-list li.is-closed a").expect("er her stadig")
    assert not hanne.sees(LAURA.first)
    hanne.inspect()
    hanne.press("Lone er gået ud").expect("Delt på mødet")
    hanne.inspect().press("Afslut mødet").press("Udsend referat").expect("Referatet er sendt")
