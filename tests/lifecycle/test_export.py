"""A whole municipality is handed out: everything of it, nothing of another, without secrets, and the log says so."""

import json
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from samspil.authority.tables import managed_models
from samspil.config import municipality as command
from samspil.lifecycle.exports import tables
from samspil.lifecycle.exports.municipality import export
from samspil.lifecycle.queries import NotWhole, read_back
from samspil.lifecycle.rules import WITHHELD
from tests.conftest import World, as_owner
from tests.lifecycle.tables import Connection
from tests.world.turn import CPR, Turn

WHY = "Kommunen skifter leverandør"
DIGITS = CPR.replace("-", "")
Whole = tuple[Path, World, Turn]


@pytest.fixture(scope="module")
def whole(
    laid: tuple[World, Turn], tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
) -> Iterator[Whole]:
    place = tmp_path_factory.mktemp("export") / "lillerup"
    with django_db_blocker.unblock():
        export("lillerup", place, WHY, with_cpr=False)
        yield place, *laid


def everything(place: Path) -> str:
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in place.rglob("*") if path.is_file())


def rows(place: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((place / "rows" / f"{table}.json").read_text(encoding="utf-8"))
    return found


def test_every_table_of_ours_is_handed_out_or_withheld_with_a_reason(world: World) -> None:
    out = {model._meta.db_table for model in tables.handed_out()}
    ours = {model._meta.db_table for model in managed_models("circle", "organisation", "ledger", "queue", "accounts")}
    assert out & set(WITHHELD) == set()
    assert ours - out - set(WITHHELD) == set()
    assert {table for table in WITHHELD if table not in ours} == set()


def test_every_word_of_the_municipality_is_there_and_none_of_another_s(whole: Whole) -> None:
    place, world, turn = whole
    told = everything(place)
    own = {
        number for (number,) in as_owner("select id from circles_circle where municipality_id = %s", [world.lillerup])
    }
    mine = {word for word, lies in turn.words.items() if {turn.circles[name] for name, _ in lies} & own}
    others = set(turn.words) - mine
    assert len(mine) > 20
    missing = {word for word in mine if word not in told}
    assert {kind for word in missing for _, kind in turn.words[word]} <= {"identity", "disclosure"}
    shared = " ".join(text for (text,) in as_owner("select necessity from circles_disclosure"))
    assert [word for word in missing if word in shared] == [], "what was said where nobody else was is kept nowhere"
    assert [word for word in others if word in told] == []
    assert {row["id"] for row in rows(place, "circles_circle")} == own
    assert {row["municipality_id"] for row in rows(place, "concerns_concern")} == {world.lillerup}


def test_no_number_and_no_secret_leaves_unasked(whole: Whole) -> None:
    place, _, _ = whole
    told = everything(place)
    assert DIGITS not in told
    assert CPR not in told
    assert "cpr_sealed" not in told
    assert "argon2" not in told
    assert rows(place, "circles_identity")


def test_numbers_leave_when_asked_for(laid: tuple[World, Turn], tmp_path: Path, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        export("lillerup", tmp_path / "out", WHY, with_cpr=True)
    assert DIGITS in {row["cpr"].replace("-", "") for row in rows(tmp_path / "out", "circles_identity")}
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["cpr"] is True


def test_files_are_open_under_neutral_names(whole: Whole) -> None:
    place, _, _ = whole
    listed = json.loads((place / "files.json").read_text(encoding="utf-8"))
    assert len(listed) == len(rows(place, "documents_storedfile")) + len(rows(place, "documents_reportedfile"))
    assert listed
    for entry in listed:
        assert (place / entry["path"]).read_bytes()
        assert entry["given_name"].split(".")[0] not in entry["path"]


def test_it_says_what_everything_is_called(whole: Whole) -> None:
    place, _, _ = whole
    fields = json.loads((place / "fields.json").read_text(encoding="utf-8"))
    assert set(fields) == {path.stem for path in (place / "rows").iterdir()}
    for table, said in fields.items():
        assert all(set(row) == set(said["fields"]) for row in rows(place, table)), table
    assert fields["cases_case"]["fields"]["lead_id"]["refers_to"] in fields
    assert "rows/" in (place / "LAES-MIG.txt").read_text(encoding="utf-8")


def test_nobody_else_on_the_machine_reads_it(whole: Whole) -> None:
    place, _, _ = whole
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (place, *place.rglob("*"))}
    assert modes == {0o700, 0o600}


def test_the_log_says_who_was_let_out_and_why(whole: Whole) -> None:
    place, world, turn = whole
    listed, digest = read_back(place)
    assert (listed["municipality"]["slug"], listed["because"]) == ("lillerup", WHY)
    assert as_owner(
        "select kind, because, rows, municipality_id from lifecycle_municipalact where digest = %s", [digest]
    ) == [("exported", WHY, listed["rows"], world.lillerup)]
    entries = as_owner(
        "select distinct circle_id from audit_entry where verb = 'lifecycle.exported' and circle_id is not null"
    )
    assert {number for (number,) in entries} == {row["id"] for row in rows(place, "circles_circle")}
    assert (turn.circles["concern"],) in entries


def test_a_changed_or_missing_file_is_found(whole: Whole) -> None:
    place, _, _ = whole
    changed = place / "rows" / "cases_case.json"
    before = changed.read_bytes()
    changed.write_bytes(before + b" ")
    with pytest.raises(NotWhole, match=r"cases_case\.json"):
        read_back(place)
    changed.unlink()
    with pytest.raises(NotWhole):
        read_back(place)
    changed.write_bytes(before)
    changed.chmod(0o600)
    assert read_back(place)[0]["municipality"]["slug"] == "lillerup"


def test_it_sees_one_moment_while_others_write(
    laid: tuple[World, Turn], tmp_path: Path, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, known = laid[0], tables.rows_of
    title = "update circles_circle set title = title || %s where municipality_id = %s"
    written: list[str] = []

    def meanwhile(model: Any, municipality: int) -> Any:
        if not written:
            written.append("imens")
            as_owner(title, [" imens", world.lillerup])
        return known(model, municipality)

    monkeypatch.setattr(tables, "rows_of", meanwhile)
    with django_db_blocker.unblock():
        export("lillerup", tmp_path / "out", WHY, with_cpr=False)
    as_owner("update circles_circle set title = replace(title, ' imens', '')")
    assert written
    assert [row for row in rows(tmp_path / "out", "circles_circle") if "imens" in row["title"]] == []


def test_one_that_is_broken_off_leaves_no_file_and_stands_in_the_log(
    laid: tuple[World, Turn], tmp_path: Path, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = "select count(*) from audit_entry where verb = 'lifecycle.export_begun'"
    (before,) = as_owner(begun)[0]
    seen: list[Any] = []

    def broken_off(*_: Any) -> Any:
        seen.extend([*tmp_path.rglob("*"), *as_owner(begun)])
        raise KeyboardInterrupt

    with monkeypatch.context() as now, django_db_blocker.unblock():
        now.setattr(tables, "described", broken_off)
        with pytest.raises(KeyboardInterrupt):
            export("lillerup", tmp_path / "out", WHY, with_cpr=False)
    assert len(seen) > 10, "files had been written"
    assert seen[-1] == (before + 1,)
    assert list(tmp_path.iterdir()) == []
    assert as_owner(begun) == [(before + 1,)]


def test_a_draft_of_another_is_told_and_left(
    laid: tuple[World, Turn], tmp_path: Path, django_db_blocker: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "ud.ufuldstaendig"
    draft.mkdir()
    with django_db_blocker.unblock(), pytest.raises(SystemExit):
        command.run(["export", "lillerup", str(tmp_path / "ud"), "--because", WHY])
    told = capsys.readouterr().err
    assert f"{draft} er et udtræk, der er i gang eller blev afbrudt" in told
    assert "Errno" not in told
    assert draft.is_dir()


def test_a_new_edition_of_the_organisation_is_something_done_since(
    laid: tuple[World, Turn], operator: Connection
) -> None:
    place, asked = laid[0].storerup, "select acted_since_export(%s, 'digest')"
    operator.execute("select record_export(%s, 'prøve', 1, 'digest')", [place])
    assert operator.execute(asked, [place]).fetchone() == (False,)
    operator.execute(
        "insert into organisation_organisationedition"
        " (municipality_id, applied_at, applied_by, digest, content, difference)"
        " values (%s, samspil_now(), 'prøve', 'anden', '{}', '[]')",
        [place],
    )
    assert operator.execute(asked, [place]).fetchone() == (True,)


Told = Callable[[], Any]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "lillerup", "{here}", "--because", WHY], "findes allerede"),
        (["export", "ukendt", "{here}/ny", "--because", WHY], "ingen kommune"),
        (["export", "lillerup", "{here}/nej/ny", "--because", WHY], "findes ikke"),
        (["export", "lillerup", "{here}/ny", "--because", " "], "hvorfor"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    laid: tuple[World, Turn],
    tmp_path: Path,
    django_db_blocker: Any,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    acts = "select count(*) from lifecycle_municipalact"
    before = as_owner(acts)
    with django_db_blocker.unblock(), pytest.raises(SystemExit):
        command.run([one.format(here=tmp_path) for one in arguments])
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert as_owner(acts) == before


def test_the_command_tells_what_it_wrote(
    laid: tuple[World, Turn], tmp_path: Path, django_db_blocker: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with django_db_blocker.unblock():
        command.run(["export", "storerup", str(tmp_path / "ud"), "--because", WHY])
    told = capsys.readouterr().out
    assert read_back(tmp_path / "ud")[1] in told
    assert "CPR-numre er ikke med." in told
