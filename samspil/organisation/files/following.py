"""A file brought to say what stands now, with every line left alone that says so already: comments stay."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from samspil.organisation.files.lines import Path, Span, layout
from samspil.organisation.files.model import Entry, Organisation
from samspil.organisation.files.plain import short, table_of, whole
from samspil.organisation.files.reading import keys_of
from samspil.organisation.files.writing import block, blocks_of, is_blocks, line_of, on_one_line, value_text

KNOWN_BY = (
    *("function", "unit", "unit_kind", "parent", "kind", "circle", "part", "origin", "opens", "target"),
    *("basis", "legal_kind", "row_class", "about"),
)
"""What tells entries without a key apart, so that a change in one is told from another entry."""


class CannotFollow(Exception):
    """The text is laid out in a way that these changes cannot be fitted into."""


class Edit(NamedTuple):
    start: int
    end: int
    text: str


def followed(text: str, content: Mapping[str, Any]) -> str:
    """The text, valid TOML, with the changes that make it say `content`; its lines end as they did."""
    follower = _Follower(text.replace("\r\n", "\n"))
    follower.table(Organisation, (), tomllib.loads(text), whole(Organisation, content))
    return follower.text_now().replace("\n", "\r\n") if "\r\n" in text else follower.text_now()


class _Follower:
    def __init__(self, text: str) -> None:
        self.text = text
        self.layout = layout(text)
        self.edits: list[Edit] = []

    def text_now(self) -> str:
        parts, at = [], 0
        for start, end, new in sorted(self.edits, key=lambda one: one.start):
            parts += [self.text[at:start], new]
            at = max(at, end)
        return "".join([*parts, self.text[at:]])

    def table(self, cls: type[Entry], path: Path, said: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
        now, must, hints = whole(cls, said), short(cls, wanted), keys_of(cls)
        for key in said:
            if key not in wanted or (now[key] != wanted[key] and key not in must):
                self._cut((*path, key))
            elif now[key] != wanted[key]:
                self._change(table_of(hints.get(key)), (*path, key), said[key], wanted[key], must[key])
        for key in must:
            if key not in said:
                self._add(path, key, must[key])

    def _change(self, cls: type[Entry] | None, path: Path, said: Any, wanted: Any, must: Any) -> None:
        lists = isinstance(said, list) and isinstance(wanted, list) and bool(said)
        if cls and path in self.layout.tables and isinstance(wanted, dict):
            self.table(cls, path, said, wanted)
        elif cls and lists and (*path, 0) in self.layout.tables:
            self._blocks(cls, path, said, wanted, must)
        elif cls and lists and path in self.layout.values:
            self._entries(cls, path, said, wanted, must)
        else:
            self._replace(path, value_text(must))

    def _blocks(self, cls: type[Entry], path: Path, said: Any, wanted: Any, must: Any) -> None:
        header = f"[[{'.'.join(str(part) for part in path if isinstance(part, str))}]]"
        for kind, old, new in _steps(cls, said, wanted):
            if kind == "same":
                self.table(cls, (*path, old), said[old], wanted[new])
            elif kind == "gone":
                self._cut_block((*path, old))
            else:
                self._insert_block(path, old, block(header, must[new]))

    def _entries(self, cls: type[Entry], path: Path, said: Any, wanted: Any, must: Any) -> None:
        for kind, old, new in _steps(cls, said, wanted):
            if kind == "gone":
                self._cut_entry((*path, old))
            elif kind == "new":
                self._insert_entry(path, old, on_one_line(must[new]))
            elif whole(cls, said[old]) != wanted[new]:
                self._replace((*path, old), on_one_line(must[new]))

    def _add(self, path: Path, key: str, value: Any) -> None:
        if not path and is_blocks(value):
            blocks = "\n".join(blocks_of(key, value))
            end = len(self.text)
            self._edit((end, end), ("\n" if self.text.endswith("\n") else "\n\n") + blocks)
        elif path in self.layout.tables:
            end = self.layout.tables[path][1]
            self._edit((end, end), "\n" + line_of(key, value))
        else:
            raise CannotFollow

    def _cut(self, path: Path) -> None:
        if path in self.layout.pairs:
            start, end = self.layout.pairs[path]
            before, after = self.text.rfind("\n", 0, start), self.text.find("\n", end)
            self._edit((max(before, 0), len(self.text) if after < 0 else after), "")
        elif path in self.layout.tables:
            self._cut_block(path)
        elif (*path, 0) in self.layout.tables:
            for one in self.layout.tables:
                if one[:-1] == path and isinstance(one[-1], int):
                    self._cut_block(one)
        else:
            raise CannotFollow

    def _replace(self, path: Path, text: str) -> None:
        if path not in self.layout.values:
            raise CannotFollow
        self._edit(self.layout.values[path], text)

    def _cut_block(self, path: Path) -> None:
        end = self._block_end(path)
        rest = len(self.text) - len(self.text[end:].lstrip("\n"))
        self._edit((self.layout.tables[path][0], rest), "")

    def _insert_block(self, path: Path, index: int, text: str) -> None:
        if index:
            end = self._block_end((*path, index - 1))
            self._edit((end, end), "\n\n" + text.rstrip("\n"))
        else:
            start = self.layout.tables[*path, 0][0]
            self._edit((start, start), text + "\n")

    def _block_end(self, path: Path) -> int:
        return max(span[1] for one, span in self.layout.tables.items() if one[: len(path)] == path)

    def _cut_entry(self, path: Path) -> None:
        """With its comma; where it has lines of its own, with these and what is said beside it."""
        start, end = self.layout.values[path]
        end, line_end = self._after_comma(end)
        line_start = self.text.rfind("\n", 0, start) + 1
        if line_end is not None and not self.text[line_start:start].strip():
            start, end = line_start, line_end + 1
        self._edit((start, end), "")

    def _insert_entry(self, path: Path, index: int, text: str) -> None:
        if not index:
            start = self.layout.values[*path, 0][0]
            self._edit((start, start), f"{text},\n  ")
            return
        end = self.layout.values[*path, index - 1][1]
        after, line_end = self._after_comma(end)
        if after == end:
            self._edit((end, end), f",\n  {text}")
        elif line_end is None:
            self._edit((after, after), f" {text},")
        else:
            self._edit((line_end + 1, line_end + 1), f"  {text},\n")

    def _after_comma(self, end: int) -> tuple[int, int | None]:
        """Where an entry's comma ends, and the end of its line, when nothing but a comment follows there."""
        rest = self.text[end:].lstrip(" \t")
        if rest.startswith(","):
            end = len(self.text) - len(rest) + 1
        line_end = self.text.find("\n", end)
        beside = self.text[end:line_end].strip()
        return end, line_end if line_end >= 0 and (not beside or beside.startswith("#")) else None

    def _edit(self, span: Span, text: str) -> None:
        self.edits.append(Edit(*span, text))


def _steps(cls: type[Entry], said: Sequence[Any], wanted: Sequence[Any]) -> Iterator[tuple[str, int, int]]:
    """What stays, goes and comes, in the order of the list; what comes stands before the old entry of that number."""
    old, new = [_mark(whole(cls, one)) for one in said], [_mark(one) for one in wanted]
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (("same", old_start + step, new_start + step) for step in range(old_end - old_start))
        else:
            yield from (("new", old_start, number) for number in range(new_start, new_end))
            yield from (("gone", number, new_start) for number in range(old_start, old_end))


def _mark(entry: Mapping[str, Any]) -> tuple[str, ...]:
    if entry.get("key"):
        return tuple(str(entry.get(name)) for name in ("key", "version", "language"))
    return tuple(str(entry.get(name)) for name in KNOWN_BY)
