"""The season of the demo: twice the same, about nobody who lives, and the clock is the real one again afterwards."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from samspil.config import demo_world
from samspil.config.season import make, making, people, stories
from samspil.lib import clock, cpr
from tests.conftest import as_owner, fresh_copy

PLACE = "glostrup"
COUNTED = (
    "concerns_concern",
    "concerns_triage",
    "concerns_answer",
    "meetings_ending",
    "meetings_sharednote",
    "meetings_guest",
    "decisions_commitment",
    "decisions_commitmentreport",
    "cases_case",
    "circles_exclusion",
    "organisation_tenure",
)
NEVER_EMPTY = ("concerns_concern", "concerns_triage", "meetings_ending", "decisions_commitment")
LIKE_A_NUMBER = re.compile(r"\b([0-3]\d)[01]\d\d\d[- ]?\d{4}\b")


@pytest.fixture
def one_small_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(demo_world, "STATE", tmp_path)
    monkeypatch.setattr(demo_world, "ORGANISATIONS", (PLACE,))
    monkeypatch.setattr(people, "MORE", {PLACE: 12})
    monkeypatch.setattr(making, "CONCERNS", {PLACE: 5})
    monkeypatch.setattr(making, "TABLES", 1)
    monkeypatch.setattr(making, "WEEKS", 6)
    monkeypatch.setattr(making, "MEETINGS_BACK", 1)


def build() -> dict[str, int]:
    fresh_copy()
    make(lambda _text: None, lambda: demo_world.fill(lambda _text: None))
    return {table: as_owner(f"select count(*) from {table}")[0][0] for table in COUNTED}


def test_two_seasons_are_the_same_and_time_is_the_real_one_afterwards(
    django_db_setup: None, django_db_blocker: Any, one_small_place: None
) -> None:
    with django_db_blocker.unblock():
        try:
            first = build()
            assert as_owner("select count(*) from authority_clock") == [(0,)]
            assert abs((clock.now() - clock.system_time()).total_seconds()) < 60
            days = as_owner("select min(at)::date, max(at)::date from audit_entry")[0]
            assert (days[1] - days[0]).days > 30
            late = as_owner("select count(*) from post_outgoing where sent_at is null and due < %s", [clock.now()])
            assert late == [(0,)]
            second = build()
        finally:
            fresh_copy()
    assert first == second
    assert all(first[table] for table in NEVER_EMPTY)


def test_no_text_holds_a_number_that_somebody_could_bear() -> None:
    for path in stories.HERE.glob("*.toml"):
        assert LIKE_A_NUMBER.search(path.read_text()) is None
    assert LIKE_A_NUMBER.search("født 010190-1234") is not None


def test_everybody_it_is_about_has_a_number_that_no_living_person_bears() -> None:
    teller = stories.Teller("anywhere", clock.today())
    children = [teller.matter().child for _ in range(300)]
    for child in children:
        number = cpr.parse(child.cpr)
        assert cpr.is_replacement(number)
        assert cpr.birth_date(number) == child.born
    assert {child.girl for child in children} == {True, False}


def test_each_story_is_told_whole_about_a_girl_and_a_boy() -> None:
    teller = stories.Teller("anywhere", clock.today())
    told = [teller.matter(number) for number in range(8 * len(stories.STORIES))]
    filled = [
        line for one in told for slot in one.story if slot not in {"kinds", "urgency"} for line in _lines(one, slot)
    ]
    assert not [line for line in filled if not line or "{" in line or "}" in line]
    assert {one.child.girl for one in told} == {True, False}


def _lines(matter: stories.Matter, slot: str) -> list[str]:
    return matter.all(slot) if isinstance(matter.story[slot], list) else [matter.says(slot)]


def test_they_are_three_hundred() -> None:
    named = tomllib.loads(demo_world.PEOPLE.read_text())
    assert sum(len(found) for found in named.values()) + sum(people.MORE.values()) == 300
    assert set(named) == set(people.MORE) == set(making.CONCERNS) == set(demo_world.ORGANISATIONS)
