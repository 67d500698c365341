"""How a page becomes a picture: the whole page for the eye, and a light one for a document."""

import io
from pathlib import Path
from typing import Any

from PIL import Image

from tests.journeys.site import ROOT
from tests.journeys.walker import DESK, PHONE, Walker

FOLDER = ROOT / ".state" / "shots"
BOOK = ROOT / "docs" / "billeder"
COLOURS = 192
TALLEST = {DESK: 1100, PHONE: 1300}
HEAVIEST = 150_000
"""A document of twenty pictures opens at once."""


def take(walker: Walker, name: str, *, book: tuple[tuple[int, int], ...] = ()) -> None:
    """The page at both sizes in `FOLDER`; those of `book` in the documents too."""
    kept = walker.page.viewport_size
    for size in (DESK, PHONE):
        walker.page.set_viewport_size({"width": size[0], "height": size[1]})
        walker.page.screenshot(path=str(FOLDER / f"{name}-{size[0]}.png"), full_page=True)
        if size in book:
            lay(walker.page, size, BOOK / f"{name}-{size[0]}.png")
    walker.page.set_viewport_size(kept)


def lay(page: Any, size: tuple[int, int], path: Path) -> None:
    """From the top of the page down, so far as one reads in a document, in few colours.

    The window is made as tall as that, so that what stands at its foot stands at the picture's foot.
    """
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(height, min(tall, TALLEST[size]))})
    page.evaluate("scrollTo(0, 0)")
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > HEAVIEST:
        message = f"{path.name} weighs {path.stat().st_size} bytes, at most {HEAVIEST}"
        raise AssertionError(message)
