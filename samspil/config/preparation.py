"""Roles and rights of a database before the first migration (`samspil database prepare`)."""

from pathlib import Path
from random import random
from time import sleep

import psycopg
from psycopg import sql

HERE = Path(__file__).parent
TRIES = 10


def statements(database: str) -> str:
    """The SQL that the municipality's database people run themselves when Samspil's login may not."""
    return (HERE / "roles.sql").read_text() + "\n" + rights_of(database)


def rights_of(database: str) -> str:
    return (HERE / "database.sql").read_text().replace("__DATABASE__", sql.Identifier(database).as_string(None))


def prepare(url: str) -> None:
    """Make roles and rights as the login in `url`, which may create roles and owns or may own the database.

    Roles are the whole server's: what two databases prepared at the same time both wrote is done once more.
    """
    for left in reversed(range(TRIES)):
        try:
            with psycopg.connect(url) as connection:
                connection.execute(statements(connection.info.dbname).encode())
        except (psycopg.errors.InternalError_, psycopg.errors.UniqueViolation, psycopg.errors.DuplicateObject):
            if not left:
                raise
            sleep(random())  # noqa: S311  # the two shall not meet again; no secret
        else:
            return


def create_database(server_url: str, name: str, template: str = "template0") -> bool:
    """Make the database when it is missing; says whether it was made."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            return False
        made = sql.SQL("create database {} template {} encoding 'UTF8'").format(
            sql.Identifier(name), sql.Identifier(template)
        )
        connection.execute(made)
    return True


def drop_database(server_url: str, name: str) -> None:
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
