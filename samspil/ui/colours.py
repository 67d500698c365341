"""A municipality's own three colours, served as a stylesheet, since inline styles are not allowed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse

HEX = re.compile(r"#[0-9a-f]{6}")
WHITE = "#ffffff"
BLACK = "#000000"
READABLE = 4.5
"""The contrast that text needs (WCAG 2.1, AA)."""
A_DAY = 86_400
LINEAR_BELOW = 0.04045


@dataclass(frozen=True)
class Colours:
    """`primary` for links, buttons and the current tab; `dark` below the pointer; `tint` as ground."""

    primary: str = "#00566b"
    dark: str = "#003b4a"
    tint: str = "#e6f0f2"

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Colours":
        """From stored colours; what is not given is mixed from the primary one."""
        if not given.get("primary"):
            return cls()
        primary, dark, tint = (given.get(name, "").lower() for name in ("primary", "dark", "tint"))
        if not HEX.fullmatch(primary):
            return cls(primary, dark, tint)
        return cls(primary, dark or mix(primary, BLACK, 0.3), tint or mix(primary, WHITE, 0.9))

    def why_not(self) -> str | None:
        """The Danish sentence that says why these colours cannot be used."""
        for colour in (self.primary, self.dark, self.tint):
            if not HEX.fullmatch(colour):
                return f"»{colour}« er ikke en farve. Skriv den som #00566b."
        pairs = ((self.primary, WHITE), (self.primary, self.tint), (self.dark, self.tint))
        weak = next(((text, ground) for text, ground in pairs if contrast(text, ground) < READABLE), None)
        if weak:
            return f"Tekst i {weak[0]} på {weak[1]} kan ikke læses af alle. Vælg en mørkere farve."
        return None


def stylesheet(colours: Colours) -> HttpResponse:
    """The answer of `/farver/<kortnavn>.css`."""
    if colours.why_not():
        colours = Colours()
    text = (
        "@layer tokens{:root{"
        f"--kommune-primary:{colours.primary};--kommune-dark:{colours.dark};--kommune-tint:{colours.tint}"
        "}}"
    )
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with that share of `other` in it."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as WCAG defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
