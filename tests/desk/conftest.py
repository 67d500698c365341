"""A case with a follow-up that is due, promises open and closed, and a meeting: what Min SSP draws from."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from samspil.cases import queries as cases
from samspil.cases.commands import appoint_lead, set_follow_up
from samspil.circles.queries import open_circle_of
from samspil.concerns import commands
from samspil.concerns import queries as concerns
from samspil.decisions.commands import Promise, promise
from samspil.decisions.models import Commitment, Submission
from samspil.lib import clock
from samspil.meetings.models import Meeting
from samspil.organisation.models import Body, Tenure, Unit
from tests.cases.conftest import CANARY, opened, patient

__all__ = ["patient"]

PROMISED = "Ringe til Karims mor"
OPEN_PROMISE = "Finde en dato til forældreaften"


def fill(anna: Any, number: int) -> None:
    """So many of everything, all of it with the canary in its named fields."""
    body = Body.objects.get(slug="netvaerk-aaskolen", municipality_id=anna.municipality_id)
    room = open_circle_of(body)
    seat = Tenure.objects.get(person_id=anna.person_id, seat__body=body)
    soon = clock.now() + timedelta(days=2)
    for _ in range(number):
        case = opened(anna, CANARY)
        lead = next(one for one in cases.holders(case) if one.mine)
        appoint_lead(anna, case, tenure_id=lead.tenure_id)
        set_follow_up(anna, case, due=clock.today())
        submission = Submission.objects.filter(title=CANARY).latest("pk")
        promise(anna, submission, promised=Promise(seat, PROMISED, clock.today()))
        Commitment.objects.create(circle=room, tenure=seat, what=OPEN_PROMISE, due=clock.today() + timedelta(days=3))
        Meeting.objects.create(
            circle=room, body=body, starts_at=soon, ends_at=soon + timedelta(hours=1), place="Lokale 2"
        )


def worry(nanna: Any, number: int) -> None:
    """So many concerns sent from Åskolen, about the canary."""
    for _ in range(number):
        facts = commands.DraftFacts(
            kinds=["fravaer"], name=CANARY, observation="Han sov i timen.", school=Unit.objects.get(slug="aaskolen")
        )
        concern = commands.start_concern(nanna, concerns.workplaces(nanna)[0], facts=facts, purpose="forebygge")
        draft = concerns.open_draft(nanna, concern.key)
        commands.send_concern(nanna, draft, notified="doubt", reachable="")


@pytest.fixture
def filled(acting: Callable[[str], Any]) -> None:
    with acting("anna") as anna:
        fill(anna, 1)
