"""No committed file names a package registry, or a place on somebody's machine."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.tree import place, texts

REGISTRY = re.compile(
    r"\b(pypi|pythonhosted|npmjs|yarnpkg|debian|jsdelivr|unpkg|cdnjs|googleapis)\.(org|com|io|net)\b", re.IGNORECASE
)
ON_A_MACHINE = re.compile(r"(?<![\w.$}*~/-])/(root|home|work|farm|Users|opt|mnt)/\w")
OUTSIDE = re.compile(r"\.\./" + "shared|" + r"\bshared" + "/(design|domain|sources)")


def problems(root: Path) -> Iterator[str]:
    for path, text in texts(root):
        for number, line in enumerate(text.splitlines(), 1):
            if found := REGISTRY.search(line):
                yield f"{place(root, path, number)}: names the registry {found[0]}"
            if found := ON_A_MACHINE.search(line) or OUTSIDE.search(line):
                yield f"{place(root, path, number)}: names a place outside the project: {found[0]}"
