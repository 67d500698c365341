"""What a page asks of the database: pinned in matrix.toml, never above twelve but where it is listed why."""

import pytest

from tests.doors.matrix import STATED, VISITS, Visit
from tests.doors.sweep import Sweep

MOST = 12
PAGES = [visit for visit in VISITS if visit.takes != "POST" and visit.yes]


@pytest.mark.parametrize("visit", PAGES, ids=lambda visit: visit.label)
def test_a_page_asks_no_more_than_is_pinned(sweep: Sweep, visit: Visit) -> None:
    dearest = max((sweep.get(visit, person) for person in sorted(visit.yes)), key=lambda answer: answer.queries)
    listed = "\n".join(dearest.asked)
    assert dearest.queries <= visit.queries <= STATED["dear"].get(visit.door, MOST), f"{dearest.queries}\n{listed}"
