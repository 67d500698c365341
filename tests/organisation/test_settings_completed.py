"""A municipality whose file was applied before a key came gets the format's own value, and keeps what its file said."""

from collections.abc import Iterator
from typing import Any

import pytest

from samspil.organisation.loading.defaults import complete_settings, default_settings
from tests.conftest import World, acting_person, as_owner, fresh_copy, read_world


@pytest.fixture
def as_before(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Lillerup as it was applied before three keys came, one of them inside a table."""
    as_owner(
        "update organisation_municipality set settings = (settings - 'housekeeping' - 'decision_outcomes')"
        " #- '{reaction_limits,notice_receipt_weekdays}' where slug = 'lillerup'"
    )
    with django_db_blocker.unblock():
        yield read_world()
        fresh_copy()


def test_what_is_missing_is_filled_and_what_was_said_stays(as_before: World) -> None:
    with acting_person(as_before, "anna", "test.test") as actor:
        assert "decision_outcomes" not in actor.settings
        said = actor.settings
    assert complete_settings("owner") == 1
    with acting_person(as_before, "anna", "test.test") as actor:
        filled = actor.settings
    assert filled["decision_outcomes"] == default_settings()["decision_outcomes"]
    assert filled["housekeeping"]["log_days"] > 0
    assert set(filled["reaction_limits"]) == set(default_settings()["reaction_limits"])
    assert {key: filled[key] for key in said if key != "reaction_limits"} == {
        key: said[key] for key in said if key != "reaction_limits"
    }
    assert complete_settings("owner") == 0


def test_every_key_that_a_file_gives_has_a_value_without_one(world: World) -> None:
    with acting_person(world, "anna", "test.test") as actor:
        assert set(actor.settings) - {"may_practise"} == set(default_settings())
