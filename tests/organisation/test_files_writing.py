"""A file written from what was applied says the same, and the old file keeps its comments where they stood."""

import json
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.organisation.files.check import parse, parse_text
from samspil.organisation.files.following import followed
from samspil.organisation.files.lines import layout
from samspil.organisation.files.model import Organisation
from samspil.organisation.files.plain import plain, whole
from samspil.organisation.files.writing import file_text

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "organisations").glob("*.toml")), ROOT / "tests" / "world" / "lillerup.toml"]
Change = Callable[..., Any]
each = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
HOLSTEBRO = (ROOT / "organisations" / "holstebro.toml").read_text(encoding="utf-8")
LISTS = ("texts", "sources", "controllers", "units", "posts", "headings", "functions", "bodies")

SAMPLE = """\
# over it all
format = 1  # the first

[municipality]  # ours
name = "A"  # its name
# its own line
colours = { primary = "#000000", dark = "#000000", tint = "#FFFFFF" }

# ---- bodies ----

[[bodies]]
key = "a"
name = "One"
seats = [
  { function = "f" },  # about f
  # about g
  { function = "g", number = 2 },
]

# before b
[[bodies]]
key = "b"
name = "Two"
ties = [{ parent = "a", kind = "forms" }]

# the end
"""


def content_of(text: str) -> Any:
    """As an edition keeps it."""
    return json.loads(json.dumps(plain(parse_text(text))))


def same(text: str, content: Any) -> bool:
    said = json.loads(json.dumps(plain(whole(Organisation, tomllib.loads(text)))))
    return bool(said == whole(Organisation, content))


def changed(change: Change) -> str:
    """The sample brought to say what stands in its edition after the change."""
    content = json.loads(json.dumps(plain(whole(Organisation, tomllib.loads(SAMPLE)))))
    change(content)
    text = followed(SAMPLE, content)
    assert same(text, content)
    return text


@each
def test_a_file_written_anew_says_the_same(path: Path) -> None:
    organisation = parse(path)
    text = file_text(content_of(path.read_text(encoding="utf-8")))
    assert parse_text(text) == organisation
    assert "#" not in "".join(line for line in text.splitlines() if line.startswith("#"))


@each
def test_a_file_that_says_it_already_is_left_as_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert followed(text, content_of(text)) == text
    windows = text.replace("\n", "\r\n")
    assert followed(windows, content_of(text)) == windows


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (
            lambda said: said["municipality"].update(name='Å"'),
            ['name = "A"  # its name'],
            ['name = "Å\\""  # its name'],
        ),
        (lambda said: said["bodies"][1].update(name="x\ny"), ['name = "Two"'], ['name = """', "x", 'y"""']),
        (
            lambda said: said["bodies"][1].update(name="x", public=True),
            ['name = "Two"'],
            ['name = "x"', "public = true"],
        ),
        (
            lambda said: said["bodies"][0]["seats"][0].update(number=3),
            ['  { function = "f" },  # about f'],
            ['  { function = "f", number = 3 },  # about f'],
        ),
        (lambda said: said["bodies"][0]["seats"].pop(0), ['  { function = "f" },  # about f'], []),
        (lambda said: said["bodies"][0]["seats"].append({"function": "h"}), [], ['  { function = "h" },']),
        (lambda said: said["bodies"][0]["seats"].insert(0, {"function": "h"}), [], ['  { function = "h" },']),
        (lambda said: said["bodies"][0].update(seats=[]), None, []),
        (lambda said: said["bodies"][1]["ties"].append({"parent": "c", "kind": "advises"}), None, None),
        (lambda said: said["bodies"][1].update(ties=[]), ['ties = [{ parent = "a", kind = "forms" }]'], []),
        (
            lambda said: said["bodies"].append({"key": "c", "name": "New"}),
            [],
            ["[[bodies]]", 'key = "c"', 'name = "New"', ""],
        ),
        (lambda said: said["bodies"].insert(0, {"key": "c"}), [], ["[[bodies]]", 'key = "c"', ""]),
        (lambda said: said["bodies"].insert(1, {"key": "c"}), [], ["[[bodies]]", 'key = "c"', ""]),
        (lambda said: said["bodies"].pop(1), None, []),
        (lambda said: said["bodies"].reverse(), None, None),
        (
            lambda said: said.update(units=[{"key": "u", "public": True}]),
            [],
            ["", "[[units]]", 'key = "u"', "public = true"],
        ),
        (lambda said: said["matters"].update(guest_days=4), [], ["", "[matters]", "guest_days = 4"]),
        (lambda said: said.update(closing_reasons=[]), [], ["closing_reasons = []"]),
    ],
)
def test_only_what_changed_is_written(change: Change, gone: list[str] | None, come: list[str] | None) -> None:
    before, after = SAMPLE.splitlines(), changed(change).splitlines()
    assert [line for line in before if line.startswith("#")] == [line for line in after if line.startswith("#")]
    if gone is not None:
        assert sorted(_less(before, after)) == sorted(gone)
    if come is not None:
        assert sorted(_less(after, before)) == sorted(come)


def _less(lines: list[str], others: list[str]) -> list[str]:
    return list((Counter(lines) - Counter(others)).elements())


def test_what_a_table_names_as_ours_is_written_though_the_format_says_it_too() -> None:
    old = 'source = "kommuneliste"\ndefaults = ["anchoring_unit", "office_unit"]'
    text = HOLSTEBRO.replace(old, old.replace('"office_unit"', '"second_factor_required"'), 1)
    written = file_text(content_of(text))
    assert "second_factor_required = true" in written
    assert parse_text(written) == parse_text(text)
    assert "second_factor_required" not in file_text(content_of(HOLSTEBRO))


def test_spans_hold_what_they_say() -> None:
    spans = layout(SAMPLE)
    start, end = spans.values["bodies", 0, "seats", 1]
    assert SAMPLE[start:end] == '{ function = "g", number = 2 }'
    start, end = spans.pairs[("format",)]
    assert SAMPLE[start:end] == "format = 1"
    start, end = spans.tables["bodies", 1]
    assert SAMPLE[start:end] == '[[bodies]]\nkey = "b"\nname = "Two"\nties = [{ parent = "a", kind = "forms" }]'


WHERE_AND_WHO = HOLSTEBRO[: HOLSTEBRO.index("[[purposes]]")]
APPLIED = json.dumps(plain(whole(Organisation, tomllib.loads(WHERE_AND_WHO))))


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_any_change_can_be_followed(data: st.DataObject) -> None:
    content = json.loads(APPLIED)
    for name in data.draw(st.lists(st.sampled_from(LISTS), min_size=1, max_size=4)):
        entries = content[name]
        content[name] = data.draw(st.permutations(entries)) if data.draw(st.booleans()) else entries
        for entry in content[name][: data.draw(st.integers(0, 3))]:
            entry["remark"] = data.draw(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8))
        content[name] = content[name][data.draw(st.integers(0, 2)) :]
    for body in content["bodies"][:2]:
        body["seats"] = data.draw(st.permutations(body["seats"]))[data.draw(st.integers(0, 2)) :]
        body["seats"] += [{"function": "gadeplan"}] * data.draw(st.integers(0, 1))
    text = followed(WHERE_AND_WHO, content)
    assert same(text, content)
    assert same(file_text(content), content)
    remarks = [line for line in WHERE_AND_WHO.splitlines() if line.startswith("#")]
    assert [line for line in text.splitlines() if line.startswith("#") and line in remarks] == remarks
