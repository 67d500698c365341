"""The databases that are measured: a country, and one municipality of it alone.

Made once, kept until this folder's SQL or a migration changes.
"""

import csv
import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from samspil.config import preparation
from samspil.config.embedded import Server
from samspil.config.local import ROOT, point_at, set_up

HERE = Path(__file__).parent
CIRCLES_ELSEWHERE = 142
"""In each of the twelve bodies that are not the heavy person's: 98 x (8 x 425 + 12 x 142) is 500,000."""


@dataclass(frozen=True)
class Country:
    database: str
    municipalities: int


WHOLE = Country("bench_whole", 98)
ALONE = Country("bench_alone", 1)


def server() -> Server:
    os.environ["SAMSPIL_DEMO"], os.environ["SAMSPIL_MOVABLE_CLOCK"] = "no", "no"
    os.environ["MAIL_BACKEND"] = "django.core.mail.backends.dummy.EmailBackend"
    return set_up("bench", durable=False, database="bench_start")


def make(running: Server, country: Country) -> None:
    """Make the database of this country unless it stands as the SQL here and the migrations would make it."""
    stamp = _stamp(country)
    if _stands(running, country.database, stamp):
        return
    started = time.monotonic()
    print(f"== Making {country.database}: {country.municipalities} municipalities (some minutes)", flush=True)
    preparation.drop_database(running.url("postgres"), country.database)
    preparation.create_database(running.url("postgres"), country.database)
    preparation.prepare(running.url(country.database))
    _migrate(running, country.database)
    with psycopg.connect(running.url(country.database), autocommit=True) as connection:
        _fill(connection, country)
        connection.execute("create table bench_stamp as select %s::text as stamp".replace("%s", f"'{stamp}'").encode())
    print(f"   made in {time.monotonic() - started:.0f} s", flush=True)


def _migrate(running: Server, database: str) -> None:
    """The tables and one real organisation, in a process of its own: settings are read once a process."""
    import subprocess
    import sys

    point_at(running, database)
    subprocess.run([sys.executable, "-m", "bench.lay"], check=True, cwd=ROOT, env=os.environ.copy())


def _fill(connection: psycopg.Connection, country: Country) -> None:
    connection.execute((HERE / "sql" / "before.sql").read_bytes())
    with (HERE / "municipalities.csv").open() as file:
        rows = [(row["kommunekode"], row["myndighedsnavn"]) for row in csv.DictReader(file) if row["er_kommune"] == "1"]
    with connection.cursor() as cursor, cursor.copy("copy bench_municipality from stdin") as copy:
        for row in rows:
            copy.write_row(row)
    text = "".join((HERE / "sql" / name).read_text() for name in ("data.sql", "turn.sql"))
    text = text.replace(":municipalities", str(country.municipalities)).replace(":elsewhere", str(CIRCLES_ELSEWHERE))
    for statement in _statements(text):
        started = time.monotonic()
        connection.execute(statement.encode())
        if (took := time.monotonic() - started) > 5:
            print(f"   {took:4.0f} s  {statement.splitlines()[0][:90]}", flush=True)
    connection.execute(b"vacuum analyze")


def _statements(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    return [one.strip() for one in "\n".join(lines).split(";\n") if one.strip()]


def _stamp(country: Country) -> str:
    parts = [*sorted((HERE / "sql").glob("*.sql")), *sorted(ROOT.glob("samspil/*/migrations/0*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in parts) + str(country).encode()).hexdigest()


def _stands(running: Server, database: str, stamp: str) -> bool:
    with psycopg.connect(running.url("postgres")) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [database]).fetchone():
            return False
    with psycopg.connect(running.url(database)) as connection:
        if connection.execute("select to_regclass('bench_stamp')").fetchone() == (None,):
            return False
        return connection.execute("select stamp from bench_stamp").fetchone() == (stamp,)
