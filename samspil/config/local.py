"""An installation on this machine alone: embedded server, keys in a folder. For demo, tests, pictures and measuring."""

import base64
import os
import secrets
import shutil
from pathlib import Path

from samspil.config import preparation
from samspil.config.embedded import Server, server

ROOT = Path(__file__).resolve().parent.parent.parent
STATE = ROOT / ".state"


def is_checkout() -> bool:
    """Whether the project lies here whole; an installed package has no shipped municipalities beside it."""
    return (ROOT / "organisations").is_dir()


def set_up(name: str, *, major: int = 18, durable: bool = True, database: str = "samspil") -> Server:
    """Start the server of `.state/pg-NAME`, make roles and the database, and point this process's settings at them."""
    running = server(STATE / f"pg-{name}", major, durable=durable)
    seals = STATE / f"seals-{name}"
    if preparation.create_database(running.url("postgres"), database):
        preparation.prepare(running.url(database))
        shutil.rmtree(seals, ignore_errors=True)  # of a database that is no more
    os.environ.setdefault("SEAL_FOLDER", str(seals))
    point_at(running, database)
    for key, value in _keys(STATE / f"keys-{name}").items():
        os.environ.setdefault(key, value)
    return running


def point_at(running: Server, database: str) -> None:
    os.environ["DATABASE_URL"] = running.url(database, "samspil_web")
    os.environ["DATABASE_WORKER_URL"] = running.url(database, "samspil_worker")
    os.environ["DATABASE_OWNER_URL"] = running.url(database)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")


def _keys(folder: Path) -> dict[str, str]:
    """Keys made once and kept outside the database."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: _kept(folder / name.lower()) for name in ("SECRET_KEY", "VISIT_SECRET", "LOG_KEY", "DATA_KEYS")}


def _kept(path: Path) -> str:
    if not path.exists():
        fresh = base64.b64encode(secrets.token_bytes(32)).decode()
        path.touch(mode=0o600)
        path.write_text(f"k1:{fresh}" if path.name == "data_keys" else fresh)
    return path.read_text()
