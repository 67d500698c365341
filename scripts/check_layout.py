"""Every room has the same shelves, so that a reader guesses the place."""

import ast
from collections.abc import Iterator
from pathlib import Path

from scripts.tree import files, place

FOUNDATION = {"config", "accounts", "authority", "audit", "ui", "lib"}  # built around Django, not around a domain
SHELVES = {"models", "rules", "queries", "commands", "forms", "jobs", "exports", "views", "urls"}
BESIDE_THEM = {"__init__", "apps", "migrations", "sql", "templates", "templatetags", "static", "__pycache__"}
OWN = {
    "organisation": {"files", "loading"},  # the file format without Django, and what lays it into the database
    "api": {"schemas"},  # the shapes of the answers, which ninja reads
}


def problems(root: Path) -> Iterator[str]:
    for room in sorted(path for path in (root / "samspil").iterdir() if (path / "__init__.py").exists()):
        if room.name not in FOUNDATION:
            yield from _strangers(root, room)
            yield from _templates(root, room)
    for path in files(root, ".py", under="samspil"):
        if "views" in path.relative_to(root).with_suffix("").parts:
            yield from _database(root, path)


def _strangers(root: Path, room: Path) -> Iterator[str]:
    allowed = SHELVES | BESIDE_THEM | OWN.get(room.name, set())
    for path in sorted(room.iterdir()):
        if path.stem not in allowed:
            yield f"{place(root, path)}: not a shelf; the shelves are {', '.join(sorted(SHELVES))}"


def _templates(root: Path, room: Path) -> Iterator[str]:
    for path in sorted((room / "templates").glob("*")):
        if path.name != room.name:
            yield f"{place(root, path)}: templates lie in templates/{room.name}/"


def _database(root: Path, path: Path) -> Iterator[str]:
    """Views reach the database only through their doors; import-linter cannot see into Django."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom) and _names_database(node):
            yield f"{place(root, path, node.lineno)}: a view imports nothing of django.db"


def _names_database(node: ast.Import | ast.ImportFrom) -> bool:
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    return any(name.split(".")[:2] == ["django", "db"] for name in names)
