"""No name of a body, age, rhythm, paragraph or number of days in code or templates: they are data of a municipality."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.tree import files, place

NAMED = {
    "bodies": ("name", "open_name", "closed_name"),
    "body_levels": ("name",),
    "functions": ("name",),
    "units": ("name",),
}
OF_EVERY_MUNICIPALITY = {
    "leder",
    "politi",
    "børn og unge",
}  # words of the law and of the house, which a file may use as a name too
SHORTEST_NAME = 4
ENDINGS = "(?:et|en|s|ets|ens)?"
NUMBERS = "to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|fjorten|tredive|tres|halvfems"
PATTERNS = {
    "a paragraph or an act of law": r"§|\b(?:service|retspleje|forvaltnings|databeskyttelses|straffe)lov|\bbarnets lov",
    "an age": r"\b\d{1,2}(?:[,.]5)?(?:\s*(?:-|–|til)\s*\d{1,2})?[\s-]*(?:år\b|års\b|årig)|\bfyldt \d{1,2}\b",
    "a number of days": rf"\b(?:\d+|{NUMBERS})\s*(?:dages?|hverdage|timer|døgn|uger|måneder)\b",
    "a rhythm": r"\bhver(?:t|en)? (?:uge|måned|halvår|kvartal|\w+dag)\b|\bgange om (?:året|måneden)\b|dag i måneden",
    "whom to call": r"\bring til ssp\b",
}
SPOKEN_BY_LIBRARIES = ("samspil/lib/",)  # they make words from the data they are given
INVENTED = (  # examples that say they are, and what explains the file format
    "samspil/ui/examples.py",
    "samspil/ui/templates/ui/gallery/",
    "samspil/organisation/files/",
    "samspil/config/demo",
)
NOT_READ = (*SPOKEN_BY_LIBRARIES, *INVENTED)


def problems(root: Path) -> Iterator[str]:
    names = _names(root)
    for path in files(root, ".py", ".html", ".sql", ".js", under="samspil"):
        told = place(root, path)
        if not told.startswith(NOT_READ) and "migrations" not in path.parts:
            for line, text in _texts(path):
                yield from _found(f"{told}:{line}", text, names)


def _found(where: str, text: str, names: re.Pattern[str]) -> Iterator[str]:
    if found := names.search(text):
        yield f"{where}: {found[0]}: the name of a body, function or unit is data of a municipality"
    for what, pattern in PATTERNS.items():
        if found := re.search(pattern, text, re.IGNORECASE):
            yield f"{where}: {found[0]}: {what} is data of a municipality"


def _names(root: Path) -> re.Pattern[str]:
    """What the shipped files call their bodies, levels, functions and units, in the singular and with its article."""
    found: set[str] = set()
    for path in files(root, ".toml", under="organisations"):
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {entry["name"] for table in NAMED for entry in file.get(table, ())}
    plain = {name.replace("{unit}", "").strip(" -:,").lower() for name in found} - OF_EVERY_MUNICIPALITY
    longest_first = sorted((name for name in plain if len(name) >= SHORTEST_NAME), key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{words}){ENDINGS}(?!\w)", re.IGNORECASE)


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """The text that may be shown: strings of Python less docstrings, anything else line by line less comments."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        tree = ast.parse(source)
        prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
                yield node.lineno, node.value
    else:
        for number, line in enumerate(source.splitlines(), 1):
            yield number, _without_comment(line, path.suffix)


def _without_comment(line: str, suffix: str) -> str:
    mark = {".sql": r"--.*", ".js": r"//.*", ".html": r"\{#.*?#\}"}[suffix]
    return re.sub(mark, "", line)
