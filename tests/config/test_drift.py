"""What docs/drift says can be set, run and found is what there is."""

import re
from pathlib import Path

import pytest

from samspil.config.cli import COMMANDS
from samspil.config.local import ROOT
from samspil.organisation.files.model import Housekeeping

DRIFT = ROOT / "docs" / "drift"
PAGES = sorted(DRIFT.glob("*.md"))
BESIDE = {"DATABASE_BACKUP_URL"}  # the scripts' own
BY_NAME = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def read_by_settings() -> set[str]:
    source = (ROOT / "samspil" / "config" / "settings.py").read_text(encoding="utf-8")
    return set(re.findall(r'(?:text|flag|environ\.get)\("([A-Z_]+)"', source))


def test_every_setting_is_explained_and_none_that_is_not_there() -> None:
    told = set(re.findall(r"^\| `([A-Z_]+)`", (DRIFT / "indstillinger.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert told == read_by_settings()


def test_the_example_sets_what_must_be_set_and_only_what_is_known() -> None:
    lines = (ROOT / "deploy" / "samspil.env.example").read_text(encoding="utf-8").splitlines()
    names = {line.split("=")[0].removesuffix("_FILE") for line in lines if not line.startswith("#")}
    assert names - BESIDE <= read_by_settings()
    assert {"SECRET_KEY", "VISIT_SECRET", "LOG_KEY", "DATA_KEYS", "DATABASE_URL", "SEAL_FOLDER"} <= names
    assert "DATABASE_OWNER_URL" not in names


@BY_NAME
def test_what_a_page_points_at_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (DRIFT / link).exists()]
    files = re.findall(r"(?<![\w/])(?:deploy|docs|tests|requirements)/[\w./-]+\w(?!\*|-\*)", text)
    assert (links, [path for path in files if not (ROOT / path).exists()]) == ([], [])


@BY_NAME
def test_every_command_on_a_page_is_one(page: Path) -> None:
    said = re.findall(r"(?:^ {4,}|`|&& |; )samspil ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in said if name not in COMMANDS] == []


def test_the_days_that_a_page_names_are_the_format_s_own() -> None:
    text = (DRIFT / "databeskyttelse.md").read_text(encoding="utf-8")
    days = [int(number) for number in re.findall(r"^\| .* \| (\d+) \|$", text, re.MULTILINE)]
    own = Housekeeping()
    assert days == [own.log_days, own.visit_days, own.form_days, own.attempt_days, own.link_days]


def test_services_run_what_is_there() -> None:
    for unit in sorted((ROOT / "deploy").glob("*.service")):
        [start] = re.findall(r"^ExecStart=(\S+)(?: (\S+))?", unit.read_text(encoding="utf-8"), re.MULTILINE)
        program = Path(start[0]).name
        assert program in {"gunicorn", "samspil"} or (ROOT / "deploy" / program).exists()
        assert program != "samspil" or start[1] in COMMANDS
