"""`./run demo`: embedded server, shipped municipalities with invented people, pages and worker, on this machine."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samspil.config import embedded
from samspil.config.local import ROOT, STATE, set_up

UNFINISHED = STATE / "season-unfinished"
PORT = 8000
ADDRESS = f"http://localhost:{PORT}"


def run(*, fresh: bool) -> None:
    """Start over when asked, make what is missing, and serve until Ctrl-C. A second start keeps the data."""
    if fresh or UNFINISHED.exists():
        why = "Starting over" if fresh else "The season was not finished last time, so starting over"
        say(f"{why}: throwing the demo's data away")
        embedded.discard(STATE / "pg-demo")
    prepare()
    with worker():
        serve()


def prepare() -> None:
    """Server, tables, organisations and people; quick when all of it stands."""
    os.environ["SAMSPIL_DEMO"] = os.environ["SAMSPIL_MOVABLE_CLOCK"] = "yes"
    say("Starting PostgreSQL (.state/pg-demo)")
    set_up("demo")
    import django

    django.setup()
    from django.core.management import call_command

    from samspil.config import demo_world

    say("Bringing the tables up to date")
    bring_up_to_date()
    call_command("collectstatic", interactive=False, verbosity=0)
    if demo_world.is_empty():
        make_season()
    else:
        demo_world.fill(say)


def bring_up_to_date() -> None:
    """SystemExit with what to do where the tables are of a version that this one does not grow from."""
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        call_command("migrate", database="owner", verbosity=0)
    except DatabaseError as error:
        why = f"these tables are of another version ({type(error).__name__})"
        raise SystemExit(f"The demo cannot go on: {why}. Start over with ./run demo --fresh") from error


def make_season() -> None:
    """People and their work since summer; stopped half-way it is thrown away at the next start."""
    from samspil.config import demo_world, season

    say("Making five municipalities and a season of work (two or three minutes)")
    UNFINISHED.touch()
    season.make(say, lambda: demo_world.fill(say))
    make_practice()
    UNFINISHED.unlink()


def make_practice() -> None:
    """Each municipality's practice room, by the operator's own command."""
    from samspil.config.demo_world import ORGANISATIONS

    say("Making a practice room for each municipality")
    files = [str(ROOT / "organisations" / f"{slug}.toml") for slug in ORGANISATIONS]
    program = str(Path(sys.executable).with_name("samspil"))
    subprocess.run([program, "practice", "make", *files], cwd=ROOT, check=True)


def serve() -> None:
    """The production server with the production settings, on localhost only."""
    program = [
        str(Path(sys.executable).with_name("gunicorn")),
        "samspil.config.wsgi:application",
        "--bind",
        f"127.0.0.1:{PORT}",
        "--no-control-socket",
    ]
    process = subprocess.Popen([*program, "--workers", "2", "--threads", "4", "--log-level", "warning"], cwd=ROOT)
    from samspil.config import demo_world

    say(f"Samspil is running at {ADDRESS}\n\n{demo_world.who_one_can_be()}\n\nStop with Ctrl-C.")
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    while process.poll() is None and not stopped.wait(0.5):
        pass
    process.terminate()
    code = process.wait()
    if not stopped.is_set():
        say(
            f"The server ended by itself (code {code}). The lines above say why;"
            f" is port {PORT} taken by another program?"
        )
        raise SystemExit(1)


@contextmanager
def worker() -> Iterator[None]:
    """The job worker beside the server: mail, calendar, sealing of the log."""
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name("samspil")), "worker"], cwd=ROOT, env=os.environ.copy()
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def say(text: str) -> None:
    sys.stdout.write(f"== {text}\n")
    sys.stdout.flush()
