"""Sixteen people at once against the production server: how long, how much memory, and what the log costs."""

import http.client
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg

from bench.measure import p95
from samspil.config.embedded import Server
from samspil.config.local import ROOT

PORT, PEOPLE, SECONDS = 8765, 16, 15
NO_LOG = (
    "create or replace function record_reading(p_door text, p_circles bigint[], p_subjects bigint[])"
    " returns void language sql as $$ select null::void $$"
)


@dataclass(frozen=True)
class Load:
    per_second: float
    p95_ms: float
    worker_mb: float
    failures: int


@contextmanager
def production_server() -> Iterator[psutil.Process]:
    program = [
        str(Path(sys.executable).with_name("gunicorn")),
        "samspil.config.wsgi:application",
        "--bind",
        f"127.0.0.1:{PORT}",
        "--no-control-socket",
    ]
    process = subprocess.Popen(
        [*program, "--workers", "2", "--threads", "4", "--log-level", "warning"], cwd=ROOT, env=os.environ.copy()
    )
    try:
        _wait()
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait() -> None:
    for _ in range(100):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
            connection.request("GET", "/log-ind/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    message = "the production server did not answer within 20 seconds"
    raise RuntimeError(message)


def press(server: psutil.Process, cookie: str, paths: list[str]) -> Load:
    """Sixteen threads ask for the pages in turn for a fixed time; without a cookie as anybody."""
    taken: list[float] = []
    failures: list[int] = []
    end = time.monotonic() + SECONDS
    headers = {"Cookie": cookie} if cookie else {}

    def one(first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        turn = first
        while time.monotonic() < end:
            started = time.perf_counter()
            connection.request("GET", paths[turn % len(paths)], headers=headers)
            answer = connection.getresponse()
            answer.read()
            taken.append((time.perf_counter() - started) * 1000)
            if answer.status != 200:
                failures.append(answer.status)
            turn += 1

    threads = [threading.Thread(target=one, args=(n,)) for n in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    memory = max(child.memory_info().rss for child in server.children()) / 1e6
    return Load(len(taken) / SECONDS, p95(taken), memory, len(failures))


@contextmanager
def without_log(running: Server, database: str) -> Iterator[None]:
    """The same with a log function that writes nothing, in the measured database alone; put back afterwards."""
    with psycopg.connect(running.url(database), autocommit=True) as connection:
        row = connection.execute("select pg_get_functiondef('record_reading'::regproc)").fetchone()
        kept = str(row[0]) if row else ""
        connection.execute(b"set role samspil_rule")
        connection.execute(NO_LOG.encode())
        try:
            yield
        finally:
            connection.execute(kept.encode())
