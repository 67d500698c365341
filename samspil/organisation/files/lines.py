"""Where each key of a TOML text stands. The text must be valid TOML: `tomllib` has read it before."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

Path = tuple[str | int, ...]
Span = tuple[int, int]

_BLANK = " \t\r\n"
_BARE_END = " \t\r\n.=]"


class Layout(NamedTuple):
    """Spans by path, from the first sign to after the last.

    `pairs` are key and value, `values` the value alone and each entry of a list; `tables` reach from their header
    to the end of the last line with a key of their own.
    """

    pairs: dict[Path, Span]
    values: dict[Path, Span]
    tables: dict[Path, Span]


def line_map(text: str) -> dict[Path, int]:
    """The line of every table, key and list entry, by its path."""
    return _scanned(text).lines


def layout(text: str) -> Layout:
    return _scanned(text).layout


def _scanned(text: str) -> "_Scanner":
    scanner = _Scanner(text)
    scanner.scan()
    return scanner


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}
        self.layout = Layout({}, {}, {})

    def scan(self) -> None:
        table: Path = ()
        self._skip_blank()
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self._header()
            else:
                self._pair(table)
                self._reach(table)
            self._skip_blank()

    def _reach(self, table: Path) -> None:
        """What was just read is the last of its table until now."""
        newline = self.text.find("\n", self.at)
        start = self.layout.tables[table][0] if table in self.layout.tables else 0
        self.layout.tables[table] = (start, len(self.text) if newline < 0 else newline)

    def _header(self) -> Path:
        is_list = self.text.startswith("[[", self.at)
        start = self.at
        self.at += 2 if is_list else 1
        parts = self._dotted_key()
        self.at = self.text.index("]", self.at) + (2 if is_list else 1)
        path: Path = ()
        for part in parts[:-1]:
            self._mark((*path, part), start)
            path = self._inside((*path, part))
        path = (*path, parts[-1])
        if is_list:
            self.counts[path] = self.counts.get(path, 0) + 1
            self._mark(path, start)
            path = self._inside(path)
        self._mark(path, start)
        self.layout.tables[path] = (start, start)
        self._reach(path)
        return path

    def _inside(self, path: Path) -> Path:
        """A path that is a list of tables means its latest table."""
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def _pair(self, table: Path) -> None:
        start = self.at
        path = table
        for part in self._dotted_key():
            path = (*path, part)
            self._mark(path, start)
        self.at = self.text.index("=", self.at) + 1
        self._value(path)
        self.layout.pairs[path] = (start, self.layout.values[path][1])

    def _dotted_key(self) -> list[str]:
        parts = [self._one_key()]
        self._skip_spaces()
        while self.text.startswith(".", self.at):
            self.at += 1
            parts.append(self._one_key())
            self._skip_spaces()
        return parts

    def _one_key(self) -> str:
        self._skip_spaces()
        if self.text[self.at] in "\"'":
            start = self.at
            self._string()
            return self.text[start + 1 : self.at - 1]
        start = self.at
        while self.text[self.at] not in _BARE_END:
            self.at += 1
        return self.text[start : self.at]

    def _value(self, path: Path) -> None:
        self._skip_blank()
        start = self.at
        first = self.text[start]
        if first in "\"'":
            self._string()
        elif first == "[":
            self._list(path)
        elif first == "{":
            self._inline_table(path)
        else:
            while self.at < len(self.text) and self.text[self.at] not in ",]}#\n":
                self.at += 1
        self.layout.values[path] = (start, start + len(self.text[start : self.at].rstrip(_BLANK)))

    def _list(self, path: Path) -> None:
        self.at += 1
        index = 0
        self._skip_blank()
        while self.text[self.at] != "]":
            self._mark((*path, index), self.at)
            self._value((*path, index))
            index += 1
            self._skip_separator()
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        self._skip_blank()
        while self.text[self.at] != "}":
            self._pair(path)
            self._skip_separator()
        self.at += 1

    def _string(self) -> None:
        quote = self.text[self.at]
        long = self.text.startswith(quote * 3, self.at)
        end = quote * 3 if long else quote
        self.at += len(end)
        while not self.text.startswith(end, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(end)
        while long and self.text.startswith(quote, self.at):
            self.at += 1

    def _skip_separator(self) -> None:
        self._skip_blank()
        if self.text[self.at] == ",":
            self.at += 1
        self._skip_blank()

    def _skip_spaces(self) -> None:
        while self.text[self.at] in " \t":
            self.at += 1

    def _skip_blank(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in _BLANK + "#":
            if self.text[self.at] == "#":
                newline = self.text.find("\n", self.at)
                self.at = len(self.text) if newline < 0 else newline
            else:
                self.at += 1

    def _mark(self, path: Path, at: int) -> None:
        self.lines.setdefault(path, bisect_right(self.starts, at))
