"""Whether a body meets as agreed: the leader who calls it is told before it is too late."""

from datetime import datetime
from typing import Any

import pytest

from samspil.lib import clock
from tests.journeys.days import MONDAY

BODY = "SSP-Følgegruppe"


@pytest.mark.requirement("G-16")
def test_a_glostrup_leader_is_warned_before_a_year_has_gone_without_a_meeting(be: Any, site: Any) -> None:
    year = MONDAY.year + 1
    assert "Der mangler" not in what_is_told(be, site, month=3)
    told = what_is_told(be, site, month=10)
    assert "Der mangler et møde inden" in told
    assert f"1. januar {year + 1}" in told


def what_is_told(be: Any, site: Any, month: int) -> str:
    site.at(datetime(MONDAY.year + 1, month, 1, 9, tzinfo=clock.COPENHAGEN))
    leader = be("Grethe Holm").menu("Organisation").press("Rytme og ledige pladser")
    line = leader.page.locator("li", has=leader.page.get_by_role("heading", name=BODY))
    leader.inspect()
    told = str(line.inner_text())
    assert "mindst en gang om året" in told
    return told
