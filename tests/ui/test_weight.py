"""What a visitor has to fetch: a phone on a poor network opens the page too."""

import gzip
from pathlib import Path

from django.test import Client

STATIC = Path("samspil/ui/static/ui")
SCRIPTS = ("htmx", "autosave", "choice", "current", "landing", "seek", "sheet")
ALWAYS = ("samspil.css", "mark.svg", *(f"{name}.js" for name in SCRIPTS))
LATIN = tuple(f"fonts/IBMPlexSans-{weight}-Latin1.woff2" for weight in ("Regular", "Medium", "SemiBold"))
FIRST_VISIT = 150_000
LATER_VISIT = 20_000


def sent(content: bytes) -> int:
    return len(gzip.compress(content))


def test_a_first_visit_and_a_later_one_stay_light(plain_site: None) -> None:
    page = sent(Client().get("/galleri/").content)
    files = sum(sent((STATIC / name).read_bytes()) for name in ALWAYS) + sum(
        (STATIC / name).stat().st_size for name in LATIN
    )
    pictures = sum(path.stat().st_size for path in (STATIC / "img").iterdir())
    assert 0 < page < LATER_VISIT
    assert page + files + pictures < FIRST_VISIT


def test_nothing_comes_from_elsewhere() -> None:
    for path in STATIC.glob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert "@import" not in text
        assert "url(" in text
        assert "//" not in text.replace("http://www.w3.org/", "")
