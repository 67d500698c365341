"""A municipality is emptied of its matters: all of them, in one act, with a receipt, and nobody else's."""

import json

import psycopg
import pytest

from samspil.audit import restoring
from samspil.audit.receipts import Receipt
from samspil.authority.tables import protected_models
from samspil.lifecycle.rules import EMPTIED, KEPT
from tests.conftest import World
from tests.lifecycle.conftest import undone
from tests.lifecycle.tables import Connection, all_tables, lying_in
from tests.world.turn import Turn

EMPTY = "select place, rows from empty_municipality(%s, %s)"
WHY = "Øvelsen tømmes hver nat"
WRITTEN = {"audit_receipt", "audit_entry", "lifecycle_municipalact"}
PROTECTED = {model._meta.db_table for model in protected_models()}


def empty(connection: Connection, municipality: int) -> dict[str, int]:
    return dict(connection.execute(EMPTY.encode(), [municipality, WHY]).fetchall())


def test_every_table_has_a_place(operator: Connection) -> None:
    tables = all_tables(operator)
    kept = {table for table in tables if any(table.startswith(beginning) for beginning in KEPT)}
    emptied = PROTECTED | EMPTIED
    assert kept | emptied == set(tables)
    assert kept & emptied == set()
    assert {beginning for beginning in KEPT if not any(table.startswith(beginning) for table in tables)} <= {"account_"}
    assert operator.execute("select emptied_tables()").fetchone() == (sorted(emptied),)


def test_nothing_kept_leans_on_what_is_emptied(operator: Connection) -> None:
    rows = operator.execute(
        "select conrelid::regclass::text, confrelid::regclass::text from pg_constraint where contype = 'f'"
    ).fetchall()
    emptied = PROTECTED | EMPTIED
    assert [(child, parent) for child, parent in rows if parent in emptied and child not in emptied] == []


def test_all_matters_go_and_all_else_stays(laid: tuple[World, Turn], operator: Connection) -> None:
    world = laid[0]
    before, elsewhere = lying_in(operator, world.lillerup), lying_in(operator, world.storerup)
    assert {"concerns_concern", "cases_case", "decisions_commitment", "post_outgoing"} <= set(before)
    gone = empty(operator, world.lillerup)
    operator.execute("set constraints all immediate")
    after = lying_in(operator, world.lillerup)
    standing = {"circles_circle", "circles_member"}
    assert {table for table in after if table in PROTECTED | EMPTIED} == standing
    assert {table: rows for table, rows in before.items() if table not in PROTECTED | EMPTIED | WRITTEN} == {
        table: rows for table, rows in after.items() if table not in standing | WRITTEN
    }
    assert gone == {
        table: before[table][0] - after.get(table, (0, ""))[0] for table in before if table in PROTECTED | EMPTIED
    }
    assert lying_in(operator, world.storerup) == elsewhere


def test_the_rooms_that_stand_keep_their_bodies_and_nobody_else(laid: tuple[World, Turn], operator: Connection) -> None:
    empty(operator, laid[0].lillerup)
    rows = operator.execute(
        "select distinct c.kind, m.tenure_id is null from circles_circle c join circles_member m on m.circle_id = c.id"
        " where c.municipality_id = %s",
        [laid[0].lillerup],
    ).fetchall()
    assert sorted(rows) == [("body_closed", True), ("body_open", True), ("office", True), ("unit", True)]


def test_one_receipt_tells_which_rows_went(laid: tuple[World, Turn], operator: Connection) -> None:
    world, turn = laid
    last = operator.execute("select coalesce(max(id), 0) from audit_receipt").fetchone()
    gone = empty(operator, world.lillerup)
    rows = operator.execute(
        "select act, place, row, facts from audit_receipt where id > %s", [last and last[0]]
    ).fetchall()
    assert [row[:3] for row in rows] == [("emptied", "organisation_municipality", world.lillerup)]
    facts = rows[0][3]
    assert {table: len(ids) for table, ids in facts["gone"].items()} == gone
    assert facts["rows"] == sum(gone.values())
    assert turn.circles["concern"] in facts["gone"]["circles_circle"]
    told = operator.execute(
        "select m.kind, m.slug, m.because, m.rows, m.digest = %s, e.verb, e.person_id from lifecycle_municipalact m"
        " join audit_entry e on e.subject = 'municipalact:' || m.key where m.kind = 'emptied'",
        [facts["digest"]],
    ).fetchall()
    assert told == [("emptied", "lillerup", WHY, facts["rows"], True, "lifecycle.emptied", None)]
    assert "Kanarie" not in json.dumps(facts)


def test_a_row_destroyed_by_itself_still_leaves_a_receipt_of_its_own(
    laid: tuple[World, Turn], operator: Connection
) -> None:
    """Saying that a municipality is being emptied hides nothing: the receipt must be there, and of this transaction."""
    operator.execute("select set_config('samspil.emptying', '1', true)")
    operator.execute("delete from concerns_likeness where false")
    operator.execute("delete from decisions_commitmentreport where municipality_id = %s", [laid[0].lillerup])
    rows = operator.execute("select distinct act, place from audit_receipt where act = 'gone'").fetchall()
    assert ("gone", "decisions_commitmentreport") in rows


def test_the_worker_empties_practice_alone_and_the_server_nothing(laid: tuple[World, Turn]) -> None:
    for login in ("samspil_worker", "samspil_web"):
        with undone(login) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            empty(connection, laid[0].lillerup)


def test_a_municipality_that_is_not_there_is_refused(operator: Connection) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        empty(operator, 999_999)


@pytest.mark.django_db(databases=["default", "owner"])
def test_after_a_restore_it_is_emptied_again(laid: tuple[World, Turn]) -> None:
    """The folder outside knows of an emptying that the back-up does not."""
    from django.db import connections, transaction

    world = laid[0]
    told = Receipt(10_000, "emptied", "organisation_municipality", world.lillerup, {"rows": 1, "gone": {}})
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        assert list(restoring._carry_out(cursor, [told])) == []
        cursor.execute("set local role samspil_rule")
        cursor.execute(
            "select count(*) filter (where municipality_id = %s), count(*) > 0 from circles_circle c"
            " where c.kind in ('concern', 'item', 'case')",
            [world.lillerup],
        )
        assert cursor.fetchone() == (0, True)
        transaction.set_rollback(True, using="owner")
