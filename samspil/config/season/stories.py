"""What is told: the texts of the two files beside this one, about young people who do not exist."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from samspil.lib.cpr import REPLACEMENT

AGES = (11, 16)
HERE = Path(__file__).parent
WORDS: dict[str, Any] = tomllib.loads((HERE / "words.toml").read_text())
STORIES: list[dict[str, Any]] = tomllib.loads((HERE / "stories.toml").read_text())["stories"]


@dataclass(frozen=True)
class Child:
    """Somebody who does not exist. `cpr` is a replacement number: 60 is added to the day, so nobody living bears it."""

    name: str
    girl: bool
    born: date
    school_class: str
    cpr: str

    def fill(self, text: str) -> str:
        he, him, his = ("hun", "hende", "hendes") if self.girl else ("han", "ham", "hans")
        words = {"navn": self.name.split(" ")[0], "han": he, "ham": him, "hans": his}
        return text.format(**words, Han=he.capitalize(), Hans=his.capitalize())


@dataclass(frozen=True)
class Matter:
    """One story as it happens to one child."""

    child: Child
    story: dict[str, Any]

    def says(self, slot: str) -> str:
        return self.child.fill(self.story[slot])

    def all(self, slot: str) -> list[str]:
        return [self.child.fill(text) for text in self.story[slot]]


class Teller:
    """Tells the same to whoever asks in the same order: its luck begins with the municipality's short name."""

    def __init__(self, slug: str, today: date) -> None:
        self.luck = Random(slug)  # noqa: S311  # seeded by a name, no secret
        self._today = today
        self._told = 0

    def matter(self, story: int | None = None) -> Matter:
        """The next story, or this one, about somebody new."""
        if story is None:
            story = self._told
            self._told += 1
        return Matter(self._child(), STORIES[story % len(STORIES)])

    def one(self, of: str) -> Any:
        return self.luck.choice(WORDS[of])

    def chance(self, part: float) -> bool:
        return self.luck.random() < part

    def days(self, least: int, most: int) -> timedelta:
        return timedelta(days=self.luck.randint(least, most))

    def _child(self) -> Child:
        girl = self.chance(0.45)
        name = f"{self.one('girls' if girl else 'boys')} {self.one('families')}"
        age = self.luck.randint(*AGES)
        born = self._today - timedelta(days=age * 365 + self.luck.randint(20, 340))
        number = f"{born.day + REPLACEMENT:02}{born:%m%y}{self.luck.randint(4000, 8999)}"
        return Child(name, girl, born, f"{min(age - 6, 10)}.{self.luck.choice('abc')}", number)
