"""A matter of the network, as triage leaves it: an item circle with a young person and a submission in it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from samspil.circles.commands import disclose, open_circle
from samspil.circles.models import YoungPerson
from samspil.circles.queries import closed_circle_of
from samspil.decisions.models import Submission
from samspil.lib.sort_key import sort_key
from samspil.organisation.models import Body

BASIS = "ssp115"
CANARY = "Karim Haddad"


def bring(actor: Any, name: str = CANARY, *, young: bool = True) -> Submission:
    """Open an item about this young person in Åskolen's network."""
    body = Body.objects.get(slug="netvaerk-aaskolen", municipality_id=actor.municipality_id)
    circle = open_circle(
        actor, closed_circle_of(body), kind="item", purpose="forebygge", title="Netværk Åskolen", body=body
    )
    act = disclose(actor, circle, basis=BASIS, necessity="Netværket kan hjælpe.")
    if young:
        YoungPerson.objects.create(circle=circle, act_id=act, name=name, sort_key=sort_key(name))
    return Submission.objects.create(circle=circle, act_id=act, body=body, title=name, reason="Fravær")


def opened(actor: Any, name: str = CANARY) -> Any:
    from samspil.cases.commands import Opening, open_case

    opening = Opening("Fravær om mandagen", "Skolen er bekymret.", "niveau-1", BASIS, "Vi følger op sammen.")
    return open_case(actor, bring(actor, name), opening=opening)


@pytest.fixture
def patient(world: Any) -> None:
    """A test's many requests share one transaction, which the server's limit for one request must not end."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config(name, '0', true) from pg_settings where name = 'transaction_timeout'")


@pytest.fixture
def case_key(acting: Callable[[str], Any]) -> str:
    with acting("anna") as anna:
        return str(opened(anna).key)
