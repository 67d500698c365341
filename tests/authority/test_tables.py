"""For every table, in statements of one's own over the server's login: nobody widens anybody's access,
and nobody learns who is in a circle that is hidden from them.
"""

import os
from typing import Any

import psycopg
import pytest

from samspil.authority.tables import class_of, protected_models
from tests.authority import raw
from tests.authority.catalogue import names
from tests.authority.matter import Matter
from tests.authority.raw import owner_url
from tests.conftest import as_owner

PROTECTED = pytest.mark.parametrize("model", protected_models(), ids=lambda model: model._meta.db_table)


def test_the_matter_is_as_it_should_be(matter: Matter) -> None:
    assert matter.circles["item"] in raw.circles_of(matter.world.people["anna"])
    assert matter.circles["body_open"] in raw.circles_of(matter.world.people["uffe"])
    assert raw.circles_of(matter.world.people["uffe"]).isdisjoint(
        {matter.circles[kind] for kind in ("concern", "item", "case")}
    )


@PROTECTED
def test_an_outsider_reaches_no_row_that_another_reaches(matter: Matter, model: Any) -> None:
    table = model._meta.db_table
    outsider = "uffe" if model.kind != "open" else "vera"
    reader, writer = somebody(matter, model, "read"), somebody(matter, model, "write")
    look = f"select count(*) from {table} where id = {matter.rows[table]}"
    touch = f"update {table} set written_at = written_at where id = {matter.rows[table]}"
    ticket = matter.tickets[outsider]
    assert raw.ask(ticket, look) == [(0,)]
    assert raw.answer_to(ticket, touch) == "rows 0"
    assert raw.refused(ticket, copy_into(matter, model, outsider)) == "42501"
    assert raw.ask(matter.tickets[reader], look) == [(1,)]
    assert raw.answer_to(matter.tickets[writer], touch) == "rows 1"
    # what is once in a circle meets its own unique key, which comes after the policy
    assert raw.refused(matter.tickets[writer], copy_into(matter, model, writer)) in {None, "23505"}


@PROTECTED
def test_nobody_deletes_or_empties(matter: Matter, model: Any) -> None:
    table = model._meta.db_table
    for statement in (
        f"delete from {table}",
        f"truncate {table} cascade",
        f"alter table {table} disable row level security",
        f"drop table {table}",
    ):
        assert raw.refused(matter.tickets[somebody(matter, model, "write")], statement) == "42501"


@PROTECTED
def test_a_row_never_leaves_its_circle(matter: Matter, model: Any) -> None:
    table = model._meta.db_table
    writer = matter.tickets[somebody(matter, model, "write")]
    for column, value in (("circle_id", matter.circles["unit"]), ("municipality_id", matter.world.storerup)):
        assert (
            raw.answer_to(writer, f"update {table} set {column} = %s where id = %s", [value, matter.rows[table]])
            == "23514 a row never leaves its circle"
        )
    assert (
        raw.refused(
            writer,
            f"update {table} set written_by_id = null, written_at = written_at + interval '1 day' where id ="
            f" {matter.rows[table]}",
        )
        == "23514"
    )


def test_no_statement_on_any_table_changes_who_is_in_a_circle(matter: Matter) -> None:
    before = raw.grants()
    tried = 0
    for table in names(
        "select c.relname from pg_class c where c.relkind in ('r', 'p', 'v') and c.relnamespace ="
        " 'public'::regnamespace order by 1"
    ):
        for statement in blunt_statements(table):
            if class_of(table) == "circle" and not statement.startswith("insert"):
                continue  # tried row by row above
            raw.answer_to(matter.tickets["uffe"], statement)
            tried += 1
    assert tried > 300
    assert raw.grants() == before


