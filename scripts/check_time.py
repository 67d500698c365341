"""One clock: samspil/lib/clock.py in Python, samspil_now() in SQL."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.tree import files, place

CLOCKS = re.compile(
    r"samspil/lib/clock\.py|samspil/authority/(sql/[0-9]+_|movable_)clock\.sql"
    r"|tests/lib/test_clock\.py|tests/scripts/test_checks\.py"
)
OWNERS = {"timezone", "datetime", "date"}
CALLS = {"now", "utcnow", "today", "localdate", "localtime"}
DATABASE_FUNCTIONS = {"Now", "TransactionNow"}
FIELD_OPTIONS = {"auto_now", "auto_now_add"}
IN_SQL = re.compile(
    r"(?<![\w.])(now\s*\(|current_date\b|current_time(stamp)?\b|localtime(stamp)?\b"
    r"|(clock|statement|transaction)_timestamp\s*\()",
    re.IGNORECASE,
)
IN_TEMPLATE = re.compile(r"\{%-?\s*now\s")


def problems(root: Path) -> Iterator[str]:
    for folder in ("samspil", "tests"):
        for path in files(root, ".py", under=folder):
            if not CLOCKS.fullmatch(place(root, path)):
                yield from _python(root, path)
    for path in files(root, ".sql", under="samspil"):
        if not CLOCKS.fullmatch(place(root, path)):
            yield from _lines(root, path, IN_SQL)
    for path in files(root, ".html", under="samspil"):
        yield from _lines(root, path, IN_TEMPLATE)


def _python(root: Path, path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) not in prose and (found := _own_clock(node)):
            yield f"{place(root, path, getattr(node, 'lineno', 1))}: {found}: ask samspil.lib.clock"


def _own_clock(node: ast.AST) -> str | None:
    match node:
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=call):
            return f"{owner}.{call}" if owner in OWNERS and call in CALLS else None
        case ast.alias(name=name):
            return name if name in DATABASE_FUNCTIONS else None
        case ast.keyword(arg=str() as option):
            return option if option in FIELD_OPTIONS else None
        case ast.Constant(value=str() as text):
            found = IN_SQL.search(text)
            return found[0] if found else None
        case _:
            return None


def _lines(root: Path, path: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := pattern.search(line.split("--")[0] if path.suffix == ".sql" else line):
            yield f"{place(root, path, number)}: {found[0].strip()}: ask samspil_now()"
