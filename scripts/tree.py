"""The project's own text files, without what a build or a run leaves behind."""

import os
from collections.abc import Iterator
from pathlib import Path

NOT_OURS = {".git", ".venv", ".state", "node_modules", "__pycache__", "build", "samspil.egg-info"}
BUILT = {"samspil/ui/static/ui"}
TEXT = {
    "",
    ".cfg",
    ".css",
    ".csv",
    ".html",
    ".in",
    ".ini",
    ".js",
    ".json",
    ".md",
    ".mjs",
    ".py",
    ".scss",
    ".sh",
    ".sql",
    ".svg",
    ".toml",
    ".txt",
    ".typ",
    ".yaml",
    ".yml",
}


def files(root: Path, *suffixes: str, under: str = ".") -> Iterator[Path]:
    """Every file below `under`, sorted; with suffixes only those."""
    for folder, names, found in os.walk(root / under):
        here = Path(folder)
        names[:] = sorted(name for name in names if _is_ours(root, here / name))
        yield from (here / name for name in sorted(found) if not suffixes or Path(name).suffix in suffixes)


def texts(root: Path) -> Iterator[tuple[Path, str]]:
    for path in files(root, *TEXT):
        yield path, path.read_text(encoding="utf-8")


def place(root: Path, path: Path, line: int | None = None) -> str:
    """How a problem names its place: path, or path:line."""
    told = path.relative_to(root).as_posix()
    return told if line is None else f"{told}:{line}"


def _is_ours(root: Path, folder: Path) -> bool:
    is_cache = folder.name.startswith(".") and folder.name.endswith("_cache")
    hidden = is_cache or folder.name in NOT_OURS or folder.name == ".hypothesis"
    return not hidden and folder.relative_to(root).as_posix() not in BUILT
