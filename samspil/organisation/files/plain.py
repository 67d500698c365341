"""A statement as JSON takes it, in two forms: `whole` with every key, `short` with those that a file must write."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from typing import Any, get_args

from samspil.organisation.files.model import Entry
from samspil.organisation.files.reading import keys_of


def plain(thing: Any) -> Any:
    """A statement as JSON takes it: without its place in the file, days as text."""
    if is_dataclass(thing):
        return {one.name: plain(getattr(thing, one.name)) for one in fields(thing) if one.name != "place"}
    if isinstance(thing, Mapping):
        return {key: plain(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [plain(one) for one in thing]
    return thing.isoformat() if isinstance(thing, date | time) else thing


def unsaid(cls: type[Entry]) -> Mapping[str, Any]:
    """What holds of a table's keys where the file says nothing; keys that must be there are left out."""
    made = {one.name: one.default_factory() for one in fields(cls) if one.default_factory is not MISSING}
    said = {one.name: one.default for one in fields(cls) if one.default is not MISSING and one.name != "place"}
    return {key: plain(value) for key, value in {**said, **made}.items()}


def table_of(hint: Any) -> type[Entry] | None:
    """The table that a key holds, one or a list of them."""
    inner = (one for one in (hint, *get_args(hint)) if isinstance(one, type) and issubclass(one, Entry))
    return next(inner, None)


def whole(cls: type[Entry], said: Mapping[str, Any]) -> dict[str, Any]:
    """Every key the table may have. One that the format does not know stays, for the check to tell."""
    hints = keys_of(cls)
    stated = {key: _each(whole, hints.get(key), value) for key, value in said.items() if value is not None}
    return {**unsaid(cls), **stated}


def short(cls: type[Entry], said: Mapping[str, Any]) -> dict[str, Any]:
    """Of a whole table what differs from the format's own, its source last. What `defaults` names must be written."""
    hints, own = keys_of(cls), unsaid(cls)
    about_itself = keys_of(Entry)
    order = [*(key for key in (*hints, *said) if key not in about_itself), *about_itself]
    named = said.get("defaults") or ()
    return {
        key: _each(short, hints.get(key), said[key])
        for key in dict.fromkeys(order)
        if said.get(key) is not None and (key in named or key not in own or said[key] != own[key])
    }


def _each(form: Any, hint: Any, value: Any) -> Any:
    cls = table_of(hint)
    if cls and isinstance(value, Mapping):
        return form(cls, value)
    if cls and isinstance(value, list):
        return [form(cls, one) if isinstance(one, Mapping) else one for one in value]
    return plain(value) if form is whole else _typed(hint, value)


def _typed(hint: Any, value: Any) -> Any:
    """As TOML has it: days are days, and an age in whole years has no comma."""
    if isinstance(value, str) and date in (hint, *get_args(hint)):
        return date.fromisoformat(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value
