"""What the municipality's own file says reaches forms and choices."""

from typing import Any

from samspil.concerns.forms import StepTwo
from samspil.concerns.queries import choices
from samspil.concerns.rules import NOT_NEEDED, SENT, Limits
from samspil.lib import clock


def test_an_age_over_the_municipality_s_oldest_is_taken_for_a_slip() -> None:
    typed = {"birth_date": f"01-01-{clock.today().year - 19}"}
    assert "over 18 år" in str(StepTwo(typed, oldest=18, partial=True).errors["birth_date"])
    assert "birth_date" not in StepTwo(typed, oldest=19, partial=True).errors


def test_the_receipt_of_a_notice_is_told_from_the_limit() -> None:
    offered = dict(choices.notices("", Limits(24, 48, 3)))
    assert list(offered) == [SENT, NOT_NEEDED]
    assert offered[SENT].small == "De skal kvittere inden 3 hverdage."  # type: ignore[attr-defined]  # the choices are Options


def test_whoever_receives_notices_stands_in_both_forms(client_of: Any, sent: Any) -> None:
    told = client_of("anna").get(f"/bekymringer/{sent(notified='doubt')}/").content.decode()
    assert told.count('value="Familieafdelingen"') == 2
