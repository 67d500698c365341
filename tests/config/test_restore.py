"""The drill: a back-up goes into another server, and nobody comes in by it before what ended since has ended again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from samspil.audit import outside
from samspil.audit.receipts import tell_receipts
from samspil.config import embedded, local, preparation
from samspil.config.embedded import Server
from samspil.config.embedded_place import find_programs
from tests.audit.hands import act, seal_all
from tests.conftest import MAJOR, NAME, World, _server, as_owner, fresh_copy, read_world

pytestmark = pytest.mark.long
DEPLOY = local.ROOT / "deploy"
CLOSED = "Databasen er gendannet fra en sikkerhedskopi, og noget er sket siden. Kør: samspil restore"
ASK = "from samspil.config.startup import refuse_unsafe; import django; django.setup(); refuse_unsafe()"


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Server]:
    """Another cluster: its transaction numbers begin from nothing."""
    place = local.STATE / f"pg-restored-{os.getpid()}"
    yield embedded.server(place, MAJOR, durable=False)
    embedded.discard(place)


@pytest.fixture
def place(django_db_setup: None, django_db_blocker: Any, tmp_path: Path, settings: Any) -> Iterator[World]:
    settings.SEAL_FOLDER = tmp_path / "seals"
    with django_db_blocker.unblock():
        fresh_copy()
        yield read_world()
        fresh_copy()


@pytest.fixture
def tools(tmp_path: Path, elsewhere: Server) -> dict[str, str]:
    """The environment of the operator's scripts: the programs of this version, and Samspil's settings."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    command = bin_folder / "samspil"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from samspil.config.cli import main; main()" "$@"\n')
    command.chmod(0o755)
    path = f"{bin_folder}:{find_programs(MAJOR, None)}:{os.environ['PATH']}"
    name = f"restored_{tmp_path.name.replace('-', '_')}"
    preparation.create_database(elsewhere.url(), name)
    urls = {
        "DATABASE_URL": elsewhere.url(name, "samspil_web"),
        "DATABASE_WORKER_URL": elsewhere.url(name, "samspil_worker"),
        "DATABASE_OWNER_URL": elsewhere.url(name),
        "DATABASE_BACKUP_URL": _server.url(NAME, "samspil_backup"),
        "DJANGO_SETTINGS_MODULE": "samspil.config.settings",
        "PYTHONPATH": str(local.ROOT),
    }
    return {**os.environ, **urls, "PATH": path, "SEAL_FOLDER": str(tmp_path / "seals")}


def call(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=local.ROOT, env=environment, capture_output=True, text=True, check=False)


def run(environment: dict[str, str], *command: str) -> str:
    done = call(environment, *command)
    assert done.returncode == 0, (command, done.stdout[-2000:], done.stderr[-3000:])
    return done.stdout.strip()


def door(environment: dict[str, str]) -> str:
    """What the server says when it starts: nothing where it opens."""
    return "".join(call(environment, sys.executable, "-c", ASK).stderr.strip().splitlines()[-1:])


def asked(environment: dict[str, str], question: str) -> Any:
    with psycopg.connect(environment["DATABASE_OWNER_URL"]) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0]


TENURE = "select valid_until is null from organisation_tenure where person_id = {} order by id limit 1"
SHUT_OUT_NEXT = (
    "insert into circles_exclusion (municipality_id, circle_id, person_id, reason, starts_at)"
    " select municipality_id, id, {}, '', samspil_now() from circles_circle order by id limit 1 returning id"
)
EXCLUDED = "select count(*) from circles_exclusion where person_id = {}"


def end_things(world: World) -> None:
    """After the back-up: a seat is left, and somebody is shut out of a room."""
    as_owner(
        "update organisation_tenure set valid_until = samspil_today() where id ="
        " (select min(id) from organisation_tenure where person_id = %s)",
        [world.people["bo"]],
    )
    as_owner(
        "insert into circles_exclusion (municipality_id, circle_id, person_id, reason, starts_at)"
        " select municipality_id, id, %s, 'Barnet er i familie', samspil_now() from circles_circle order by id limit 1",
        [world.people["anna"]],
    )


def refused_with_a_forged_one(tools: dict[str, str]) -> None:
    receipts = outside.place_of(outside.RECEIPTS)
    whole = receipts.read_text()
    receipts.write_text("".join(whole.splitlines(keepends=True)[1:]))  # the first one is gone
    forged = call(tools, "samspil", "restore")
    assert (forged.returncode, "Ingenting er ændret" in forged.stderr) == (1, True)
    receipts.write_text(whole)


def test_the_drill(place: World, tools: dict[str, str], tmp_path: Path, elsewhere: Server) -> None:
    act(place)
    seal_all()
    dump = run(tools, str(DEPLOY / "backup.sh"), str(tmp_path / "backups"))
    end_things(place)
    act(place)
    seal_all()
    assert tell_receipts() == 2
    assert "Barnet" not in outside.place_of(outside.RECEIPTS).read_text()

    put_back = call({**tools, "SEAL_FOLDER": str(tmp_path / "nothing")}, str(DEPLOY / "restore.sh"), dump)
    assert (put_back.returncode, "Læg mappen tilbage" in put_back.stderr) == (1, True), put_back.stderr
    assert CLOSED in door(tools)
    assert asked(tools, TENURE.format(place.people["bo"]))

    refused_with_a_forged_one(tools)
    assert CLOSED in door(tools)

    told = run(tools, "samspil", "restore")
    assert told.startswith("2 kvitteringer er gennemgået.")
    assert door(tools) == ""
    assert not asked(tools, TENURE.format(place.people["bo"]))
    assert asked(tools, EXCLUDED.format(place.people["anna"])) == 1
    assert asked(tools, SHUT_OUT_NEXT.format(place.people["bo"])), "a row that came again leaves its number to no other"
    verified = run(tools, "samspil", "audit", "verify")
    assert "bygger på segl 2 uden for databasen. Sikkerhedskopien nåede til segl 1; 1 segl gik tabt." in verified
    assert "Loggen er hel." in verified
    assert "0 kvitteringer" in run(tools, "samspil", "restore")
