"""The whole of Samspil for journeys: the production server and the worker on a database of their own."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import psycopg

from samspil.config import preparation
from samspil.config.embedded import Server

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Site:
    """`at(instant)` moves the one clock for everybody; `mails()` is what has left by mail so far."""

    address: str
    url: str
    mail_folder: Path

    def at(self, instant: datetime | None) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(b"delete from authority_clock")
            if instant is not None:
                connection.execute("insert into authority_clock (instant) values (%s)", [instant])

    def mails(self) -> list[Message]:
        parts = [
            part for path in sorted(self.mail_folder.glob("*")) for part in path.read_bytes().split(b"-" * 79 + b"\n")
        ]
        return [message_from_bytes(part) for part in parts if part.strip()]

    def mails_to(self, address: str, wait_seconds: int = 20) -> list[Message]:
        """What this person has got, once the worker has sent something."""
        for _ in range(wait_seconds * 4):
            if found := [mail for mail in self.mails() if address in str(mail["To"])]:
                return found
            time.sleep(0.25)
        return []


@contextmanager
def running_site(server: Server, database: str, folder: Path) -> Iterator[Site]:
    """Make the database from the demo's files, start the server and the worker, stop them afterwards."""
    admin = server.url("postgres")
    preparation.drop_database(admin, database)
    preparation.create_database(admin, database)
    preparation.prepare(server.url(database))
    port = _free_port()
    environment = _environment(server, database, folder, port)
    subprocess.run([sys.executable, "-m", "tests.journeys.lay"], check=True, cwd=ROOT, env=environment)
    bin_folder = Path(sys.executable).parent
    web = [
        str(bin_folder / "gunicorn"),
        "samspil.config.wsgi:application",
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        "1",
        "--threads",
        "4",
        "--no-control-socket",
    ]
    log = (folder / "server.log").open("ab")
    processes = [
        subprocess.Popen(program, cwd=ROOT, env=environment, stdout=log, stderr=log)
        for program in (web, [str(bin_folder / "samspil"), "worker"])
    ]
    try:
        _wait(port, folder / "server.log")
        yield Site(f"http://127.0.0.1:{port}", server.url(database), folder / "mail")
    finally:
        for process in processes:
            process.terminate()
            process.wait()
        log.close()


def _environment(server: Server, database: str, folder: Path, port: int) -> dict[str, str]:
    (folder / "mail").mkdir(exist_ok=True)
    return {
        **os.environ,
        "SAMSPIL_DEMO": "yes",
        "SAMSPIL_MOVABLE_CLOCK": "yes",
        "DATABASE_URL": server.url(database, "samspil_web"),
        "DATABASE_WORKER_URL": server.url(database, "samspil_worker"),
        "DATABASE_OWNER_URL": server.url(database),
        "DJANGO_SETTINGS_MODULE": "samspil.config.settings",
        "MAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "MAIL_FOLDER": str(folder / "mail"),
        "SEAL_FOLDER": str(folder / "seals"),
        "SITE_ADDRESS": f"http://127.0.0.1:{port}",
    }


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(port: int, log: Path) -> None:
    for _ in range(150):
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                connection.request("GET", "/log-ind/")
                connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    message = f"the server did not answer: {log.read_text()[-2000:]}"
    raise AssertionError(message)
