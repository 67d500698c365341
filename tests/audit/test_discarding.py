"""A month of the log goes when its term is over, and only with a sealed record of what went."""

from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest

from samspil.audit import outside, verify, verifying
from samspil.audit.discarding import LogNotWhole, drop_due
from samspil.audit.months import ensure_months
from samspil.audit.sealing import worker_login
from samspil.lib import clock
from tests.audit.hands import MANY, act, seal_all
from tests.conftest import World, as_owner

OLD = datetime(2020, 1, 31, 12, tzinfo=UTC)
TOLD = f"2020-01 er slettet med {MANY + 1} rækker. Grundlag: Loggen opbevares i 1826 dage."


@pytest.fixture
def old_month(log: World, clock_set: Any) -> World:
    """One seal over the old month alone, and one over its last row and the first rows of today."""
    now = clock.now()
    clock_set(OLD)
    ensure_months()
    act(log)
    assert seal_all() == MANY
    act(log, 1)
    clock_set(now)
    act(log)
    assert seal_all() == MANY + 1
    as_owner(
        "drop table if exists audit_reading_2020_02, audit_entry_2020_02, audit_reading_2020_03, audit_entry_2020_03"
    )
    return log


def test_a_month_dropped_with_a_record_leaves_the_log_whole(old_month: World) -> None:
    assert drop_due() == ["2020-01"]
    assert as_owner("select count(*) from audit_entry") == [(MANY,)]
    assert as_owner("select to_regclass('audit_entry_2020_01')") == [(None,)]
    assert verifying.verify() == []
    assert verifying.notes() == [TOLD]
    assert drop_due() == []
    act(old_month)
    assert seal_all() == MANY
    assert verifying.verify() == []


def test_the_same_month_without_a_record_is_found(old_month: World) -> None:
    as_owner("drop table audit_entry_2020_01, audit_reading_2020_01")
    assert verifying.verify() == [
        f"Segl 1 dækker {MANY} rækker, men der er 0.",
        f"Segl 2 dækker {MANY + 1} rækker, men der er {MANY}.",
    ]


def test_what_was_left_cannot_be_changed_under_cover_of_the_record(old_month: World) -> None:
    drop_due()
    as_owner("update audit_entry set verb = 'test.other' where id = (select max(id) from audit_entry)")
    assert verifying.verify() == ["Rækkerne, der var tilbage efter sletningen af 2020-01, er ændret."]
    as_owner("delete from audit_entry")
    assert verifying.verify() == [f"Efter sletningen af 2020-01 var der {MANY} rækker tilbage, men der er 0."]


@pytest.mark.parametrize("change", ["rows = 1", "basis = 'en anden'", "left_rows = 0", "upto_xact = upto_xact + 1"])
def test_a_changed_record_is_found(old_month: World, change: str) -> None:
    drop_due()
    as_owner(f"update audit_discard set {change}")
    assert "Beviset for, at 2020-01 er slettet, er ændret." in verifying.verify()


def test_a_removed_record_is_found(old_month: World) -> None:
    drop_due()
    as_owner("delete from audit_discard")
    assert f"De slettede måneder i databasen er andre end i {outside.DISCARDS}." in verifying.verify()


def test_nothing_goes_before_its_term(old_month: World) -> None:
    days = "update organisation_municipality set settings = jsonb_set(settings, '{housekeeping,log_days}', %s::jsonb)"
    as_owner(f"{days} where slug = 'storerup'", ["36500"])
    assert drop_due() == []  # one municipality of the installation keeps it longer
    call = "select drop_log_month('2020-01-01', 'test', 4, 1, 9999999999, '', 0, '', '')"
    with worker_login() as connection, pytest.raises(psycopg.errors.InsufficientPrivilege, match="term"):
        connection.execute(call.encode())
    as_owner(f"{days} where slug = 'storerup'", ["1826"])
    assert drop_due() == ["2020-01"]


def test_nothing_goes_from_a_log_that_is_not_whole_or_not_sealed(old_month: World) -> None:
    as_owner("update audit_entry set verb = 'test.other' where id = 1")
    with pytest.raises(LogNotWhole):
        drop_due()
    as_owner("update audit_entry set verb = 'test.act' where id = 1")
    as_owner("update audit_entry set at = '2020-01-31 13:00Z' where id = (select max(id) from audit_entry)")
    with pytest.raises(LogNotWhole):
        drop_due()
    assert as_owner("select count(*) from audit_discard") == [(0,)]


def test_the_operator_is_told(old_month: World, capsys: pytest.CaptureFixture[str]) -> None:
    verify.run(["drop"])
    verify.run(["drop"])
    verify.run(["verify"])
    told = "Slettet: 2020-01.\nIngen måned er over sin frist.\n" + TOLD + "\nLoggen er hel. 2 segl er prøvet.\n"
    assert capsys.readouterr().out == told
