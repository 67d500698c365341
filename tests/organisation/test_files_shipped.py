"""The files that come with the platform say what their sources say, and can be used as they are."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from samspil.lib import rhythm as dates
from samspil.organisation.files.check import check, parse
from samspil.organisation.files.expand import expand
from samspil.organisation.files.model import Entry, Organisation, Rhythm
from samspil.organisation.files.reading import keys_of
from samspil.organisation.files.references import every_entry

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "organisations").glob("*.toml")), ROOT / "tests" / "world" / "lillerup.toml"]
FREDERIKSBERG = parse(ROOT / "organisations" / "frederiksberg.toml")
GLOSTRUP = parse(ROOT / "organisations" / "glostrup.toml")


def _named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_a_shipped_file_has_no_faults(path: Path) -> None:
    assert [str(problem) for problem in check(path)] == []


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_every_rhythm_gives_dates(path: Path) -> None:
    rhythms = [entry for entry in every_entry(parse(path)) if isinstance(entry, Rhythm)]
    assert rhythms
    for rhythm in rhythms:
        rule = rhythm.rule
        assert (rule is None) == (rhythm.kind == "on_demand")
        if rule is not None:
            assert dates.Rhythm(**{**rule, "months": frozenset(rule["months"])}).kind == rhythm.kind


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_what_has_no_source_is_never_told_as_stated(path: Path) -> None:
    for entry in every_entry(parse(path)):
        assert entry.certainty != "stated" or entry.source, entry.place


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_nobody_who_triages_is_outside_the_authorities(path: Path) -> None:
    rows = expand(parse(path))
    triage = {row.function for row in rows.mandates if row.capability == "concern.triage"}
    assert {seat.legal_kind for seat in rows.seats if seat.function in triage} == {"municipal"}


def test_frederiksberg_has_ten_networks_with_the_same_nine_seats() -> None:
    rows = expand(FREDERIKSBERG)
    networks = [row for row in rows.bodies if row.body.key == "netvaerk"]
    assert [row.unit for row in networks] == [unit.key for unit in FREDERIKSBERG.units if unit.kind == "skole"]
    assert len(networks) == 10
    for body in networks:
        seats = [seat for seat in rows.seats if seat.body == body.slug]
        assert len(seats) == 9
        assert [seat.function for seat in seats if seat.optional] == ["boligsocial"]
    network = FREDERIKSBERG.bodies[0]
    assert (network.convenes, network.chairs, network.writes) == ("ssp-konsulent",) * 3
    assert [(rhythm.kind, rhythm.interval) for rhythm in network.rhythms] == [("monthly", 1)]
    assert len([seat for seat in rows.seats if seat.unit == "ssp-team" and seat.function == "opsoegende"]) == 4


def test_glostrup_has_the_bodies_of_its_drawing() -> None:
    rows = expand(GLOSTRUP)
    assert [body.slug for body in rows.bodies if body.unit is None] == [
        "kredsraad",
        "lokalraad",
        "ssp-udvalg",
        "foelgegruppe",
        "ssp-forum",
        "undervisningsgruppe",
        "koordineringsgruppe",
        "aktivitetsgruppe",
        "tvaerkommunal-udviklingsgruppe",
        "ad-hoc-gruppe",
    ]
    departments = [unit.key for unit in GLOSTRUP.units if unit.kind == "skoleafdeling"]
    assert [body.unit for body in rows.bodies if body.body.key == "ssp-gruppe"] == departments
    for department in departments:
        own = {seat.function for seat in rows.seats if seat.body == f"ssp-gruppe-{department}"}
        assert own == {"afdelingsleder", "politibetjent", "familiemedarbejder", "klubmedarbejder", "ppr-medarbejder"}


def test_glostrups_forum_has_outsiders_and_no_closed_part() -> None:
    rows = expand(GLOSTRUP)
    forum = next(body for body in GLOSTRUP.bodies if body.key == "ssp-forum")
    kinds = {seat.legal_kind for seat in rows.seats if seat.body == "ssp-forum"}
    assert kinds == {"municipal", "police", "self_governing_public", "outsider"}
    assert not forum.competence.closed_matters
    assert [heading.key for heading in GLOSTRUP.headings] == list(
        dict.fromkeys(seat.heading for seat in sorted(forum.seats, key=_heading))
    )


def _heading(seat: Entry) -> int:
    return [heading.key for heading in GLOSTRUP.headings].index(getattr(seat, "heading", ""))


def test_a_glostrup_body_has_both_an_outsider_and_a_closed_part() -> None:
    rows = expand(GLOSTRUP)
    closed = {body.slug for body in rows.bodies if body.body.competence.closed_matters}
    outsiders = {seat.function for seat in rows.seats if seat.body in closed and seat.legal_kind == "outsider"}
    assert outsiders == {"lokal-aktoer"}
    assert {row.row_class for row in rows.mandates if row.function in outsiders} == {"open"}


def test_the_reference_page_names_every_key_in_the_row_of_its_table() -> None:
    page = (ROOT / "docs" / "organisations" / "format.md").read_text(encoding="utf-8")
    rows: dict[str, str] = {}
    for line in page.splitlines():
        if line.startswith("| `"):
            table = line.split("`")[1]
            rows[table] = rows.get(table, "") + line.split("|", 2)[2]
    missing = [
        f"{table}.{key}"
        for table, cls in _tables(Organisation)
        for key in keys_of(cls)
        if f"`{key}`" not in (page if cls is Organisation or key in keys_of(Entry) else rows[table])
    ]
    assert missing == []


def _tables(cls: type[Entry], table: str = "", row: str = "") -> Iterator[tuple[str, type[Entry]]]:
    """Every class of the model with the row that tells of it: its own, or that of the table it lies in."""
    own_rows = {
        "functions.duties",
        "functions.onboarding",
        "bodies.competence",
        "bodies.ties",
        "bodies.seats",
        "bodies.agenda",
    }
    yield row, cls
    for key, hint in keys_of(cls).items():
        inner = next((one for one in (hint, *get_args(hint)) if isinstance(one, type) and issubclass(one, Entry)), None)
        path = f"{table}.{key}" if table else key
        if inner is Rhythm:
            yield "rhythms", Rhythm
        elif inner:
            yield from _tables(inner, path, path if not table or path in own_rows else row)


def test_the_files_hold_no_key_that_the_model_leaves_out() -> None:
    for path in FILES:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        assert set(raw) <= set(keys_of(Organisation))
