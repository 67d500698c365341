from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import World, as_owner, fresh_copy, read_world


@pytest.fixture(scope="module")
def real_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        fresh_copy()
        yield
        fresh_copy()


@pytest.fixture
def log(real_database: None, tmp_path: Path, settings: Any) -> World:
    """An empty log in a database where transactions really commit, and a seal folder of the test's own."""
    settings.SEAL_FOLDER = tmp_path / "seals"
    as_owner("truncate audit_reading, audit_entry, audit_seal restart identity")
    as_owner("truncate authority_clock, authority_visit")
    as_owner("select ensure_log_months(2)")
    return read_world()
