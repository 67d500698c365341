"""What the act asks for each of its lines, and what it asks once for all of them."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.lib import clock
from tests.intake.hands import KARIM, book, fetched, handed, promise

EACH_LINE = 65
"""A case with a lead, a follow-up and a commitment: nine acts, each with its savepoint and its entry in the ledger."""
ONCE = {"organisation_tenure": 2, "organisation_retentioncategory": 2, "organisation_unit": 1}
ONCE |= {"organisation_municipality": 0}
"""It comes with the circle."""


def asked(anna: Any, number: int) -> list[str]:
    followed = {**KARIM, "Tovholder": "Anna Holm", "Næste opfølgning": clock.today() + timedelta(days=7)}
    names = [f"Kanarie {number} {one}" for one in range(number)]
    answer = handed(anna, book([{**followed, "Navn": name} for name in names], [promise(Navn=name) for name in names]))
    with CaptureQueriesContext(connection) as told:
        assert fetched(anna, answer).status_code == 303
    return [one["sql"] for one in told]


def about(statements: list[str]) -> dict[str, int]:
    return {table: sum(f'FROM "{table}"' in one for one in statements) for table in ONCE}


def test_a_line_more_asks_for_its_own_acts_and_for_nothing_that_is_known(client_of: Any) -> None:
    anna = client_of("anna")
    one, three = asked(anna, 1), asked(anna, 3)
    assert about(one) == about(three) == ONCE
    assert 0 < (len(three) - len(one)) / 2 <= EACH_LINE
