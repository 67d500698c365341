"""Acts that leave entries, and sealing them."""

import time

from samspil.audit import sealing
from samspil.authority.command import record
from tests.conftest import World, acting_person, as_owner

MANY = 3
PATIENCE_SECONDS = 120


def act(world: World, times: int = MANY) -> None:
    """So many requests, each with an entry of its own."""
    for number in range(times):
        with acting_person(world, "anna", "test.test"):
            record("test.act", None, f"thing:{number}")


def seal_all() -> int:
    """Seal when nothing older runs: the horizon is the whole server's, and other tests' databases are on it."""
    mark, until = as_owner("select pg_current_xact_id()::text::bigint")[0][0], time.monotonic() + PATIENCE_SECONDS
    while as_owner("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")[0][0] <= mark:
        assert time.monotonic() < until, "another transaction on the server does not end"
        time.sleep(0.05)
    return sealing.seal()


def two_seals(world: World) -> None:
    for _ in range(2):
        act(world)
        assert seal_all() == MANY
