"""The night: what people wrote goes, the examples lie there again, people sit as the real ones do, the log stays."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from samspil.lib import clock
from tests.conftest import as_owner
from tests.practice.conftest import rows_of


@pytest.fixture
def later(worker: int) -> Iterator[None]:
    """The one clock on the day that Freja's seat begins, and Karl without a seat."""
    as_owner("update organisation_tenure set valid_until = samspil_today() where person_id = %s", [_person("Karl%")])
    instant = clock.now() + timedelta(days=2)
    as_owner("insert into authority_clock (instant) values (%s)", [instant])
    clock.set_source(lambda: instant)
    yield
    clock.set_source(clock.system_time)
    as_owner("delete from authority_clock")
    as_owner("update organisation_tenure set valid_until = null where person_id = %s", [_person("Karl%")])


def test_a_room_is_renewed_once_a_day(worker: int) -> None:
    from samspil.practice.jobs.nights import renew_due

    before = _concerns(worker)
    assert renew_due() == 0
    assert _concerns(worker) == before
    assert len(before) == 4
    kinds = as_owner(
        "select distinct kind from circles_circle where municipality_id = %s and kind in ('case', 'item') order by 1",
        [worker],
    )
    assert kinds == [("case",), ("item",)]
    follow_ups = as_owner(
        "select count(*) from cases_followup where municipality_id = %s and held_on is null", [worker]
    )
    assert follow_ups == [(1,)]


def test_a_night_empties_and_lays_again(worker: int, later: None) -> None:
    from samspil.practice.jobs.nights import renew_due

    real = as_owner("select practice_of_id from organisation_municipality where id = %s", [worker])[0][0]
    before, rooms, entries = _concerns(worker), rows_of("circles_circle", real), rows_of("audit_entry", worker)
    people = rows_of("organisation_person", worker)
    assert renew_due() == 1
    after = _concerns(worker)
    assert len(after) == len(before)
    assert not after & before
    assert rows_of("circles_circle", real) == rooms
    assert rows_of("organisation_person", worker) == people + 1  # Freja's seat begins that day
    assert rows_of("audit_entry", worker) > entries
    emptied = as_owner("select count(*) from audit_receipt where act = 'emptied' and row = %s", [worker])
    assert emptied == [(2,)]
    assert _seats_of("Karl%") == 0
    assert _seats_of("Nanna%") == 1


def _concerns(practice: int) -> set[str]:
    return {key for (key,) in as_owner("select key from concerns_concern where municipality_id = %s", [practice])}


def _person(name: str) -> int:
    found = as_owner("select id from organisation_person where name like %s and practice_of_id is null", [name])
    return int(min(found)[0])


def _seats_of(name: str) -> int:
    found = as_owner(
        "select count(*) from tenure_today t join organisation_person p on p.id = t.person_id"
        " where p.practice_of_id is not null and p.name like %s",
        [name],
    )
    return int(found[0][0])
