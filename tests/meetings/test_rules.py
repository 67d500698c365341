from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from samspil.meetings import rules

NOW = datetime(2026, 12, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass
class Item:
    pk: int
    position: int
    is_closed: bool = False


def test_standing_items_come_in_their_months() -> None:
    standing: list[dict[str, Any]] = [{"title": "A"}, {"title": "B", "months": [9]}]
    assert [one["title"] for one in rules.standing_for(standing, 9)] == ["A", "B"]
    assert [one["title"] for one in rules.standing_for(standing, 10)] == ["A"]


@pytest.mark.parametrize(
    ("standing", "place"),
    [([{}, {}, {}], 2001), ([{}], 1001), ([], 1), ([{}, {"closed": True}, {}, {}], 1001)],
)
def test_the_closed_part_lies_before_the_last_item_or_where_the_body_says(
    standing: list[dict[str, object]], place: int
) -> None:
    assert rules.place_for_closed(standing) == place


def test_an_open_item_moves_past_closed_ones_without_leaving_a_trace() -> None:
    first, secret, last = Item(1, 1000), Item(2, 1001, is_closed=True), Item(3, 2000)
    assert rules.moved([first, secret, last], last, up=True) == [(last, 1000), (first, 2000)]
    assert rules.moved([first, secret, last], secret, up=True) == [(secret, 999)]
    assert rules.moved([first, secret, last], first, up=True) == []


@pytest.mark.parametrize(
    ("closed_matters", "sees_closed", "shown"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_the_one_line_tells_of_no_item(closed_matters: Any, sees_closed: Any, shown: Any) -> None:
    assert rules.shows_closed_line(closed_matters=closed_matters, sees_closed=sees_closed) is shown


@pytest.mark.parametrize(
    "sentence",
    [
        rules.why_not_plan(NOW, NOW, NOW),
        rules.why_not_plan(NOW - 48 * HOUR, NOW, NOW),
        rules.why_not_change(NOW),
        rules.why_not_convene(NOW),
        rules.why_not_start(NOW, None),
        rules.why_not_start(None, NOW),
        rules.why_not_end(None, None),
        rules.why_not_end(NOW, NOW),
        rules.why_not_send(None),
        rules.why_not_share(" ", "fordi"),
        rules.why_not_share("tekst", " "),
    ],
)
def test_a_no_is_a_sentence(sentence: str | None) -> None:
    assert sentence is not None
    assert sentence.endswith((".", "gemt."))


def test_what_makes_sense_is_not_refused() -> None:
    assert rules.why_not_plan(NOW, NOW + HOUR, NOW) is None
    assert rules.why_not_change(None) is None
    assert rules.why_not_start(None, None) is None
    assert rules.why_not_end(NOW, None) is None
    assert rules.why_not_send(NOW) is None
    assert rules.why_not_share("tekst", "fordi") is None


def test_meetings_clash_when_they_overlap_and_not_when_they_meet() -> None:
    others = [
        (NOW - HOUR, NOW, "før"),
        (NOW + HOUR / 2, NOW + 2 * HOUR, "midt i"),
        (NOW + HOUR, NOW + 2 * HOUR, "efter"),
    ]
    assert rules.clashes(NOW, NOW + HOUR, others) == [(NOW + HOUR / 2, "midt i")]


def test_reading_days_are_the_municipality_s() -> None:
    assert rules.reading_days({"item_reading_days": 3}) == 3


def test_a_meeting_says_what_it_is_for_where_it_is_more_than_ordinary() -> None:
    assert rules.what_for("theme", "Når skolen ser det først") == "Temamøde: Når skolen ser det først"
    assert rules.what_for("extraordinary", "") == "Ekstraordinært møde"
    assert rules.what_for("ordinary", "Budget") == "Budget"
    assert rules.what_for("ordinary", "") == ""
