"""What a municipality installs is a wheel: everything that lies in the package is in it, and `samspil` runs from it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from samspil.config import preparation
from samspil.config.settings import ROOT
from scripts.sabotage import copy_tree
from scripts.stand_in import SETTINGS
from scripts.tree import files
from tests.conftest import server_in_hand

pytestmark = pytest.mark.long
DATABASE = "test_wheel"
NOT_SHIPPED = {".built", ".gitignore"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy: setuptools leaves things beside its source."""
    folder = tmp_path_factory.mktemp("wheel")
    copy_tree(folder / "tree")
    call = ["pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), "."]
    subprocess.run([sys.executable, "-m", *call], cwd=folder / "tree", check=True, capture_output=True)
    return next(folder.glob("samspil-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it; the packages it needs are those of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    call = ["pip", "install", "-q", "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)]
    subprocess.run([python, "-m", *call], cwd=folder, check=True, capture_output=True)
    place = next(folder.glob("lib/python*/site-packages"))
    (place / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


@pytest.fixture(scope="module")
def settings_of_install(installed: Path) -> Iterator[dict[str, str]]:
    server = server_in_hand()
    admin = server.url("postgres")
    preparation.drop_database(admin, DATABASE)
    preparation.create_database(admin, DATABASE)
    urls = {
        "DATABASE_URL": server.url(DATABASE, "samspil_web"),
        "DATABASE_WORKER_URL": server.url(DATABASE, "samspil_worker"),
        "DATABASE_OWNER_URL": server.url(DATABASE),
    }
    folders = {"SEAL_FOLDER": str(installed / "seals"), "STATIC_FOLDER": str(installed / "static")}
    yield {**SETTINGS, **urls, **folders, "PATH": os.environ["PATH"]}
    preparation.drop_database(admin, DATABASE)


def samspil(installed: Path, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    call = [str(installed / "bin" / "samspil"), *arguments]
    return subprocess.run(call, cwd=installed, env=environment, capture_output=True, text=True, check=False)


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    ours = {path.relative_to(ROOT).as_posix() for path in files(ROOT, under="samspil")}
    shown = {path.relative_to(ROOT).as_posix() for path in (ROOT / "samspil/ui/static").rglob("*") if path.is_file()}
    missing = {path for path in ours | shown if path not in inside and Path(path).name not in NOT_SHIPPED}
    assert missing == set()
    assert "samspil/authority/movable_clock.sql" in inside
    for handbook in ("templates/desk/handbook/laerer.md", "static/handbook/sag-1280.png"):
        assert f"samspil/desk/{handbook}" in inside
    assert not [path for path in inside if not path.startswith(("samspil/", "samspil-"))]


def test_an_installation_begins_and_keeps_going(installed: Path, settings_of_install: dict[str, str]) -> None:
    where = subprocess.run(
        [installed / "bin" / "python", "-c", "import samspil; print(samspil.__file__)"],
        cwd=installed,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
    file = str(ROOT / "tests" / "world" / "lillerup.toml")
    for arguments in (
        ["organisation", "check", file],
        ["database", "prepare"],
        ["database", "migrate"],
        ["database", "migrate"],
        ["organisation", "apply", file],
        ["manage", "collectstatic", "--no-input", "--verbosity", "0"],
        ["manage", "check"],
        ["audit", "verify"],
    ):
        done = samspil(installed, settings_of_install, *arguments)
        assert done.returncode == 0, (arguments, done.stdout[-2000:], done.stderr[-4000:])
    assert list((installed / "static").glob("ui/*.css"))


def test_without_a_database_it_says_so_and_starts_none(installed: Path) -> None:
    bare = {"PATH": os.environ["PATH"]}
    for arguments in (["audit", "verify"], ["demo"]):
        done = samspil(installed, bare, *arguments)
        assert done.returncode == 1
        assert "checkout" in done.stderr
    assert not list(installed.glob("**/.state"))
