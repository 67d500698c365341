"""Roles and rights of a database, made by several at the same time."""

from concurrent.futures import ThreadPoolExecutor

from samspil.config import preparation
from tests.conftest import NAME, _server, as_owner

AT_ONCE = 4


def test_databases_are_prepared_at_the_same_time(django_db_setup: None) -> None:
    """Two web servers that start together, or two workers of the tests on a new server."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = [pool.submit(preparation.prepare, _server.url(NAME)) for _ in range(3 * AT_ONCE)]
    assert [one.exception() for one in done] == [None] * (3 * AT_ONCE)
    assert as_owner("select count(*) from pg_roles where rolname = 'samspil_web'") == [(1,)]
