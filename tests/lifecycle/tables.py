"""What lies in a municipality, table by table."""

from typing import Any

import psycopg

Connection = psycopg.Connection[Any]
TABLES = (
    "select c.relname, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id')"
    " from pg_class c where c.relkind = 'r' and not c.relispartition and c.relnamespace = 'public'::regnamespace"
    " order by 1"
)


def all_tables(connection: Connection) -> dict[str, bool]:
    """Each table, and whether its rows say which municipality they are of."""
    return dict(connection.execute(TABLES).fetchall())


def lying_in(connection: Connection, municipality: int, extra: str = "") -> dict[str, tuple[int, str]]:
    """Every table with rows of this municipality: how many, and a digest over them."""
    found = {}
    for name, _ in filter(lambda row: row[1], connection.execute(TABLES).fetchall()):
        asked = (
            "select count(*), coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
            f" from {name} t where municipality_id = %s {extra}"  # our own tables' names
        )
        row = connection.execute(asked.encode(), [municipality]).fetchone()
        if row is not None and row[0]:
            found[name] = row
    return found
