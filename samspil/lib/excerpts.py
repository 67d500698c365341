"""What goes along when a matter is brought on: the necessary minimum, and no more (law L2)."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Self

MINIMUM, OBSERVATION, CHILD_WORDS, INTERPRETATION = "minimum", "observation", "child_words", "interpretation"
NAMES = {
    MINIMUM: "Det skal I vide",
    OBSERVATION: "Set og hørt",
    CHILD_WORDS: "Egne ord",
    INTERPRETATION: "Det tænker den, der skrev",
}


@dataclass(frozen=True)
class Excerpt:
    """A text as it was taken along, once and for all. `source` says whose it is by seat, never by name."""

    slot: str
    text: str
    source: str = ""
    on: date | None = None

    @property
    def name(self) -> str:
        return NAMES.get(self.slot, "")

    @property
    def is_child_words(self) -> bool:
        return self.slot == CHILD_WORDS

    def stored(self) -> dict[str, Any]:
        return {**asdict(self), "on": self.on.isoformat() if self.on else None}

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Self:
        on = stored.get("on")
        return replace(cls(**{**stored, "on": None}), on=date.fromisoformat(on) if on else None)


def chosen(excerpts: Iterable[Excerpt], slots: Iterable[str]) -> tuple[Excerpt, ...]:
    """Those whose slots were ticked."""
    wanted = set(slots)
    return tuple(one for one in excerpts if one.slot in wanted)
