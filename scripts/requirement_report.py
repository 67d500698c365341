"""Which requirement of docs/requirements.md is walked by which journey, as whom, with how many clicks.

A journey counts for a requirement only in the model of the requirement's own municipality.
"""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| ([A-Z]-\d\d) \| (.+?) \| (yes|part|no) \|(.*?)\|$", re.MULTILINE)
HEADING = re.compile(r"^## ([A-Z]): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Requirement:
    id: str
    state: str


@dataclass(frozen=True, slots=True)
class Journey:
    """One test below tests/journeys and the requirements it is marked with."""

    place: str
    ids: tuple[str, ...]


def requirements(root: Path) -> list[Requirement]:
    text = (root / "docs" / "requirements.md").read_text()
    return [Requirement(row[1], row[3]) for row in ROW.finditer(text)]


def municipalities(root: Path) -> dict[str, str]:
    """`F` is `Frederiksberg Kommune`, as the heading says."""
    return {row[1]: f"{row[2]} Kommune" for row in HEADING.finditer((root / "docs" / "requirements.md").read_text())}


def journeys(root: Path) -> Iterator[Journey]:
    for path in sorted((root / "tests" / "journeys").glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and (ids := tuple(sorted(_marked(node)))):
                yield Journey(f"{path.relative_to(root)}::{node.name}", ids)


def _marked(function: ast.FunctionDef) -> Iterator[str]:
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.requirement":
            yield str(ast.literal_eval(mark.args[0]))


def walks(root: Path) -> dict[str, dict[str, Any]]:
    """What the journeys kept at their last run on this machine, by journey."""
    found = [json.loads(path.read_text()) for path in (root / ".state" / "journeys").glob("*.json")]
    return {one["journey"]: one for one in found}


def problems(root: Path) -> Iterator[str]:
    """The document and the journeys must say the same."""
    wanted = {one.id: one.state for one in requirements(root)}
    marked = {name for journey in journeys(root) for name in journey.ids}
    for name in sorted(marked - wanted.keys()):
        yield f"{name} is marked on a journey, and docs/requirements.md does not know it"
    for name, state in wanted.items():
        if state == "no" and name in marked:
            yield f"{name} has a journey; docs/requirements.md says it has none"
        if state != "no" and name not in marked:
            yield f"{name} is called {state} in docs/requirements.md, and no journey walks it"


def report(root: Path) -> Iterator[str]:
    last, places = walks(root), municipalities(root)
    marked = list(journeys(root))
    without = []
    for one in requirements(root):
        found = [journey for journey in marked if one.id in journey.ids]
        if not found:
            without.append(one.id)
        for journey in found:
            yield f"{one.id} {one.state:<4} {journey.place}: {_told(last.get(journey.place), places[one.id[0]])}"
    yield f"without a journey ({len(without)}): {' '.join(without)}"


def _told(walk: dict[str, Any] | None, place: str) -> str:
    if walk is None:
        return "not walked on this machine yet"
    own = [one for one in walk["walks"] if one["place"] == place]
    if not own:
        return f"DOES NOT COUNT: nobody in it was in {place}"
    roles = ", ".join(dict.fromkeys(one["role"].lower() for one in own))
    clicks = sum(one["clicks"] for one in own)
    return f"{'passed' if walk['passed'] else 'FAILED'}; {place}; {roles}; {clicks} clicks"


def main() -> int:
    for line in report(ROOT):
        print(line)
    found = list(problems(ROOT))
    for problem in found:
        print(f"  {problem}")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
