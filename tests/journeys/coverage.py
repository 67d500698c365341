"""Keeps who walked each journey, where, as what, with how many clicks; scripts/requirement_report.py reads it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

import pytest

from tests.journeys.site import ROOT
from tests.journeys.walker import Walker

FOLDER = ROOT / ".state" / "journeys"


@dataclass(frozen=True)
class Walk:
    name: str
    place: str
    role: str
    clicks: int


WALKED = pytest.StashKey[list[Walk]]()


def walk_of(walker: Walker) -> Walk:
    return Walk(walker.name, walker.place, walker.role, walker.clicks)


def keep(item: pytest.Item, *, passed: bool) -> None:
    """One small file a journey, written over at its next run."""
    ids = sorted({str(mark.args[0]) for mark in item.iter_markers("requirement")})
    if not ids:
        return
    walks = [asdict(walk) for walk in item.stash.get(WALKED, [])]
    journey = item.nodeid.partition("@")[0]  # workers add the group they share
    told: dict[str, Any] = {"journey": journey, "ids": ids, "passed": passed, "walks": walks}
    FOLDER.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(journey.encode()).hexdigest()[:16]
    (FOLDER / f"{name}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1))
