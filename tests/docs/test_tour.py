"""The tour names files, and names in them; all of them stand in the code."""

import re
from pathlib import Path

import pytest

from samspil.config.local import ROOT

TOUR = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
PLACE = re.compile(r"`((?:docs|front|organisations|samspil|tests)/[\w./-]+)(?:: (\w+))?`")
NAMED = PLACE.findall(TOUR)
DEFINED = {
    ".py": r"^\s*(?:def|class) {}\b",
    ".sql": r"\b(?:function|view) {}\b",
}
FEWEST = 40


def fault(place: str, name: str) -> str | None:
    path: Path = ROOT / place
    if not path.exists():
        return f"there is no {place}"
    if name and not re.search(DEFINED[path.suffix].format(name), path.read_text(encoding="utf-8"), re.MULTILINE):
        return f"{place} defines no {name}"
    return None


@pytest.mark.parametrize(("place", "name"), sorted(set(NAMED)), ids=str)
def test_what_the_tour_names_stands(place: str, name: str) -> None:
    assert fault(place, name) is None


def test_a_name_that_has_gone_is_found() -> None:
    kept = ("samspil/audit/sealing.py", "seal")
    assert fault(*kept) is None
    assert fault(kept[0], "sea") == "samspil/audit/sealing.py defines no sea"
    assert (
        fault("samspil/circles/sql/40_acts.sql", "deliver_all")
        == "samspil/circles/sql/40_acts.sql defines no deliver_all"
    )
    assert fault("samspil/audit/seals.py", "") == "there is no samspil/audit/seals.py"


def test_the_tour_is_read_whole() -> None:
    """Every path in quotes is one that the pattern above sees."""
    quoted = [
        text for text in re.findall(r"`([^`]+)`", TOUR) if re.match(r"(docs|front|organisations|samspil|tests)/", text)
    ]
    assert len(NAMED) == len(quoted)
    assert len(NAMED) >= FEWEST
