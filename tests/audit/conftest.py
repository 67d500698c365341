from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from samspil.lib import clock
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
    as_owner("truncate audit_reading, audit_entry, audit_seal, audit_discard, audit_receipt restart identity")
    as_owner("delete from audit_chain where id > 1")
    as_owner("update audit_chain set cluster = cluster_in_hand()")
    as_owner("truncate authority_clock, authority_visit")
    as_owner("select ensure_log_months(2)")
    return read_world()


@pytest.fixture
def clock_set(log: World) -> Any:
    def set_to(instant: datetime) -> None:
        as_owner("delete from authority_clock")
        as_owner("insert into authority_clock (instant) values (%s)", [instant])
        clock.set_source(lambda: instant + timedelta(0))

    yield set_to
    clock.set_source(clock.system_time)
