"""What makes sense with a file now: sentences for the button and the command alike."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from samspil.lib import cpr
from samspil.lib.file_intake import Kind
from samspil.lib.file_intake.intake import LIMIT

MEGABYTE = 1_000_000
LONGEST_NAME = 120
DEFAULTS: Mapping[str, Any] = {"allowed": True, "megabytes": 10, "types": tuple(Kind)}
"""Default, where a municipality's settings are from before there were files."""

TYPE_WORDS = {
    Kind.PDF: "PDF",
    Kind.PNG: "billede",
    Kind.JPEG: "billede",
    Kind.DOCX: "Word",
    Kind.XLSX: "Excel",
    Kind.PPTX: "PowerPoint",
    Kind.TXT: "tekst",
}
TEN_DIGITS = re.compile(r"(?<!\d)\d{6}[-_. ]?\d{4}(?!\d)")

Bar = Callable[[int], str | None]
"""Told the circle: why the one who told of it can send no more files along, or None."""

_bars: dict[str, Bar] = {}


def register_bar(circle_kind: str, bar: Bar) -> None:
    """A room above says when what was told can no longer be changed; once, from its app's `ready()`."""
    _bars[circle_kind] = bar


@dataclass(frozen=True)
class FileRules:
    """What the municipality takes in."""

    allowed: bool
    limit: int
    types: frozenset[Kind]

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "FileRules":
        stated = {**DEFAULTS, **(settings.get("files") or {})}
        types = frozenset(Kind(name) for name in stated["types"])
        return cls(bool(stated["allowed"]), min(int(stated["megabytes"]) * MEGABYTE, LIMIT), types)

    @property
    def words(self) -> str:
        """`PDF, billede, Word eller tekst. Højst 10 MB.`"""
        return f"{either(self.types)}. Højst {self.limit // MEGABYTE} MB."


def either(types: Iterable[Kind]) -> str:
    names = list(dict.fromkeys(TYPE_WORDS[one] for one in Kind if one in types))
    told = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} eller {names[-1]}"
    return told[0].upper() + told[1:]


def why_not_attach(rules: FileRules, *, closed: bool) -> str | None:
    if closed:
        return "Rummet er lukket. Der kan ikke lægges flere filer her."
    if not rules.allowed or not rules.types:
        return "I jeres kommune lægger man ikke filer her."
    return None


def why_not_tell_more(circle_kind: str, circle_id: int) -> str | None:
    bar = _bars.get(circle_kind)
    return bar(circle_id) if bar else None


def why_not_type(rules: FileRules, found: Kind) -> str | None:
    if found in rules.types:
        return None
    return f"Den slags fil tager jeres kommune ikke imod. Filen er ikke gemt. Gem den som {either(rules.types)}."


def why_not_name(name: str) -> str | None:
    """A file is called by its name, aloud and on paper, so no CPR number stands in one."""
    if any(_is_cpr(found.group()) for found in TEN_DIGITS.finditer(name)):
        return "Der står et CPR-nummer i filens navn. Filen er ikke gemt. Giv den et andet navn, og læg den ind igen."
    return None


def why_not_withdraw(*, mine: bool, keeps: bool, gone: bool, closed: bool) -> str | None:
    if gone:
        return "Filen er allerede taget væk."
    if closed:
        return "Rummet er lukket. Filerne bliver, til de skal slettes."
    if not mine and not keeps:
        return "Filen kan tages væk af den, der lagde den ind, eller af den, der har ansvaret for rummet."
    return None


def plain_name(given: str) -> str:
    """Without folders, control characters and what turns the direction of letters; never empty, never long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    shown = "".join(letter for letter in last if letter.isspace() or unicodedata.category(letter)[0] != "C")
    name = " ".join(shown.split()) or "Fil uden navn"
    if len(name) <= LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    kept = f"…{dot}{ending}" if dot and len(ending) <= len("jpeg") else "…"
    return f"{(stem or name)[: LONGEST_NAME - len(kept)]}{kept}"


def size_words(size: int) -> str:
    """`1,2 MB`, `34 kB`"""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1000))} kB"


def _is_cpr(digits: str) -> bool:
    try:
        cpr.parse(re.sub(r"\D", "", digits))
    except cpr.CprError:
        return False
    return True
