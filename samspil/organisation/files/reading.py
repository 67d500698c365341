"""Turns TOML tables into the dataclasses of the model. Every fault is collected; what fails gets a blank value."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from samspil.organisation.files.lines import Path
from samspil.organisation.files.model.entry import Between, Entry, Fits, Place
from samspil.organisation.files.problem import Problem

E = TypeVar("E", bound=Entry)

_PLAIN: Mapping[type, str] = {
    str: "en tekst i anførselstegn",
    bool: "true (ja) eller false (nej)",
    int: "et helt tal",
    float: "et tal",
    date: "en dato som 2026-08-01",
}
# `str | None` is the one, an annotated text or a literal with `| None` the other.
_EITHER = (Union, UnionType)
_BLANK: Mapping[type, object] = {str: "", bool: False, int: 0, float: 0.0, date: date.min}
SHOWN = 40
_KEYS: dict[type, Mapping[str, Any]] = {}


def keys_of(cls: type[Entry]) -> Mapping[str, Any]:
    """The keys a table of this class may have, with their types."""
    if cls not in _KEYS:
        hints = get_type_hints(cls, include_extras=True)
        _KEYS[cls] = {one.name: hints[one.name] for one in fields(cls) if one.name != "place"}
    return _KEYS[cls]


class Reader:
    def __init__(self, file: str, lines: Mapping[Path, int]) -> None:
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self._names: dict[Path, str] = {}

    def entry(self, cls: type[E], raw: object, path: Path) -> E:
        """One table as an instance, with a problem for each key that is unknown, missing or of a wrong type."""
        if not isinstance(raw, dict):
            self._report(path, "en tabel med nøgler: { nøgle = værdi }", "Her skal stå en tabel.")
            raw, silent = {}, True
        else:
            silent = False
            self._name(raw, path)
            self._unknown_keys(cls, raw, path)
        hints = keys_of(cls)
        values: dict[str, Any] = {key: self._value(hints[key], raw[key], (*path, key)) for key in raw if key in hints}
        for one in fields(cls):
            if one.name in hints and one.name not in raw and one.default is MISSING and one.default_factory is MISSING:
                values[one.name] = self._missing(hints[one.name], (*path, one.name), silent=silent)
        return cls(**values, place=self._place(raw, path))

    def _name(self, raw: dict[str, Any], path: Path) -> None:
        """Entries in lists are called by their own key where they have one, else counted from 1."""
        if path and isinstance(path[-1], int):
            own = raw.get("key", raw.get("function", raw.get("kind")))
            self._names[path] = own if isinstance(own, str) and own else str(path[-1] + 1)

    def path_of(self, path: Path) -> str:
        parts = [
            self._names.get(path[: depth + 1], str(part + 1)) if isinstance(part, int) else part
            for depth, part in enumerate(path)
        ]
        return ".".join(parts)

    def line_of(self, path: Path) -> int:
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def _place(self, raw: dict[str, Any], path: Path) -> Place:
        return Place(self.line_of(path), self.path_of(path), {key: self.line_of((*path, key)) for key in raw})

    def _report(self, path: Path, expected: str, message: str) -> None:
        self.problems.append(Problem(self.file, self.line_of(path), self.path_of(path), expected, message))

    def _unknown_keys(self, cls: type[Entry], raw: dict[str, Any], path: Path) -> None:
        known = keys_of(cls)
        for key in raw:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f" Mente du »{near[0]}«?" if near else ""
                self._report((*path, key), f"en af {', '.join(known)}", f"Nøglen »{key}« kendes ikke her.{hint}")

    def _missing(self, wanted: Any, path: Path, *, silent: bool) -> object:
        if not silent:
            self._report(path, expected(wanted), f"»{path[-1]}« mangler.")
        return self._blank(wanted, path)

    def _value(self, wanted: Any, raw: object, path: Path) -> object:
        origin = get_origin(wanted)
        if origin is Annotated:
            return self._marked(wanted, raw, path)
        if is_optional(wanted):
            return self._value(some(wanted), raw, path)
        if origin is tuple:
            return self._list(wanted, raw, path)
        if isinstance(wanted, type) and issubclass(wanted, Entry):
            return self.entry(wanted, raw, path)
        if _is_a(wanted, raw):
            return float(raw) if wanted is float and isinstance(raw, int) else raw
        self._report(path, expected(wanted), f"{_shown(raw)} kan ikke bruges her.")
        return self._blank(wanted, path)

    def _marked(self, wanted: Any, raw: object, path: Path) -> object:
        plain, *marks = get_args(wanted)
        if not _is_a(plain, raw):
            self._report(path, expected(wanted), f"{_shown(raw)} kan ikke bruges her.")
            return self._blank(plain, path)
        for mark in marks:
            if not _holds(mark, raw):
                self._report(path, _told(mark), f"{_shown(raw)} kan ikke bruges her.")
                return self._blank(plain, path)
        return raw

    def _list(self, wanted: Any, raw: object, path: Path) -> tuple[object, ...]:
        if not isinstance(raw, list):
            self._report(path, expected(wanted), "Her skal stå en liste.")
            return ()
        return tuple(self._value(get_args(wanted)[0], one, (*path, index)) for index, one in enumerate(raw))

    def _blank(self, wanted: Any, path: Path) -> object:
        origin = get_origin(wanted)
        if origin is Annotated:
            return self._blank(get_args(wanted)[0], path)
        if is_optional(wanted):
            return None
        if origin is tuple:
            return ()
        if origin is Literal:
            return get_args(wanted)[0]
        if issubclass(wanted, Entry):
            silent = Reader(self.file, self.lines)
            return silent.entry(wanted, None, path)
        return _BLANK[wanted]


def expected(wanted: Any) -> str:
    """What should stand there, in Danish."""
    origin = get_origin(wanted)
    if origin is Annotated:
        plain, *marks = get_args(wanted)
        return next((_told(mark) for mark in marks if isinstance(mark, Fits | Between)), expected(plain))
    if is_optional(wanted):
        return expected(some(wanted))
    if origin is Literal:
        return "en af " + ", ".join(f'"{one}"' for one in get_args(wanted))
    if origin is tuple:
        return f"en liste [ ... ], hvor hvert led er {expected(get_args(wanted)[0])}"
    if issubclass(wanted, Entry):
        return "en tabel med nøgler: { nøgle = værdi }"
    return _PLAIN[wanted]


def is_optional(wanted: Any) -> bool:
    return get_origin(wanted) in _EITHER


def some(wanted: Any) -> Any:
    """Of a value that may be missing, what it is when it is there."""
    return next(one for one in get_args(wanted) if one is not NoneType)


def _is_a(wanted: Any, raw: object) -> bool:
    if get_origin(wanted) is Literal:
        return isinstance(raw, str) and raw in get_args(wanted)
    if isinstance(raw, bool):
        return wanted is bool
    if isinstance(raw, datetime):
        return False
    return isinstance(raw, int | float if wanted is float else wanted)


def _holds(mark: object, raw: object) -> bool:
    if isinstance(mark, Fits):
        return re.fullmatch(mark.pattern, str(raw)) is not None
    if isinstance(mark, Between):
        return isinstance(raw, int) and mark.least <= raw <= mark.most
    return True


def _told(mark: object) -> str:
    if isinstance(mark, Between):
        return f"et helt tal fra {mark.least} til {mark.most}"
    return mark.words if isinstance(mark, Fits) else ""


def _shown(raw: object) -> str:
    if isinstance(raw, dict | list):
        return "En tabel" if isinstance(raw, dict) else "En liste"
    text = {True: "true", False: "false"}.get(raw, str(raw)) if isinstance(raw, bool) else str(raw)
    return f"»{text if len(text) <= SHOWN else text[:SHOWN] + ' ...'}«"
