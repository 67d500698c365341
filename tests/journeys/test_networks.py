"""Frederiksberg's ten networks: one definition, a meeting in each, and a warning where two overlap."""

from typing import Any

import pytest

from tests.journeys import hands
from tests.journeys.days import at


@pytest.mark.requirement("F-01")
@pytest.mark.requirement("F-02")
def test_ten_networks_and_a_clash_is_told(be: Any, site: Any) -> None:
    site.at(at(0, 9))
    vivi = be("Vivi Lund")
    vivi.press("Organisation").inspect()
    names = vivi.page.locator("h3.line-title").all_inner_texts()
    assert len([name for name in names if name.startswith("SSP-netværk ")]) == 10
    peter, louise = be("Peter Askov"), be("Louise Krag")
    first = hands.plan_meeting(peter, "SSP-netværk Ny Hollænderskolen", week=3, start="10.00", end="11.00")
    hands.open_meeting(peter, first).press("Indkald").expect("Indkaldelsen er sendt.")
    second = hands.plan_meeting(louise, "SSP-netværk Søndermarkskolen", week=3, start="10.30", end="11.30")
    hands.open_meeting(louise, second).press("Indkald").expect("Indkaldelsen er sendt.")
    vivi.press("Møder").expect("SSP-netværk Søndermarkskolen")
    vivi.inspect()
    assert vivi.sees("Falder sammen med SSP-netværk Ny Hollænderskolen kl. 10.00.")
