"""Every key of a TOML text is found on the line where it stands."""

import tomllib
from collections.abc import Iterator

import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.organisation.files.lines import Path, line_map

SAMPLE = '''# a comment with [brackets] and "quotes"
format = 1
[town]
name = "A # B"
"quoted key" = 'x'
text = """
one
[not.a.table]
two "quoted" three"""
point = { x = 1, y = [1, 2] }
[[bodies]]
key = "a"   # after
seats = [
  { function = "f" },  # first
  # between
  { function = "g", number = 2 },
]
[[bodies.ties]]
parent = "b"
[[bodies]]
key = "b"
site."a.b".c = true
'''


def test_tables_keys_and_list_entries_have_their_line() -> None:
    lines = line_map(SAMPLE)
    assert lines[("format",)] == 2
    assert lines[("town",)] == 3
    assert lines[("town", "quoted key")] == 5
    assert lines[("town", "point")] == 10
    assert lines[("town", "point", "y", 1)] == 10
    assert lines[("bodies", 0)] == 11
    assert lines[("bodies", 0, "seats", 0, "function")] == 14
    assert lines[("bodies", 0, "seats", 1)] == 16
    assert lines[("bodies", 0, "ties", 0, "parent")] == 19
    assert lines[("bodies", 1, "key")] == 21
    assert lines[("bodies", 1, "site", "a.b", "c")] == 22


def test_line_signs_inside_texts_do_not_count() -> None:
    lines = line_map('a = "x\u2028y\x85z"\nb = 1\n')
    assert lines[("b",)] == 2


def _paths(raw: object, path: Path = ()) -> Iterator[Path]:
    if isinstance(raw, dict):
        for key, value in raw.items():
            yield (*path, key)
            yield from _paths(value, (*path, key))
    elif isinstance(raw, list):
        for index, value in enumerate(raw):
            yield (*path, index)
            yield from _paths(value, (*path, index))


_KEYS = st.text("abc-_1", min_size=1, max_size=4)
_TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
_VALUES = st.recursive(
    st.integers(-9, 9) | st.booleans() | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(_KEYS, _VALUES, max_size=5))
def test_every_path_of_any_document_has_a_line(content: dict[str, object]) -> None:
    text = tomlkit.dumps(content)
    lines = line_map(text)
    rows = text.split("\n")
    for path in _paths(tomllib.loads(text)):
        assert path in lines
        if isinstance(path[-1], str):
            assert path[-1] in rows[lines[path] - 1]
