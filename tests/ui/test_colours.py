import pytest

from samspil.lib.contrast import mix
from samspil.ui.colours import Colours, stylesheet


def test_what_is_not_given_is_mixed_from_the_primary_colour() -> None:
    colours = Colours.of({"primary": "#7A1F3D"})
    assert colours.primary == "#7a1f3d"
    assert colours.dark == mix("#7a1f3d", "#000000", 0.3)
    assert colours.why_not() is None
    assert Colours.of({}) == Colours()


@pytest.mark.parametrize("given", [{"primary": "rød"}, {"primary": "#00566b", "dark": "}body{"}, {"primary": "#fff"}])
def test_what_is_no_colour_is_refused_and_never_sent(given: dict[str, str]) -> None:
    colours = Colours.of(given)
    assert "er ikke en farve" in (colours.why_not() or "")
    assert "--kommune-primary:#00566b;" in stylesheet(colours).content.decode()


def test_a_colour_that_cannot_be_read_is_refused() -> None:
    assert "kan ikke læses af alle" in (Colours.of({"primary": "#ffcc00"}).why_not() or "")


def test_is_a_stylesheet_that_browsers_may_keep() -> None:
    answer = stylesheet(Colours.of({"primary": "#7a1f3d"}))
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert "--kommune-primary:#7a1f3d;" in answer.content.decode()
