"""How long a circle is kept, in words."""

from datetime import UTC, datetime

import pytest

from samspil.circles.models import Circle
from samspil.circles.rules import retention_words
from samspil.organisation.models import RetentionCategory

OPENED = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
CLOSED = datetime(2026, 12, 9, 23, 30, tzinfo=UTC)


@pytest.mark.requirement("L38")
@pytest.mark.parametrize(
    ("days", "starts", "outcome", "closed", "words"),
    [
        (7, "closed", "discard", CLOSED, "Skal slettes tors. 17. dec. 2026."),
        (7, "closed", "discard", None, "Skal slettes 7 dage efter, at det er afsluttet."),
        (
            1,
            "closed",
            "handover",
            None,
            "Skal afleveres til kommunens journal og slettes her 1 dag efter, at det er afsluttet.",
        ),
        (30, "opened", "block", None, "Skal låses tors. 31. dec. 2026."),
        (365, "latest", "discard", CLOSED, "Skal slettes 365 dage efter, at der sidst er skrevet noget nyt."),
    ],
)
def test_words(days: int, starts: str, outcome: str, closed: datetime | None, words: str) -> None:
    category = RetentionCategory(days=days, starts=starts, outcome=outcome)
    assert retention_words(Circle(opened_at=OPENED, closed_at=closed), category) == words


def test_an_outcome_that_nobody_knows_is_an_error_and_never_taken_for_deletion() -> None:
    category = RetentionCategory(days=7, starts="closed", outcome="arkiv")
    with pytest.raises(KeyError, match="arkiv"):
        retention_words(Circle(opened_at=OPENED, closed_at=CLOSED), category)
