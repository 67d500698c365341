"""The ways into an organisation file: `check` tells what is wrong, `parse` gives the organisation or refuses."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from samspil.organisation.files import access_rules, body_rules, certainty_rules, matter_rules, reach_rules, references
from samspil.organisation.files.faults import told
from samspil.organisation.files.lines import line_map
from samspil.organisation.files.model import Entry, Organisation
from samspil.organisation.files.model.matters import JointWork
from samspil.organisation.files.problem import OrganisationFileError, Problem
from samspil.organisation.files.reading import Reader, keys_of

MAX_BYTES = 1_000_000
MAX_DEPTH = 12

_SYNTAX = (
    ("Cannot overwrite", "Nøglen står der to gange.", "hver nøgle højst én gang i samme tabel"),
    ("twice", "Tabellen står der to gange.", "hver tabel højst én gang; brug [[navn]] til en liste"),
    ("Expected '='", "Her mangler et lighedstegn.", 'nøgle = "værdi"'),
    ("Unclosed", "En liste eller tabel er ikke lukket.", "en ] eller } til sidst"),
    ("Illegal character", "Teksten er ikke lukket, eller den har et tegn, som ikke må stå her.", '"tekst" på én linje'),
    ("Unterminated", "Teksten er ikke lukket.", 'et " til sidst'),
    ('Expected "\'"', "Teksten er ikke lukket.", "et ' til sidst"),
    ("Invalid value", "Værdien kan ikke læses.", "tekst i anførselstegn, tal, dato, true eller false"),
    ("Unescaped", "En omvendt skråstreg kan ikke stå alene.", "to omvendte skråstreger"),
)
_NO_PAIR = ("Expected '='", "Invalid statement")
_YAML = r"\s*(- +)?[\w. -]+:(\s|$)|---\s*$|- "


def check(path: Path) -> list[Problem]:
    """Everything that is wrong with the file, in the order of its lines. An empty list means it can be used."""
    return _examine(path)[1]


def parse(path: Path) -> Organisation:
    """The organisation of a file without faults; raises `OrganisationFileError` otherwise."""
    organisation, problems = _examine(path)
    if organisation is None or problems:
        raise OrganisationFileError(problems)
    return organisation


def parse_text(text: str, file: str = "tekst") -> Organisation:
    organisation, problems = examine_text(text, file)
    if organisation is None or problems:
        raise OrganisationFileError(problems)
    return organisation


def text_of(path: Path) -> str:
    """The text of a file; no more of it is read than it may hold."""

    def refused(message: str, wanted: str) -> OrganisationFileError:
        return OrganisationFileError([Problem(path.name, 0, "", wanted, message)])

    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        raise refused("Filen kan ikke åbnes.", "en fil, der findes og må læses") from None
    if len(content) > MAX_BYTES:
        raise refused("Filen er for stor. Den er ikke læst.", f"højst {MAX_BYTES // 1_000_000} MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused("Filen er ikke gemt som UTF-8. Æ, ø og å kan ikke læses.", "en tekstfil gemt som UTF-8") from None


def toml_of(text: str, file: str) -> dict[str, Any]:
    """The tables of a text, when it is TOML at all."""
    deep = Problem(file, 0, "", f"højst {MAX_DEPTH} niveauer", "Lister og tabeller ligger for dybt i hinanden.")
    try:
        raw = tomllib.loads(text)
    except ValueError as error:
        raise OrganisationFileError([_syntax_problem(text, file, str(error))]) from None
    except RecursionError:
        raise OrganisationFileError([deep]) from None
    if _depth(raw) > MAX_DEPTH:
        raise OrganisationFileError([deep])
    return raw


def _examine(path: Path) -> tuple[Organisation | None, list[Problem]]:
    try:
        text = text_of(path)
    except OrganisationFileError as refused:
        return None, refused.problems
    return examine_text(text, path.name)


def examine_text(text: str, file: str) -> tuple[Organisation | None, list[Problem]]:
    """The organisation as far as it could be read, and all problems."""
    try:
        raw = toml_of(text, file)
    except OrganisationFileError as refused:
        return None, refused.problems
    reader = Reader(file, line_map(text.replace("\r\n", "\n")))
    organisation = reader.entry(Organisation, raw, ())
    problems = [*reader.problems, *references.problems(organisation, file)]
    rules = (body_rules, access_rules, matter_rules, certainty_rules)
    problems += told((fault for one in rules for fault in one.faults(organisation)), file, reader.problems)
    # What the whole adds up to can only be told once every part is sound.
    if not problems:
        problems += told(reach_rules.faults(organisation), file)
    return organisation, sorted(set(problems), key=lambda one: (one.line, one.key, one.message))


def _depth(raw: object) -> int:
    deepest, layer = 0, [raw]
    while layer and deepest <= MAX_DEPTH:
        deepest += 1
        inner = [one for one in layer if isinstance(one, dict | list)]
        layer = [child for one in inner for child in (one.values() if isinstance(one, dict) else one)]
    return deepest


def _syntax_problem(text: str, file: str, error: str) -> Problem:
    found = re.search(r"at line (\d+)", error)
    line = int(found.group(1)) if found else text.count("\n") + 1
    shown = text.split("\n")[line - 1]
    outside = re.sub(r"\"[^\"]*\"?|'[^']*'?", "", shown)
    if not all(_is_day(one) for one in re.findall(r"\b\d{4}-\d{1,2}-\d{1,2}\b", outside)):
        return Problem(file, line, "", "en dato som 2026-08-01", "Datoen findes ikke i kalenderen.")
    if any(english in error for english in _NO_PAIR) and re.match(_YAML, shown):
        return Problem(file, line, "", 'nøgle = "værdi"', "Filen ligner YAML. En organisationsfil er TOML.")
    for english, message, wanted in _SYNTAX:
        if english in error:
            return Problem(file, line, "", wanted, message)
    return Problem(file, line, "", 'nøgle = "værdi", [tabel] eller [[liste]]', "Linjen er ikke gyldig TOML.")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def unstated_reasons(path: Path) -> list[str]:
    """The kinds of joint work for which the file states no reason of its own, so that the shipped sentence stands."""
    stated = toml_of(text_of(path), path.name).get("joint_work", {})
    return [kind for kind in keys_of(JointWork) if kind not in stated and kind not in keys_of(Entry)]
