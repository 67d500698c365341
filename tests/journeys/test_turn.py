"""Frederiksberg: one worry, from a teacher's phone to a closed case, in that municipality's own words."""

from typing import Any

import pytest

from tests.journeys import hands
from tests.journeys.days import at
from tests.journeys.hands import Worry

DUEVEJ = "SSP-netværk Skolen på Duevej"
KARIM = Worry("Karim Ydunsen")
SECRETS = ("Karim", "Ydunsen", "tredje time")


@pytest.mark.requirement("F-03")
@pytest.mark.requirement("F-04")
@pytest.mark.requirement("F-06")
@pytest.mark.requirement("F-08")
def test_one_worry_all_the_way(be: Any, site: Any) -> None:
    number = the_teacher_writes(be, site)
    key = the_consultant_brings_it(be, site, number)
    everybody_is_called(be, site, key)


def the_teacher_writes(be: Any, site: Any) -> str:
    site.at(at(0, 9))
    nanna = be("Nanna Kofoed", phone=True).inspect()
    number = hands.raise_concern(nanna, KARIM)
    assert nanna.sees("Skoleafdelingens SSP-team har det nu")
    assert not [word for word in SECRETS if word in nanna.text], "the receipt can lie open on a desk"
    nanna.inspect()
    return number


def the_consultant_brings_it(be: Any, site: Any, number: str) -> str:
    site.at(at(0, 10))
    anna = be("Anna Holm")
    assert anna.sees("Vurdér en ny bekymring")
    anna.inspect()
    key = hands.plan_meeting(anna, DUEVEJ, week=2, start="13.00", end="14.30")
    anna.press("Bekymringer").inspect()
    assert "1 t." in anna.page.locator("td.age").first.inner_text()
    answer = "Tak, fordi du skrev. Vi taler om det i netværket."
    hands.bring_to_body(anna, number, DUEVEJ, answer=answer)
    anna.inspect()
    return key


def everybody_is_called(be: Any, site: Any, key: str) -> None:
    anna = be("Anna Holm")
    hands.open_meeting(anna, key)
    anna.press("Hent det, der venter")
    anna.press("Indkald").expect("Indkaldelsen er sendt.")
    anna.inspect()
    mails = site.mails_to("bo@frederiksberg.example")
    assert mails
