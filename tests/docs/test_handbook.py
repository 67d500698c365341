"""The handbook says the words that stand on the pages, and its pictures are there, light, and used."""

import re
from pathlib import Path

import pytest

from samspil.config.local import ROOT
from tests.journeys.pictures import BOOK, HEAVIEST

HANDBOOK = ROOT / "docs" / "haandbog"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(HANDBOOK.glob("*.md"))}
OTHER_PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs" / "drift").glob("*.md"))]
LINK = re.compile(r"\]\(([^)#:]+)\)")
PRESSED = re.compile(r"\*\*([^*]+)\*\*")
OWN = {
    "Alt bliver skrevet ned",
    "Det mørke bånd",
    "Du mister ikke det, du skriver",
    "Fortegnelse, grundlag, opbevaring, sletning:",
    "Hvem kan se et bestemt rum:",
    "Kommunens egen tekst",
    "Log ind",
    "Mails siger intet om børn",
    "fed skrift",
}
"""The handbook's own short headings."""


def shown() -> str:
    """Everything that pages are made of: templates, the sentences of rules and forms, the municipalities' own words."""
    code = [path for path in (ROOT / "samspil").rglob("*") if path.suffix in {".html", ".py", ".txt"}]
    texts = [*code, *(ROOT / "organisations").glob("*.toml"), *(ROOT / "front" / "js").glob("*.js")]
    return "\n".join(path.read_text(encoding="utf-8") for path in texts)


SHOWN = shown()


def not_shown(text: str) -> list[str]:
    """The bold words that no page says. A sentence may be emphasised where it ends like one: `**Log ud.**`."""
    told = [words.rstrip(".") for words in PRESSED.findall(text)]
    return [words for words in told if words.removesuffix(" kl") not in SHOWN and words not in OWN]


@pytest.mark.parametrize("name", PAGES)
def test_what_one_is_told_to_press_stands_on_a_page(name: str) -> None:
    assert not_shown(PAGES[name]) == []


def test_a_word_that_no_page_says_is_found() -> None:
    assert not_shown("Tryk **Indkald**, så **Indkald alle hurtigt**.") == ["Indkald alle hurtigt"]


@pytest.mark.parametrize("name", PAGES)
def test_links_and_pictures_of_the_handbook_are_there(name: str) -> None:
    assert [link for link in LINK.findall(PAGES[name]) if not (HANDBOOK / link).exists()] == []


def test_the_first_page_leads_to_every_other() -> None:
    assert set(LINK.findall(PAGES["README.md"])) >= set(PAGES) - {"README.md"}


def test_pictures_are_light_and_none_lies_unused() -> None:
    papers = "\n".join([*PAGES.values(), *(path.read_text(encoding="utf-8") for path in OTHER_PAPERS)])
    pictures: list[Path] = sorted(BOOK.glob("*"))
    assert [path.name for path in pictures if path.stat().st_size > HEAVIEST] == []
    assert [path.name for path in pictures if path.name not in papers] == []
