"""`samspil organisation export`: what stands in the database, as a file that changes nothing when it is applied."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samspil.config import operation
from samspil.organisation.files.check import parse, parse_text
from samspil.organisation.files.expand import expand
from samspil.organisation.loading import apply_organisation
from samspil.organisation.loading.exporting import export_organisation
from samspil.organisation.models import Municipality, Unit
from tests.conftest import as_owner, fresh_copy

FILE = Path(__file__).parents[1] / "world" / "lillerup.toml"
TEXT = FILE.read_text(encoding="utf-8")
OLD, NEW = 'name = "SSP-udvalget"\n', 'name = "SSP-rådet"\n'
EXTRA = '[[controllers]]\nkey = "fonden"\nname = "Fonden"\n\n[[agencies]]\n'
PHONE = "update organisation_unit set phone = %s where slug = 'aaskolen' and municipality_id = %s returning name"


@pytest.fixture(scope="module", autouse=True)
def lillerup(django_db_setup: None, django_db_blocker: Any) -> Iterator[Municipality]:
    """The world's own, a practice room beside it, and one for which no file was ever applied."""
    with django_db_blocker.unblock():
        real = Municipality.objects.using("owner").get(slug="lillerup")
        Municipality.objects.using("owner").create(slug="lillerup-oevelse", name="Øvelse", practice_of=real)
        Municipality.objects.using("owner").create(slug="tom", name="Tom")
        yield real
        fresh_copy()


def export(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    operation.organisation(["export", *arguments])
    said = capsys.readouterr()
    return said.out, said.err


def apply(text: str) -> None:
    apply_organisation(expand(parse_text(text)), "prøve")


def test_what_stands_comes_back_as_a_file_that_changes_nothing(lillerup: Municipality) -> None:
    count = "select count(*), max(id) from organisation_organisationedition"
    before = as_owner(count)
    done = export_organisation(lillerup)
    assert (done.problems, done.differences, done.beside, done.kept) == ((), (), (), True)
    assert parse_text(done.text) == parse(FILE)
    assert as_owner(count) == before


def test_the_file_alone_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert export(capsys, "lillerup", str(FILE)) == (TEXT, "")


def test_an_older_file_gets_what_has_changed_and_keeps_its_comments(capsys: pytest.CaptureFixture[str]) -> None:
    assert OLD in TEXT
    apply(TEXT.replace(OLD, NEW, 1))
    assert export(capsys, "lillerup", str(FILE)) == (TEXT.replace(OLD, NEW, 1), "")
    apply(TEXT)


def test_what_an_earlier_file_left_behind_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    apply(TEXT.replace("[[agencies]]\n", EXTRA, 1))
    assert "Fonden" in export(capsys, "lillerup")[0]
    apply(TEXT)
    out, err = export(capsys, "lillerup")
    assert "Fonden" not in out
    assert err.splitlines()[-1] == "Dataansvarlig »Fonden«"
    as_owner("delete from organisation_controller where slug = 'fonden' returning id")


def test_what_somebody_changed_beside_the_file_is_told(
    lillerup: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = Unit.objects.using("owner").get(municipality=lillerup, slug="aaskolen")
    as_owner(PHONE, ["12 34 56 78", lillerup.pk])
    assert "'Åskolen' har fået ny telefon" in export(capsys, "lillerup")[1]
    as_owner(PHONE, [unit.phone, lillerup.pk])
    assert export(capsys, "lillerup")[1] == ""


def test_a_file_that_cannot_be_followed_gives_one_from_scratch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "odd.toml"
    odd.write_text('municipality.slug = "lillerup"  # dotted\n', encoding="utf-8")
    out, err = export(capsys, "lillerup", str(odd))
    assert parse_text(out) == parse(FILE)
    assert "skrevet forfra" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ukendt"], "ingen kommune med kortnavnet ukendt"),
        (["tom"], "ikke indlæst nogen fil for tom"),
        (["lillerup-oevelse"], "samspil organisation export lillerup"),
        (["lillerup", "findes-ikke.toml"], "kan ikke åbnes"),
        (["lillerup", "/dev/null"], "er tom"),
    ],
)
def test_what_cannot_be_exported_is_told_and_nothing_written(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        export(capsys, *arguments)
    said = capsys.readouterr()
    assert (stopped.value.code, said.out) == (1, "")
    assert words in said.err
