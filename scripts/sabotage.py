"""Break the project on purpose, one thing at a time, in a copy; a break that leaves its test green is a hole."""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samspil.config.embedded import discard
from samspil.config.embedded_place import majors_at_hand
from scripts.tree import NOT_OURS

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "scripts" / "sabotage.toml"
RED = 1  # pytest: tests ran and some failed; anything else is no proof


@dataclass(frozen=True, slots=True)
class Break:
    name: str
    file: str
    find: str
    replace: str
    test: str

    def apply(self, tree: Path) -> None:
        """Raises ValueError when the text to break does not stand exactly once."""
        path = tree / self.file
        text = path.read_text(encoding="utf-8")
        if text.count(self.find) != 1:
            raise ValueError(f"{self.name}: its text stands {text.count(self.find)} times in {self.file}, not once")
        path.write_text(text.replace(self.find, self.replace), encoding="utf-8")


def listed(path: Path = LIST) -> list[Break]:
    return [Break(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["break"]]


def remove_tree(target: Path) -> None:
    """With the servers that its tests started."""
    for major in majors_at_hand():
        discard(target / ".state" / f"pg-test-{major}")
    if target.exists():
        shutil.rmtree(target)


def copy_tree(target: Path) -> None:
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*NOT_OURS, ".*_cache"))
    static = ROOT / ".state" / "static"
    if static.exists():
        shutil.copytree(static, target / ".state" / "static")


def outcome(tree: Path, *tests: str) -> int:
    """What pytest said: 0 all green, 1 red, anything else could not run."""
    call = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(call, cwd=tree, capture_output=True, text=True, check=False)
    if done.returncode not in {0, RED}:
        print(done.stdout[-2000:] + done.stderr[-2000:])
    return done.returncode


def turns_red(tree: Path, one: Break) -> bool:
    kept = (tree / one.file).read_text(encoding="utf-8")
    one.apply(tree)
    try:
        return outcome(tree, one.test) == RED
    finally:
        (tree / one.file).write_text(kept, encoding="utf-8")


def sabotage(tree: Path, breaks: Sequence[Break]) -> list[str]:
    """The breaks that went unnoticed."""
    unnoticed = []
    for one in breaks:
        noticed = turns_red(tree, one)
        print(f"{'red, as it should' if noticed else 'NOT NOTICED'}: {one.name} -> {one.test}", flush=True)
        unnoticed += [] if noticed else [one.name]
    return unnoticed


def main() -> int:
    tree = ROOT / ".state" / "sabotage"
    remove_tree(tree)
    copy_tree(tree)
    try:
        return _in(tree, listed())
    finally:
        remove_tree(tree)


def _in(tree: Path, breaks: Sequence[Break]) -> int:
    print(f"unbroken: {len(breaks)} named tests", flush=True)
    if outcome(tree, *sorted({one.test for one in breaks})) != 0:
        print("The named tests must be green before anything is broken; a red one proves nothing.")
        return 1
    unnoticed = sabotage(tree, breaks)
    print(f"sabotage: {len(breaks) - len(unnoticed)} of {len(breaks)} noticed")
    return 1 if unnoticed else 0