ACCESS = {
    "a seat in the circle": "insert into circles_member (municipality_id, circle_id, kind, basis, body_id, part,"
    " starts_at, reason, act_key) select"
    " municipality_id, id, kind, basis, body_id, 'keeper', samspil_now(), '', '' from circles_circle where id = {item}",
    "a longer stay": "update circles_member set ends_at = null, part = 'keeper'",
    "somebody out": "delete from circles_member where circle_id = {item}",
    "a tenure": "insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from,"
    " registered_from)"
    " select substr(md5(id::text), 1, 10), municipality_id, id, {uffe}, 'deputy', '2020-01-01', samspil_now() from"
    " organisation_seat where slug = 'netvaerk-aaskolen.ssp-konsulent'",
    "another's tenure": "update organisation_tenure set person_id = {uffe}",
    "a mandate": "insert into organisation_mandate (municipality_id, function_id, circle_kind, part, capability,"
    " row_class, valid_from, registered_from)"
    " select municipality_id, id, 'item', 'keeper', 'item.read', 'named', '2020-01-01', samspil_now() from"
    " organisation_function where slug = 'boligraadgiver'",
    "a lawful row": (
        "insert into organisation_lawful (municipality_id, basis, legal_kind, row_class) values"
        " ({lillerup}, 'ssp115', 'outsider', 'named')"
    ),
    "a seat's legal kind": "update organisation_seat set legal_kind = 'municipal'",
    "a seat's function": (
        "update organisation_seat s set function_id = (select id from organisation_function f"
        " where f.slug = 'ssp-konsulent' limit 1)"
    ),
    "an exclusion lifted": "delete from circles_exclusion",
    "the account of another": "update organisation_person set account_id = null",
    "a circle's kind": "update circles_circle set kind = 'unit' where id = {item}",
    "a way": "update organisation_routing set capability = 'open.read'",
    "a visit": "insert into authority_visit (digest, person_id, municipality_id, on_behalf, opened_at, ends_at)"
    " values (sha256('mine'), {anna}, {lillerup}, false, samspil_now(), samspil_now() + interval '1 day')",
    "a longer visit": "update authority_visit set ends_at = 'infinity'",
    "a visit's key": "update authority_visitkey set key = 'mine'",
    "the clock": "insert into authority_clock (instant) values ('2020-01-01')",
    "a disclosure": "update circles_disclosure set necessity = 'noget andet'",
}


@pytest.mark.parametrize("what", ACCESS)
def test_access_is_not_written_by_hand(matter: Matter, what: str) -> None:
    facts = {**matter.circles, **matter.world.people, "lillerup": matter.world.lillerup}
    statement = ACCESS[what].format(**facts)
    for actor in ("uffe", "anna", "editor", "admin"):
        assert raw.refused(matter.tickets[actor], statement) == "42501"
    with psycopg.connect(owner_url()) as owner:  # the same statement is well formed: the owner of all could
        owner.execute(statement.encode())
        owner.rollback()


def test_nobody_tells_who_is_in_a_hidden_circle(matter: Matter) -> None:
    hidden = [matter.circles[kind] for kind in ("concern", "item", "case")]
    tables = names(
        "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'circle_id' and"
        " not a.attisdropped"
        " where c.relkind in ('r', 'p', 'v') and c.relnamespace = 'public'::regnamespace"
    )
    assert {"circles_member", "circles_exclusion", "circles_disclosure", "access_grant", "audit_entry"} <= set(tables)
    for table in tables:
        look = f"select 1 from {table} where circle_id = any(%s)"
        assert raw.answer_to(matter.tickets["uffe"], look, [hidden]) in {
            "rows 0",
            f"42501 permission denied for {kind_of(table)} {table}",
        }
    assert raw.ask(
        matter.tickets["anna"],
        "select distinct circle_id from circles_member where circle_id = any(%s) order by 1",
        [hidden],
    ) == [(circle,) for circle in sorted(hidden)]


ASKING = (
    "select count(*) from who_may({circle})",
    "select count(*) from capabilities_in({circle})",
    "select may('item.read', {circle})",
    "select {circle} = any(circle_array('item.read'))",
    "select {circle} = any(circle_array('item.read', 'circle.read'))",
    "select count(*) from circles_circle where id = {circle}",
)


@pytest.mark.parametrize("question", ASKING)
def test_a_question_about_a_hidden_circle_is_answered_as_about_a_missing_one(matter: Matter, question: str) -> None:
    about = {
        name: question.format(circle=circle)
        for name, circle in {"hidden": matter.circles["item"], "missing": 10**9}.items()
    }
    assert raw.ask(matter.tickets["uffe"], about["hidden"]) == raw.ask(matter.tickets["uffe"], about["missing"])
    assert raw.ask(matter.tickets["anna"], about["hidden"]) != raw.ask(matter.tickets["anna"], about["missing"])


