from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def worker_login(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Only the worker's login acts for another; the test's own connection is made anew under it."""
    from django.db import connections

    connection = connections["default"]
    before = connection.settings_dict["USER"]
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["USER"] = "samspil_worker"
    yield
    with django_db_blocker.unblock():
        connection.settings_dict["USER"] = before
        connection.close()
