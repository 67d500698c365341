"""What the database's catalogue must say of every table, view and function, also of those to come."""

from typing import Any

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from samspil.authority.models import InCircle
from samspil.authority.pinned import FOR_APP, FOR_WORKER
from samspil.authority.rights import SEEN_BY_NOBODY, WRITTEN_BY_MIGRATIONS
from samspil.authority.tables import CLASSES, class_of, managed_models, protected_models
from tests.authority import catalogue
from tests.conftest import World, as_owner

APP, RULE = "samspil_app", "samspil_rule"
LOGINS = ("samspil_web", "samspil_worker")
NEVER = {"delete", "truncate", "references", "trigger", "maintain"}

PROTECTED = protected_models()
BY_TABLE = pytest.mark.parametrize("model", PROTECTED, ids=lambda model: model._meta.db_table)
DEMO_ONLY = {"demo_people"}
APPS_OWN = set(FOR_APP) - DEMO_ONLY
KEPT = [model._meta.db_table for model in managed_models("organisation", "ledger")]


def test_every_table_has_a_class(world: World) -> None:
    assert {table: class_of(table) for table in catalogue.tables() if class_of(table) not in CLASSES} == {}


def test_every_model_of_ours_says_its_class() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("samspil.")]
    assert [model.__name__ for model in ours if getattr(model, "table_class", None) not in CLASSES] == []
    assert [
        model.__name__
        for model in ours
        if (getattr(model, "table_class", None) == "circle") != issubclass(model, InCircle)
    ] == []


@BY_TABLE
def test_a_protected_table_is_forced_with_one_policy_a_verb(world: World, model: Any) -> None:
    table = model._meta.db_table
    assert as_owner("select relrowsecurity, relforcerowsecurity from pg_class where oid = %s::regclass", [table]) == [
        (True, True)
    ]
    assert catalogue.policies(table) == {("r", APP), ("a", APP), ("w", APP), ("*", RULE)}


@BY_TABLE
def test_a_protected_tables_keys_begin_with_the_circle(world: World, model: Any) -> None:
    table = model._meta.db_table
    assert "circle_id" in catalogue.leading_columns(table)
    assert [key for key in catalogue.unique_keys(table) if key[0] != "circle_id" and key != ["key"]] == []


@BY_TABLE
def test_a_protected_row_and_its_parent_share_a_circle(world: World, model: Any) -> None:
    keys = catalogue.foreign_keys(model._meta.db_table)
    inside = {other._meta.db_table for other in PROTECTED} | {"circles_disclosure"}
    assert [
        key for key in keys if key[0] in inside and (key[1][0] != "circle_id" or key[2] != ["circle_id", "id"])
    ] == []
    held = {(parent, columns[1]) for parent, columns, _ in keys if parent in inside}
    fields = [field for field in model._meta.local_concrete_fields if isinstance(field, ForeignKey)]
    owed = {
        (field.related_model._meta.db_table, field.column)
        for field in fields
        if field.related_model._meta.db_table in inside
    }
    assert owed == held


@BY_TABLE
def test_a_protected_table_has_the_guard_and_the_app_few_rights(world: World, model: Any) -> None:
    table = model._meta.db_table
    found = as_owner(
        "select tgenabled::text, tgfoid::regproc::text, tgtype from pg_trigger where tgname = 'guard' and tgrelid ="
        " %s::regclass",
        [table],
    )
    before_each_row_on_insert_and_update = 1 | 2 | 4 | 16
    assert found == [("O", "guard_row", before_each_row_on_insert_and_update)]
    assert catalogue.rights(APP, table) == {"select", "insert", "update"}
    assert as_owner(
        "select has_column_privilege(%s, %s, 'id', 'insert'), has_column_privilege(%s, %s, 'id', 'update')",
        [APP, table, APP, table],
    ) == [(False, False)]


@BY_TABLE
def test_named_rows_are_kept_out_of_open_circles_by_a_key(world: World, model: Any) -> None:
    held = any(columns == ["circle_id", "named_only"] for _, columns, _ in catalogue.foreign_keys(model._meta.db_table))
    assert held == (model.named and not model.also_open and model.kind != "open")


@pytest.mark.parametrize("table", KEPT)
def test_access_tables_and_ledgers_are_only_read(world: World, table: str) -> None:
    held = catalogue.rights(APP, table)
    assert held == (set() if table in SEEN_BY_NOBODY else {"select"})
    assert as_owner("select relrowsecurity from pg_class where oid = %s::regclass", [table]) == [(True,)]
    assert catalogue.policies(table) == {("r", APP), ("*", RULE)}


