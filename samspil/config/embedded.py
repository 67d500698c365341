"""Start, find and stop the PostgreSQL server that comes with the project.

PostgreSQL refuses to run as root. Root therefore runs it as an account without rights, and only ever changes
the owner or the rights of folders made here; where that account may not enter, the data lies in HOME_FOR_ROOT.
"""

import fcntl
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg

from samspil.config.embedded_place import EmbeddedServerError, Place, find_place

ADMIN = "samspil_admin"
NEWEST = 18
LONGEST_SOCKET_PATH = 107
PATIENCE_SECONDS = "120"

ALWAYS = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # What people wrote must not reach the log: no details, no statements, no parameters.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
DURABLE = {"shared_buffers": "256MB"}
FOR_TESTS = {
    "shared_buffers": "128MB",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A server that belongs to one data folder."""

    place: Place
    socket_folder: Path

    @property
    def data_dir(self) -> Path:
        return self.place.data

    @property
    def admin(self) -> str:
        return ADMIN

    def url(self, dbname: str = "postgres", role: str = ADMIN) -> str:
        return f"postgresql://{quote(role, safe='')}@/{quote(dbname, safe='')}?host={quote(str(self.socket_folder))}"

    def answers(self) -> bool:
        try:
            psycopg.connect(self.url(), connect_timeout=10).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """End the server; open transactions are rolled back. Does nothing when it is not running."""
        with _locked(self.data_dir):
            _stop(self)


def server(data_dir: Path, major: int = NEWEST, *, durable: bool = True) -> Server:
    """The running server of this data folder, made and started when need be.

    durable=False trades safety at a power cut for speed: for tests only.
    """
    place = find_place(data_dir, major)
    place.prepare()
    with _locked(place.data):
        if running := _running(place):
            return running
        if not place.is_filled:
            _fill(place, durable=durable)
        _require_major(place)
        return _start(place, ALWAYS | (DURABLE if durable else FOR_TESTS))


def find(data_dir: Path, major: int = NEWEST) -> Server | None:
    """The server of this data folder if it runs now; nothing is made or started."""
    place = find_place(data_dir, major)
    place.refuse_of_other_account()
    return _running(place)


def discard(data_dir: Path) -> None:
    """Stop the server of this data folder if it runs, and throw all its data away."""
    place = find_place(data_dir, NEWEST)
    place.refuse_of_other_account()
    if not place.data.exists():
        return
    with _locked(place.data):
        _stop(Server(place, _told_socket_folder(place.data)))
        shutil.rmtree(place.data)


def _running(place: Place) -> Server | None:
    if _postmaster(place.data) is None:
        return None
    found = Server(place, _told_socket_folder(place.data))
    return found if found.answers() else None


def _fill(place: Place, *, durable: bool) -> None:
    """Make the cluster beside its place and move it there whole, so that a kill leaves no half one."""
    place.tell_when_moved()
    half = place.data.with_name(f"{place.data.name}.new")
    if half.exists():
        shutil.rmtree(half)
    place.make_folder(half)
    options = ["--locale=C", "--encoding=UTF8", "--auth=trust", f"--username={ADMIN}", "--no-instructions"]
    _call(place, "initdb", *options, *([] if durable else ["--no-sync"]), "--pgdata", str(half))
    half.rename(place.data)


def _require_major(place: Place) -> None:
    made_by = place.made_by_major
    if made_by != place.major:
        raise EmbeddedServerError(
            f"{place.data} was made by PostgreSQL {made_by}, not {place.major}. Start over with --fresh."
        )


def _start(place: Place, settings: Mapping[str, str]) -> Server:
    if _postmaster(place.data) is None:
        # After a power cut the number in the old file may belong to some other program by now.
        (place.data / "postmaster.pid").unlink(missing_ok=True)
    started = Server(place, _choose_socket_folder(place))
    settings = {**settings, "unix_socket_directories": str(started.socket_folder)}
    options = " ".join(shlex.join(["-c", f"{name}={value}"]) for name, value in settings.items())
    log = place.data / "server.log"
    call = ["start", "--pgdata", str(place.data), "--log", str(log), "--options", options]
    _call(place, "pg_ctl", *call, "--wait", "--timeout", PATIENCE_SECONDS)
    return started


def _stop(running: Server) -> None:
    if _postmaster(running.data_dir) is None:
        return
    call = ["stop", "--pgdata", str(running.data_dir), "--mode", "fast", "--wait", "--timeout", PATIENCE_SECONDS]
    _call(running.place, "pg_ctl", *call)
    if running.socket_folder != running.data_dir:
        shutil.rmtree(running.socket_folder)


def _choose_socket_folder(place: Place) -> Path:
    path = place.data / ".s.PGSQL.5432"
    fits = len(os.fsencode(path)) <= LONGEST_SOCKET_PATH
    if fits and not set(str(path)) & set(",'\"\\"):
        return place.data
    short = Path(tempfile.mkdtemp(prefix="samspil-", dir="/tmp"))  # TMPDIR may be long too; this is mode 700
    place.hand_over(short)
    return short


def _told_socket_folder(data: Path) -> Path:
    file = data / "postmaster.pid"
    lines = file.read_text().splitlines() if file.exists() else []
    told = lines[4].strip() if len(lines) > 4 else ""  # noqa: PLR2004 - fifth line, see PostgreSQL's miscadmin.h
    return Path(told or data)


def _postmaster(data: Path) -> int | None:
    """The number of the process that serves this folder, if it lives."""
    try:
        number = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
        command = psutil.Process(number).cmdline()
    except (FileNotFoundError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
        return None
    return number if str(data) in command else None


@contextmanager
def _locked(data: Path) -> Iterator[None]:
    """One at a time per data folder, across processes."""
    with data.with_name(f"{data.name}.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _call(place: Place, program: str, *arguments: str) -> None:
    try:
        place.run([str(place.program(program)), *arguments])
    except subprocess.CalledProcessError as error:
        log = place.data / "server.log"
        tail = log.read_text(errors="replace").splitlines()[-5:] if log.exists() else []
        said = "\n".join([error.stderr.strip(), *tail])
        raise EmbeddedServerError(
            f"PostgreSQL {place.major}: {program} did not succeed with {place.data}.\n{said}"
        ) from error
