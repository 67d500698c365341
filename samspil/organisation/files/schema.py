"""JSON Schema of the format, made from the tables themselves, for editors that check while one writes.

It says what one key may hold. What must hold between keys, `check` alone can tell.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

from samspil.organisation.files.model import Entry, Organisation
from samspil.organisation.files.model.entry import Between, Fits
from samspil.organisation.files.plain import plain
from samspil.organisation.files.reading import expected, is_optional, keys_of, some
from samspil.organisation.files.vocabulary import FORMAT

DIALECT = "http://json-schema.org/draft-07/schema#"
_TYPES: Mapping[type, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
}


def schema() -> dict[str, Any]:
    tables: dict[str, Any] = {}
    _lay(Organisation, tables)
    own = tables.pop(Organisation.__name__)
    own["properties"]["format"] = {"const": FORMAT}
    title = f"Samspils organisationsfil, format {FORMAT}"
    return {"$schema": DIALECT, "title": title, **own, "definitions": dict(sorted(tables.items()))}


def _lay(cls: type[Entry], tables: dict[str, Any]) -> None:
    if cls.__name__ in tables:
        return
    tables[cls.__name__] = {}
    known = {one.name: one for one in fields(cls)}
    hints = keys_of(cls)
    must = [key for key in hints if known[key].default is MISSING and known[key].default_factory is MISSING]
    tables[cls.__name__] = {
        "type": "object",
        "additionalProperties": False,
        "required": must,
        "properties": {key: {**_said(hint, tables), **_default(known[key])} for key, hint in hints.items()},
    }


def _default(field: Any) -> dict[str, Any]:
    return {"default": field.default} if isinstance(field.default, str | int | float) and field.default != "" else {}


def _said(hint: Any, tables: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(hint)
    if is_optional(hint):
        return _said(some(hint), tables)
    if origin is tuple:
        return {"type": "array", "items": _said(get_args(hint)[0], tables)}
    if isinstance(hint, type) and issubclass(hint, Entry):
        _lay(hint, tables)
        return {"$ref": f"#/definitions/{hint.__name__}"}
    words = {"description": expected(hint)}
    if origin is Literal:
        return {"enum": plain(get_args(hint)), **words}
    if origin is Annotated:
        kind, *marks = get_args(hint)
        return {**_TYPES[kind], **_marked(marks), **words}
    return {**_TYPES[hint], **words}


def _marked(marks: list[Any]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for mark in marks:
        if isinstance(mark, Fits):
            said["pattern"] = f"^(?:{mark.pattern})$"
        elif isinstance(mark, Between):
            said |= {"minimum": mark.least, "maximum": mark.most}
    return said
