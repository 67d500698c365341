"""What `./run check` does: every step runs, even after one that failed; at the end stands what to mend."""

import argparse
import importlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts import requirement_report
from scripts.stand_in import SETTINGS
from scripts.tree import files

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
OWN_CHECKS = ("size", "names", "time", "places", "sql", "excuses", "layout", "municipal")


@dataclass(frozen=True, slots=True)
class Step:
    """`run` prints what is wrong and says whether all is well; `hint` says what to do when it is not."""

    name: str
    hint: str
    run: Callable[[], bool]


def tool(*command: str) -> Callable[[], bool]:
    def run() -> bool:
        call = [str(BIN / command[0]), *command[1:]]
        done = subprocess.run(
            call, cwd=ROOT, env={**os.environ, **SETTINGS}, capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(done.stdout + done.stderr)
        return done.returncode == 0

    return run


def own(name: str, root: Path = ROOT) -> Callable[[], bool]:
    def run() -> bool:
        found = list(problems(name, root))
        for problem in found:
            print(f"  {problem}")
        return not found

    return run


def problems(name: str, root: Path) -> Iterator[str]:
    """What scripts/check_<name>.py finds below this folder."""
    found: Iterator[str] = importlib.import_module(f"scripts.check_{name}").problems(root)
    return found


def templates() -> bool:
    found = [str(path) for path in files(ROOT, ".html", under="samspil")]
    return not found or tool("djlint", "--lint", "--quiet", *found)()


def requirements() -> bool:
    return requirement_report.main() == 0


def steps() -> list[Step]:
    return [
        Step("style", "ruff check --fix mends most of it", tool("ruff", "check", "--output-format", "concise", ".")),
        Step("format", "ruff format", tool("ruff", "format", "--check", "--output-format", "concise", ".")),
        Step("templates", "djlint names the rule and the line", templates),
        Step("types", "mypy names the line", tool("mypy")),
        Step("contracts", ".importlinter says who may import whom", tool("lint-imports", "--no-cache")),
        *(Step(name, f"scripts/check_{name}.py says why", own(name)) for name in OWN_CHECKS),
        Step("requirements", "docs/requirements.md and the marks in tests/journeys must say the same", requirements),
        Step("migrations", "samspil makemigrations", tool("python", "-m", "scripts.check_migrations")),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(prog="./run check", description=__doc__)
    parser.add_argument("only", nargs="*", help="names of steps; without any, all")
    parser.add_argument("--sabotage", action="store_true", help="break things one at a time, see the tests turn red")
    asked = parser.parse_args()
    if asked.sabotage:
        return int(importlib.import_module("scripts.sabotage").main())
    chosen = [step for step in steps() if not asked.only or step.name in asked.only]
    failed = [step for step in chosen if not _timed(step)]
    for step in failed:
        print(f"FAILED {step.name}: {step.hint}")
    print(f"checks: {len(chosen) - len(failed)} of {len(chosen)} passed")
    return 1 if failed or not chosen else 0


def _timed(step: Step) -> bool:
    start = time.perf_counter()
    print(f"{step.name} ...", flush=True)
    passed = step.run()
    print(f"{step.name}: {'ok' if passed else 'FAILED'} ({time.perf_counter() - start:.1f} s)", flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(main())
