"""Writing the log makes nobody wait, and every row has a month to lie in."""

import os
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest

from samspil.audit.months import ensure_months
from tests.conftest import World, as_owner, ticket_of


def web() -> psycopg.Connection[Any]:
    return psycopg.connect(os.environ["DATABASE_URL"], options="-c lock_timeout=200ms -c statement_timeout=2000ms")


def write_both(connection: psycopg.Connection[Any], ticket: str) -> None:
    connection.execute("select arrive(%s)", [ticket])
    connection.execute("select record_reading('test.test', '{1}', '{2}')")
    connection.execute("select record_entry('test.act', null, 'thing:', false)")


def test_two_open_transactions_both_record_and_neither_waits(log: World) -> None:
    tickets = [ticket_of(log, key) for key in ("anna", "bo")]
    with web() as first, web() as second:
        write_both(first, tickets[0])
        write_both(second, tickets[1])
        held = as_owner(
            "select l.relation::regclass::text, l.mode from pg_locks l join pg_stat_activity a on a.pid = l.pid"
            " where a.usename = 'samspil_web' and l.relation is not null and l.mode not in ('AccessShareLock',"
            " 'RowShareLock', 'RowExclusiveLock')"
        )
        assert held == []
        assert as_owner("select count(*) from pg_locks where locktype = 'advisory'") == [(0,)]
        second.commit()
        first.commit()
    assert as_owner("select count(*) from audit_reading") == as_owner("select count(*) from audit_entry") == [(2,)]


def test_somebody_who_seals_is_not_waited_for_either(log: World) -> None:
    with psycopg.connect(os.environ["DATABASE_WORKER_URL"]) as sealer, web() as connection:
        sealer.execute("select write_seal(1, 0, 1, 0, '')")
        write_both(connection, ticket_of(log, "anna"))
    assert as_owner("select count(*) from audit_entry") == [(1,)]


def test_nobody_records_as_nobody(log: World) -> None:
    with web() as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("select record_reading('test.test', '{1}', '{2}')")


def test_a_month_is_made_once_and_rows_that_came_before_it_move_in(log: World, clock_set: Any) -> None:
    clock_set(datetime(2031, 5, 10, tzinfo=UTC))
    with web() as connection:
        write_both(connection, ticket_of(log, "anna"))
    assert where_rows_lie() == {"audit_entry_rest", "audit_reading_rest"}
    months, tables = 3, 2
    assert ensure_months() == months * tables
    assert where_rows_lie() == {"audit_entry_2031_05", "audit_reading_2031_05"}
    assert ensure_months() == 0
    with web() as connection:
        write_both(connection, ticket_of(log, "anna"))
    assert where_rows_lie() == {"audit_entry_2031_05", "audit_reading_2031_05"}
    clock_set(datetime(2040, 1, 1, tzinfo=UTC))
    with web() as connection:
        write_both(connection, ticket_of(log, "bo"))
    assert "audit_entry_rest" in where_rows_lie()


def test_only_the_worker_makes_months(log: World) -> None:
    with web() as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("select ensure_log_months(2)")


def where_rows_lie() -> set[str]:
    rows = as_owner(
        "select tableoid::regclass::text from audit_reading union all select tableoid::regclass::text from audit_entry"
    )
    return {name for (name,) in rows}


def test_an_entry_lies_in_the_municipality_in_hand_and_a_seat_that_was_left_opens_none(log: World) -> None:
    def seat_in_lillerup(until: str) -> None:
        as_owner(
            "insert into organisation_tenure"
            " (key, municipality_id, seat_id, person_id, kind, valid_from, valid_until, registered_from)"
            " select new_act_key(), t.municipality_id, t.seat_id, %s, 'deputy', samspil_today() - 9,"
            f" samspil_today() + ({until})::integer, samspil_now() from organisation_tenure t where t.person_id = %s",
            [log.people["vera"], log.people["nanna"]],
        )

    def places() -> set[int]:
        with web() as connection:
            write_both(connection, ticket_of(log, "vera"))
            found: Any = connection.execute("select actor_municipalities()").fetchone()
            return set(found[0])

    seat_in_lillerup("0")
    assert places() == {log.storerup}
    seat_in_lillerup("1")
    assert places() == {log.storerup, log.lillerup}
    assert as_owner("select distinct municipality_id from audit_entry") == [(log.storerup,)]
