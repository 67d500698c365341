"""SQL is code: lower case, and named after what it makes."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.tree import files, place

NAME = re.compile(r"([0-9]{2}_)?[a-z][a-z_]*\.sql")
NOT_CODE = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"[^\"]*\"|__[A-Z_]+__", re.DOTALL)
UPPER = re.compile(r"[A-ZÆØÅ]\w*")


def problems(root: Path) -> Iterator[str]:
    for path in files(root, ".sql"):
        if not NAME.fullmatch(path.name):
            yield f"{place(root, path)}: name it 10_what_it_makes.sql"
        code = NOT_CODE.sub(_same_lines, path.read_text(encoding="utf-8"))
        for number, line in enumerate(code.splitlines(), 1):
            if found := UPPER.search(line):
                yield f"{place(root, path, number)}: {found[0]}: SQL is written in lower case"


def _same_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
