"""Which of two colours of a municipality can be read on each other, as WCAG 2.1 measures it."""

from collections.abc import Iterator
from typing import NamedTuple

WHITE = "#ffffff"
GROUND = "#f6f6f4"
TEXT = "#1a1a1a"
MUTED = "#595959"
"""The pages' own, beside the municipality's three (front/scss/_tokens.scss)."""
READABLE = 4.5
"""What text needs on its ground, AA."""
LINEAR_BELOW = 0.04045


class Pair(NamedTuple):
    """Text in one colour on a ground of another."""

    text: str
    ground: str

    @property
    def ratio(self) -> float:
        """From 1 to 21."""
        light, dark = sorted((_luminance(self.text), _luminance(self.ground)), reverse=True)
        return (light + 0.05) / (dark + 0.05)


def unreadable(primary: str, dark: str, tint: str) -> Iterator[Pair]:
    """The pairs of the pages that fall below what text needs: links, buttons, tabs and boxes."""
    links = (Pair(one, ground) for one in (primary, dark) for ground in (WHITE, GROUND, tint))
    yield from (pair for pair in (*links, Pair(TEXT, tint), Pair(MUTED, tint)) if pair.ratio < READABLE)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with that share of `other` in it."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
