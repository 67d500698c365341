from collections.abc import Iterator
from typing import Any

import pytest

from tests.authority.matter import Matter, lay
from tests.conftest import fresh_copy, read_world


@pytest.fixture(scope="module")
def matter(django_db_setup: None, django_db_blocker: Any) -> Iterator[Matter]:
    """A matter in a database that is this module's own, because its transactions commit."""
    with django_db_blocker.unblock():
        fresh_copy()
        yield lay(read_world())
        fresh_copy()