def test_the_log_itself_is_out_of_reach(world: World) -> None:
    logs = [table for table in catalogue.tables() if table.startswith(("audit_reading", "audit_entry"))]
    assert len(logs) >= 6  # two parents, two rests, this month
    assert {
        table: catalogue.rights(role, table)
        for table in logs
        for role in (APP, *LOGINS)
        if catalogue.rights(role, table)
    } == {}


def test_no_right_beyond_the_plain_four_anywhere(world: World) -> None:
    plain = {table: catalogue.rights(APP, table) & (NEVER - {"delete"}) for table in catalogue.tables()}
    assert {table: rights for table, rights in plain.items() if rights} == {}


@pytest.mark.parametrize("table", sorted(WRITTEN_BY_MIGRATIONS))
def test_what_migrations_write_is_only_read(world: World, table: str) -> None:
    assert table not in catalogue.tables() or catalogue.rights(APP, table) == {"select"}


def test_every_view_that_app_may_read_asks_as_its_caller(world: World) -> None:
    views = as_owner(
        "select c.relname, coalesce(c.reloptions::text, '') from pg_class c where c.relkind in ('v', 'm') and"
        f" {catalogue.OURS}"
    )  # our own words
    assert ("access_grant", "") in views
    assert [
        name
        for name, options in views
        if "select" in catalogue.rights(APP, name) and "security_invoker=true" not in options
    ] == []
    assert catalogue.rights(APP, "access_grant") == set()


def test_executable_functions_are_the_pinned_list(world: World) -> None:
    queue = {
        name
        for name in catalogue.names("select proname from pg_proc where pronamespace = 'public'::regnamespace")
        if name.startswith("procrastinate_")
    }
    assert catalogue.callable_by(APP) - queue == APPS_OWN
    assert catalogue.callable_by("samspil_web") - queue == APPS_OWN
    assert catalogue.callable_by("samspil_worker") - queue == {*APPS_OWN, *FOR_WORKER}
    for other in ("samspil_queue", "samspil_insight", "samspil_backup", "samspil_bench"):
        assert catalogue.callable_by(other) == set()


def test_definer_functions_are_bound_and_not_a_superusers(world: World) -> None:
    rows = as_owner(
        "select p.proname, coalesce(array_to_string(p.proconfig, ','), ''), r.rolname, r.rolsuper or r.rolbypassrls"
        " from pg_proc p"
        " join pg_roles r on r.oid = p.proowner where p.pronamespace = 'public'::regnamespace and p.prosecdef"
    )
    assert len(rows) > 20
    assert [
        row
        for row in rows
        if "search_path=public, pg_temp" not in row[1] or row[2] not in {"samspil_owner", RULE} or row[3]
    ] == []


def test_the_logins_are_nobody_special(world: World) -> None:
    for login in LOGINS:
        assert as_owner(
            "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where"
            " rolname = %s",
            [login],
        ) == [(False, False, False, False, False)]
        assert as_owner(
            "select pg_has_role(%s, 'samspil_owner', 'member'), pg_has_role(%s, 'samspil_rule', 'member')",
            [login, login],
        ) == [(False, False)]
        assert as_owner("select relname from pg_class where relowner = %s::regrole", [login]) == []
        assert as_owner(
            "select has_schema_privilege(%s, 'public', 'create'), has_database_privilege(%s, current_database(),"
            " 'temporary')",
            [login, login],
        ) == [(False, False)]


def test_large_objects_are_out_of_reach(world: World) -> None:
    """They have no policies; bytes lie in tables."""
    rows = as_owner(
        "select p.oid::regprocedure::text from pg_proc p where p.proname ~ '^(lo_|loread|lowrite)' and"
        " has_function_privilege('samspil_web', p.oid, 'execute')"
    )
    assert rows == []


def test_no_outsider_is_mandated_where_names_lie(world: World) -> None:
    """The law's table would stop them all the same; a mandate says that somebody meant it."""
    rows = as_owner(
        "select distinct s.slug, d.circle_kind, d.capability from organisation_mandate d"
        " join organisation_seat s on s.function_id = d.function_id"
        " where s.legal_kind = 'outsider' and d.registered_until is null and (d.row_class <> 'open' or d.circle_kind in"
        " (select kind from circles_circle where named))"
    )
    assert rows == []
    assert as_owner(
        "select count(*) > 0 from organisation_mandate d join organisation_seat s on s.function_id = d.function_id"
        " where s.legal_kind = 'outsider'"
    ) == [(True,)]
