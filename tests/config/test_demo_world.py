"""A second start of the demo does not fill in again what is there; a change of the files, or another database, does."""

from pathlib import Path
from typing import Any

import pytest

from samspil.config import demo_world
from tests.conftest import fresh_copy

SAME = ["The municipalities and their people are as they were"]


def test_only_what_changed_is_filled_in(
    django_db_setup: None, django_db_blocker: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_world, "STATE", tmp_path)
    monkeypatch.setattr(demo_world, "ORGANISATIONS", ("glostrup",))
    with django_db_blocker.unblock():
        fresh_copy()
        assert told() == ["Glostrup Kommune", "Glostrup Kommune"]
        assert told() == SAME
        monkeypatch.setattr(demo_world, "_source", lambda: "a changed file")
        assert told() == ["Glostrup Kommune"]  # its people are there
        assert told() == SAME
        fresh_copy()
        assert told() == ["Glostrup Kommune", "Glostrup Kommune"]  # the stamp is of a database that is no more
        fresh_copy()


def told() -> list[str]:
    said: list[str] = []
    demo_world.fill(said.append)
    return [line.split(":")[0] for line in said]
