import re
import tomllib
from pathlib import Path

import pytest

from samspil.lib import contrast
from samspil.lib.contrast import Pair, unreadable

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted((*(ROOT / "organisations").glob("*.toml"), *(ROOT / "tests" / "world").glob("*.toml")))
GOOD = ("#00566b", "#003b4a", "#e6f0f2")


def test_the_scale_goes_from_one_to_twenty_one() -> None:
    assert Pair("#000000", "#ffffff").ratio == pytest.approx(21)
    assert Pair("#777777", "#777777").ratio == pytest.approx(1)
    assert Pair("#767676", "#ffffff").ratio == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("colours", "told"),
    [
        (("#ffcc00", "#003b4a", "#e6f0f2"), Pair("#ffcc00", "#ffffff")),
        (("#00566b", "#8aa0a8", "#e6f0f2"), Pair("#8aa0a8", "#ffffff")),
        (("#00566b", "#003b4a", "#7f9aa2"), Pair("#00566b", "#7f9aa2")),
        (("#000000", "#000000", "#9a9a9a"), Pair("#595959", "#9a9a9a")),
    ],
)
def test_each_pair_of_the_pages_is_measured(colours: tuple[str, str, str], told: Pair) -> None:
    assert told in list(unreadable(*colours))
    assert list(unreadable(*GOOD)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_municipalitys_colours_can_be_read(path: Path) -> None:
    own = tomllib.loads(path.read_text())["municipality"]["colours"]
    assert list(unreadable(own["primary"], own["dark"], own["tint"])) == []


def test_the_pages_own_colours_are_those_of_the_styles() -> None:
    styles = (ROOT / "front" / "scss" / "_tokens.scss").read_text()
    said = {name: re.search(rf"--{name}: (#[0-9a-f]+);", styles) for name in ("text", "muted", "ground")}
    own = {"text": contrast.TEXT, "muted": contrast.MUTED, "ground": contrast.GROUND}
    assert {name: found.group(1) for name, found in said.items() if found} == own
