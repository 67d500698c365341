"""The published JSON Schema is the format's own, and tells an editor what it may tell."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from samspil.config import operation
from samspil.organisation.files.plain import plain
from samspil.organisation.files.schema import schema

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "organisations" / "format-1.schema.json"
FILES = [*sorted((ROOT / "organisations").glob("*.toml")), ROOT / "tests" / "world" / "lillerup.toml"]
VALIDATOR = jsonschema.Draft7Validator(schema(), format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


def said() -> Any:
    """Days as text, as editors hand TOML to a schema."""
    return plain(tomllib.loads(FILES[-1].read_text(encoding="utf-8")))


def test_the_published_schema_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    operation.organisation(["schema"])
    assert capsys.readouterr().out == PUBLISHED.read_text(encoding="utf-8"), (
        "samspil organisation schema > docs/organisations/format-1.schema.json"
    )


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(PUBLISHED.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_without_faults_is_valid(path: Path) -> None:
    raw = plain(tomllib.loads(path.read_text(encoding="utf-8")))
    assert [error.json_path for error in VALIDATOR.iter_errors(raw)] == []


@pytest.mark.parametrize(
    ("table", "key", "value", "told"),
    [
        ("municipality", "code", "99", "$.municipality.code"),
        ("municipality", "name", " ", "$.municipality.name"),
        ("municipality", "nmae", "A", "$.municipality"),
        ("municipality", "colours", {"primary": "#000000"}, "$.municipality.colours"),
        ("matters", "guest_days", 32, "$.matters.guest_days"),
        ("matters", "guest_days", True, "$.matters.guest_days"),
    ],
)
def test_what_one_key_may_not_hold_is_told(table: str, key: str, value: Any, told: str) -> None:
    raw = said()
    assert VALIDATOR.is_valid(raw)
    raw.setdefault(table, {})[key] = value
    assert {error.json_path for error in VALIDATOR.iter_errors(raw)} == {told}


def test_what_an_entry_of_a_list_may_not_hold_is_told() -> None:
    raw = said()
    raw["texts"][0]["valid_from"] = "2026-02-30"
    raw["agencies"][0]["legal_kind"] = "politi"
    del raw["bodies"][0]["competence"]
    raw["format"] = 2
    told = {error.json_path for error in VALIDATOR.iter_errors(raw)}
    assert told == {"$.texts[0].valid_from", "$.agencies[0].legal_kind", "$.bodies[0]", "$.format"}
