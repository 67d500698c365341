"""A municipality's own three colours, served as a stylesheet, since inline styles are not allowed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse

from samspil.lib.contrast import WHITE, mix, unreadable

HEX = re.compile(r"#[0-9a-f]{6}")
BLACK = "#000000"
A_DAY = 86_400


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
        weak = next(unreadable(self.primary, self.dark, self.tint), None)
        return f"Tekst i {weak.text} på {weak.ground} kan ikke læses af alle." if weak else None


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
