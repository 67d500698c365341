"""Writes TOML as the shipped files have it: a block for each table, an entry of an inner list on a line."""

from collections.abc import Iterator, Mapping
from typing import Any

import tomlkit

from samspil.organisation.files.model import Organisation
from samspil.organisation.files.plain import short, whole


def file_text(content: Mapping[str, Any]) -> str:
    """A file that says this and no more."""
    said = short(Organisation, whole(Organisation, content))
    lines = [line_of(key, value) for key, value in said.items() if not is_blocks(value)]
    blocks = [block for key, value in said.items() if is_blocks(value) for block in blocks_of(key, value)]
    return "\n".join(["\n".join(lines) + "\n", *blocks])


def is_blocks(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def blocks_of(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield block(f"[{key}]", value)
    else:
        yield from (block(f"[[{key}]]", one) for one in value)


def block(header: str, table: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line in (header, *(line_of(key, value) for key, value in table.items())))


def line_of(key: str, value: Any) -> str:
    return f"{tomlkit.key(key).as_string()} = {value_text(value)}"


def value_text(value: Any) -> str:
    if isinstance(value, list) and is_blocks(value):
        return "[\n" + "".join(f"  {on_one_line(one)},\n" for one in value) + "]"
    if isinstance(value, str) and "\n" in value:
        return _paragraphs(value)
    return on_one_line(value)


def on_one_line(value: Any) -> str:
    if isinstance(value, dict):
        pairs = ", ".join(f"{tomlkit.key(key).as_string()} = {on_one_line(one)}" for key, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(on_one_line(one) for one in value) + "]"
    return str(tomlkit.item(value).as_string())


def _paragraphs(value: str) -> str:
    """A line break right after the quotes is not part of the text."""
    quotes = '"""'
    return quotes + "\n" + tomlkit.string(value, multiline=True).as_string().removeprefix(quotes)
