"""Files, functions and templates stay small (docs/architecture.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

from scripts.tree import files, place

MOST_LINES_OF_FILE = 300
MOST_LINES_OF_FUNCTION = 40
MOST_LINES_OF_TEMPLATE = 120


def problems(root: Path) -> Iterator[str]:
    for path in files(root, ".py"):
        if "migrations" not in path.parts:
            yield from _python(root, path)
    for path in files(root, ".html"):
        yield from _too_long(root, path, MOST_LINES_OF_TEMPLATE)
    for path in files(root, ".sql", ".js", ".mjs", ".scss", ".sh"):
        yield from _too_long(root, path, MOST_LINES_OF_FILE)


def _python(root: Path, path: Path) -> Iterator[str]:
    yield from _too_long(root, path, MOST_LINES_OF_FILE)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = function_lines(node)
            if lines > MOST_LINES_OF_FUNCTION:
                where = place(root, path, node.lineno)
                yield f"{where}: {node.name} has {lines} lines, at most {MOST_LINES_OF_FUNCTION}"


def function_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _too_long(root: Path, path: Path, most: int) -> Iterator[str]:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > most:
        yield f"{place(root, path)}: {lines} lines, at most {most}"