ACTING = (
    "select disclose({circle}, 'ssp115', 'fordi')",
    "select admit({circle}, null, {unit_id}, null, 'party', null, 'ssp115', 'fordi')",
    "select release({circle}, 1)",
    "select exclude({circle}, {person}, 'fordi')",
    "select open_circle('case', {circle}, 'forebygge', 'Sag', {body_id}, null, '')",
    "select deliver({circle}, {circle}, 'ssp115', 'fordi')",
    "select close_circle({circle}, 'case.close', 0)",
    "select set_category({circle}, 'case.close', 1)",
    "select appoint({circle}, 1, {person}, '2020-01-01', null, 'ordinary')",
    "select end_tenure({circle}, 1, '2030-01-01')",
    (
        "insert into circles_youngperson (key, circle_id, name, sort_key, school_class, protected_address) values ('x',"
        " {circle}, 'x', 'x', '', false)"
    ),
    (
        "insert into circles_youngperson"
        " (key, circle_id, name, sort_key, school_class, protected_address, written_by_id)"
        " values ('x', {circle}, 'x', 'x', '', false, {tenure})"
    ),
    (
        "insert into circles_youngperson (key, circle_id, name, sort_key, school_class, protected_address,"
        " written_by_id, act_id)"
        " values ('x', {circle}, 'x', 'x', '', false, {tenure}, 1)"
    ),
)


@pytest.mark.parametrize("act", ACTING)
def test_an_act_in_a_hidden_circle_fails_as_in_a_missing_one(matter: Matter, act: str) -> None:
    tenure = as_owner("select min(id) from organisation_tenure where person_id = %s", [matter.world.people["uffe"]])[0][
        0
    ]
    facts = {"person": matter.world.people["uffe"], "unit_id": 1, "body_id": 1, "tenure": tenure}
    answers = {
        raw.answer_to(matter.tickets["uffe"], act.format(circle=circle, **facts))
        for circle in (matter.circles["item"], 10**9)
    }
    assert len(answers) == 1
    assert answers.pop().split(" ", 1)[0] in {"42501", "23514"}


def test_a_row_hangs_on_no_parent_of_another_circle_and_no_error_tells_of_one(matter: Matter) -> None:
    insert = (
        "insert into circles_identity"
        " (circle_id, act_id, young_person_id, cpr_sealed, cpr_index, version, replaced, verified)"
        " values (%s, disclose(%s, 'ssp115', 'fordi'), %s, 'x', 'x', 1, false, false)"
    )
    item, stranger = matter.circles["item"], matter.rows["circles_youngperson"]
    answers = {raw.answer_to(matter.tickets["dorthe"], insert, [item, item, parent]) for parent in (stranger, 10**9)}
    assert len(answers) == 1
    assert answers.pop().startswith("23503")


def somebody(matter: Matter, model: Any, verb: str) -> str:
    """A person who reads or writes this kind of row in the circle of the row, by the relation itself."""
    wanted = [f"{model.kind}.{verb}", *([f"open.{verb}"] if model.also_open else [])]
    rows = as_owner(
        "select distinct person_id from access_grant where circle_id = %s and capability = any(%s)",
        [matter.circle_of(model), wanted],
    )
    holders = {row[0] for row in rows}
    return next(key for key, person in sorted(matter.world.people.items()) if person in holders)


def copy_into(matter: Matter, model: Any, actor: str) -> str:
    """The same row once more, as written by the actor and, where the circle is named, by an act of the actor's."""
    table, circle = model._meta.db_table, matter.circle_of(model)
    [(tenure,)] = as_owner(
        "select coalesce((select min(tenure_id) from access_grant"
        " where person_id = t.person_id and circle_id = %s), min(t.id))"
        " from organisation_tenure t where t.person_id = %s group by t.person_id",
        [circle, matter.world.people[actor]],
    )
    told = {"written_by_id": str(tenure), "key": f"'{os.urandom(5).hex()}'", "thread": f"'{os.urandom(5).hex()}'"}
    if circle in raw.circles_of(matter.world.people[actor]) and circle != matter.circles["body_open"]:
        told["act_id"] = f"disclose({circle}, 'ssp115', 'fordi')"
    columns = [
        field.column
        for field in model._meta.local_concrete_fields
        if field.column not in {"id", "written_at", "municipality_id"}
    ]
    [row] = as_owner(
        f"select {', '.join(f'quote_nullable({column})' for column in columns)} from {table}"
        f" where id = {matter.rows[table]}"
    )
    values = ", ".join(told.get(column, value) for column, value in zip(columns, row, strict=True))
    return f"insert into {table} ({', '.join(columns)}) values ({values})"


def blunt_statements(table: str) -> list[str]:
    columns = names(
        "select attname from pg_attribute"
        " where attrelid = %s::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
        [table],
    )
    return [
        *(f"update {table} set {column} = {column}" for column in columns),
        f"delete from {table}",
        f"truncate {table} cascade",
        f"insert into {table} select * from {table}",
        f"insert into {table} default values",
    ]


def kind_of(table: str) -> str:
    return "view" if table == "access_grant" else "table"
