"""A silenced check gives its reason on the same line; no test is skipped, nothing is left for later."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from scripts.tree import files, place

SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover|fmt:\s*(off|skip))")
WITH_REASON = re.compile(r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\])\s+(#|-)\s*\w{3}")
LATER = re.compile("|".join(rf"\b{word}\b" for word in ("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")))
SKIPS = {"skip", "skipif", "xfail", "importorskip", "skipTest", "expectedFailure"}


def problems(root: Path) -> Iterator[str]:
    for path in files(root, ".py"):
        yield from _comments(root, path)
        yield from _skips(root, path)
    for path in files(root, ".html", ".sql", ".js", ".mjs", ".scss", ".sh"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if LATER.search(line):
                yield f"{place(root, path, number)}: do it now or file it"


def _comments(root: Path, path: Path) -> Iterator[str]:
    readline = io.StringIO(path.read_text(encoding="utf-8")).readline
    for token in tokenize.generate_tokens(readline):
        if token.type == tokenize.COMMENT:
            where = place(root, path, token.start[0])
            if LATER.search(token.string):
                yield f"{where}: do it now or file it"
            if SILENCED.search(token.string) and not WITH_REASON.search(token.string):
                yield f"{where}: name the rule and give the reason on the same line"


def _skips(root: Path, path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in SKIPS:
            yield f"{place(root, path, node.lineno)}: {node.attr}: a test runs or goes"
        if isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant):
            yield f"{place(root, path, node.lineno)}: this assert cannot fail"
