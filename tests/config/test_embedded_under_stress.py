"""Kills and crowds: what was acknowledged stays, and of many starters one server comes."""

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from samspil.config import embedded

START = """
import sys
from pathlib import Path
from samspil.config import embedded
print(embedded.server(Path(sys.argv[1]), durable=False).answers())
"""


@pytest.fixture
def data() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="samspil-test-", dir="/tmp"))
    made.chmod(0o755)
    yield made / "pg"
    embedded.discard(made / "pg")
    shutil.rmtree(made)


def postmaster(running: embedded.Server) -> psutil.Process:
    return psutil.Process(int((running.data_dir / "postmaster.pid").read_text().splitlines()[0]))


def write(running: embedded.Server, number: int) -> None:
    with psycopg.connect(running.url(), autocommit=True) as connection:
        connection.execute("create table if not exists written (number int primary key)")
        connection.execute("insert into written values (%s)", [number])


def end_hard(process: psutil.Process) -> None:
    children = process.children(recursive=True)
    process.send_signal(signal.SIGKILL)
    psutil.wait_procs([process, *children], timeout=30)


@pytest.mark.long
def test_what_was_acknowledged_outlives_a_kill(data: Path) -> None:
    for number in range(10):
        running = embedded.server(data)
        write(running, number)
        end_hard(postmaster(running))
        assert embedded.find(data) is None
    with psycopg.connect(embedded.server(data).url()) as connection:
        assert connection.execute("select array_agg(number order by number) from written").fetchone() == ([*range(10)],)


@pytest.mark.long
def test_of_many_starters_one_server_comes(data: Path) -> None:
    call = [sys.executable, "-c", START, str(data)]
    starters = [subprocess.Popen(call, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    assert [starter.communicate(timeout=120)[0] for starter in starters] == ["True\n"] * 8
    serving = [it for it in psutil.process_iter(["cmdline"]) if str(data) in (it.info["cmdline"] or [])]
    assert [it.pid for it in serving] == [postmaster(embedded.server(data)).pid]


@pytest.mark.long
def test_a_kill_while_it_is_made_leaves_no_half_one(data: Path) -> None:
    call = [sys.executable, "-c", START, str(data)]
    for _ in range(5):
        starter = subprocess.Popen(call, stdout=subprocess.PIPE, text=True)
        while starter.poll() is None and not list(data.parent.glob("pg.new/base/*")):
            time.sleep(0.002)
        end_hard(psutil.Process(starter.pid))
        starter.communicate()
        assert not data.exists() or (data / "PG_VERSION").exists()
    assert embedded.server(data, durable=False).answers()
