"""The import contracts stand, and each turns red on an import that breaks it."""

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STANDING = {"rooms", "shelves", "doors", "forms", "rules", "lib", "organisation_files"}
ROOMS = ("config", "cases", "concerns", "interventions", "authority", "organisation", "organisation/files", "lib")

BREAKS = [
    ("Rooms are stacked", "samspil/concerns/rules.py", "from samspil.cases import queries\n"),
    ("Rooms are stacked", "samspil/concerns/queries.py", "from samspil.interventions import rules\n"),
    ("Rooms are stacked", "samspil/attic/__init__.py", ""),
    ("Shelves in a room", "samspil/cases/models.py", "from samspil.cases import queries\n"),
    ("Shelves in a room", "samspil/cases/queries.py", "from samspil.cases import commands\n"),
    ("Shelves in a room", "samspil/cases/exports.py", "from samspil.cases import jobs\n"),
    ("Views go through doors", "samspil/cases/views.py", "from samspil.cases.models import Case\n"),
    ("Views go through doors", "samspil/cases/views.py", "from samspil.concerns import models\n"),
    ("Views go through doors", "samspil/cases/views/one.py", "import psycopg\n"),
    ("Forms parse and validate", "samspil/cases/forms.py", "from samspil.cases import commands\n"),
    ("Rules are pure", "samspil/cases/rules.py", "from django.db import connection\n"),
    ("lib is plain Python", "samspil/lib/dates.py", "import django.utils.timezone\n"),
    ("Organisation files are read without Django", "samspil/organisation/files/check.py", "import django\n"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    call = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small samspil of its own under the project's contracts."""
    shutil.copy(ROOT / ".importlinter", tmp_path)
    for room in ("", *ROOMS):
        (tmp_path / "samspil" / room).mkdir(exist_ok=True)
        (tmp_path / "samspil" / room / "__init__.py").touch()
    for room in ("cases", "concerns", "interventions"):
        for shelf in ("models", "rules", "queries", "commands", "forms", "jobs", "exports"):
            (tmp_path / "samspil" / room / f"{shelf}.py").touch()
    (tmp_path / "samspil/cases/views.py").write_text("from samspil.cases import commands, forms, queries\n")
    return tmp_path


def test_every_contract_stands() -> None:
    read = configparser.ConfigParser()
    read.read(ROOT / ".importlinter")
    assert {name.split(":")[-1] for name in read.sections() if name.count(":")} == STANDING
    assert read["importlinter:contract:rooms"]["exhaustive"] == "True"


def test_a_tree_that_keeps_them_passes(tree: Path) -> None:
    said = lint(tree)
    assert said.returncode == 0, said.stdout
    assert f"Contracts: {len(STANDING)} kept, 0 broken." in said.stdout


@pytest.mark.parametrize(("contract", "path", "text"), BREAKS)
def test_a_break_is_named(tree: Path, contract: str, path: str, text: str) -> None:
    target = tree / path
    if target.parent.name == "views":
        (tree / "samspil/cases/views.py").unlink()
    target.parent.mkdir(exist_ok=True)
    (target.parent / "__init__.py").touch()
    target.write_text(text)
    said = lint(tree)
    assert said.returncode == 1
    assert contract in said.stdout.split("Broken contracts")[1]
