"""Questions to the database's own catalogue, each with the rows that it answers."""

from typing import Any

from tests.conftest import as_owner

OURS = "c.relnamespace = 'public'::regnamespace"


def tables() -> list[str]:
    return names(f"select c.relname from pg_class c where c.relkind in ('r', 'p') and {OURS} order by 1")


def names(statement: str, values: Any = ()) -> list[str]:
    return [row[0] for row in as_owner(statement, values)]


def policies(table: str) -> set[tuple[str, str]]:
    """Each policy as verb (`r`, `a`, `w`, `d`, `*`) and the one role it is for."""
    rows = as_owner(
        "select p.polcmd::text, array_to_string(array(select r::regrole::text from unnest(p.polroles) r), ' ')"
        " from pg_policy p where p.polrelid = %s::regclass",
        [table],
    )
    return {(verb, role) for verb, role in rows}


def unique_keys(table: str) -> list[list[str]]:
    """The columns of every unique index but the primary key's."""
    rows = as_owner(
        "select array(select a.attname::text from unnest(i.indkey::int[]) with ordinality k(n, at)"
        " join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n order by k.at)"
        " from pg_index i where i.indrelid = %s::regclass and i.indisunique and not i.indisprimary",
        [table],
    )
    return [row[0] for row in rows]


def leading_columns(table: str) -> set[str]:
    return set(
        names(
            "select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]"
            " where i.indrelid = %s::regclass",
            [table],
        )
    )


def foreign_keys(table: str) -> list[tuple[str, list[str], list[str]]]:
    """Parent, own columns, the parent's columns."""
    columns = (
        "array(select a.attname::text from unnest(k.{keys}) with ordinality u(n, at)"
        " join pg_attribute a on a.attrelid = k.{of} and a.attnum = u.n order by u.at)"
    )
    return as_owner(
        f"select k.confrelid::regclass::text, {columns.format(keys='conkey', of='conrelid')},"  # our own words
        f" {columns.format(keys='confkey', of='confrelid')}"
        " from pg_constraint k where k.contype = 'f' and k.conrelid = %s::regclass",
        [table],
    )


def rights(role: str, table: str) -> set[str]:
    """What a role may do with a table, or with any column of it."""
    wanted = ["select", "insert", "update", "references"]
    held = {
        right for right in wanted if as_owner("select has_any_column_privilege(%s, %s, %s)", [role, table, right])[0][0]
    }
    whole = ["delete", "truncate", "trigger", *(["maintain"] if server_version() >= 170000 else [])]
    return held | {
        right for right in whole if as_owner("select has_table_privilege(%s, %s, %s)", [role, table, right])[0][0]
    }


def server_version() -> int:
    return int(as_owner("show server_version_num")[0][0])


def callable_by(role: str) -> set[str]:
    return set(
        names(
            "select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and"
            " has_function_privilege(%s, p.oid, 'execute')",
            [role],
        )
    )
