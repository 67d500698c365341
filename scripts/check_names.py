"""No drawer for odds and ends, and no domain noun that software has taken."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.tree import files, place

DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
TAKEN = {"Role", "Group", "Session", "Task", "Notification", "User", "Event"}
WORD = re.compile(r"[A-Z][a-z0-9]*")


def problems(root: Path) -> Iterator[str]:
    for path in files(root, ".py", under="samspil"):
        yield from _drawers(root, path)
        yield from _taken(root, path)
    for path in files(root, ".py", under="tests"):
        yield from _drawers(root, path)


def _drawers(root: Path, path: Path) -> Iterator[str]:
    for part in path.relative_to(root).with_suffix("").parts:
        if DRAWERS & set(part.split("_")):
            yield f"{place(root, path)}: name it after what it holds, not {part!r}"


def _taken(root: Path, path: Path) -> Iterator[str]:
    """A class may not be called so; a model may not even carry the word."""
    is_model = "models" in path.relative_to(root).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            words = set(WORD.findall(node.name)) if is_model else {node.name}
            for word in sorted(words & TAKEN):
                yield f"{place(root, path, node.lineno)}: {node.name}: software has taken the word {word}"
