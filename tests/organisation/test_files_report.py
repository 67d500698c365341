"""How much of a file is understood, free text, unclear or ours is counted by statements and told in Danish."""

from pathlib import Path

import pytest

from samspil.config import operation
from samspil.organisation.files.check import parse, parse_text
from samspil.organisation.files.model import Entry
from samspil.organisation.files.report import Report, report, sentences

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "organisations").glob("*.toml"))
WORLD = ROOT / "tests" / "world" / "lillerup.toml"
TEXT = WORLD.read_text(encoding="utf-8")
MOST_AS_TEXT = 0.05
TEACHER = 'key = "laerer"\n'


def counts(told: Report) -> dict[str, int]:
    return {name: len(getattr(told, name)) for name in ("understood", "free", "ours", "unclear", "contradicted")}


def moved(text: str) -> dict[str, int]:
    """What a text counts differently from the world's own."""
    before, after = counts(report(parse(WORLD))), counts(report(parse_text(text)))
    return {name: after[name] - before[name] for name in before if after[name] != before[name]}


@pytest.mark.parametrize(
    ("lines", "difference"),
    [
        ('source = "lillerup"\n', {"understood": 1, "ours": -1}),
        ('source = "lillerup"\nstatus = "observed"\n', {"understood": 1, "ours": -1}),
        ('source = "lillerup"\nstatus = "unclear"\n', {"unclear": 1, "ours": -1}),
        ('source = "lillerup"\nstatus = "contradicted"\n', {"contradicted": 1, "ours": -1}),
        ('status = "not_stated"\n', {}),
        ('remark = "Mere om det."\n', {}),
        ('public = true\ntext = "Underviser."\n', {}),
        (
            'duties = [{ text = "Følger op.", source = "lillerup" }, { text = "Skriver." }]\n',
            {"understood": 1, "ours": 1},
        ),
    ],
)
def test_a_statement_is_counted_once_by_how_sure_it_is(lines: str, difference: dict[str, int]) -> None:
    assert TEACHER in TEXT
    assert moved(TEXT.replace(TEACHER, TEACHER + lines, 1)) == difference


def test_free_text_of_a_source_is_told_with_its_line_and_ours_is_not() -> None:
    said = '\n[[remarks]]\ntext = "Det, der ikke er plads til."\nsource = "lillerup"\n'
    assert moved(TEXT + said) == {"free": 1}
    assert moved(TEXT + said.replace('source = "lillerup"\n', "")) == {"ours": 1}
    line = (TEXT + said).split("\n").index('text = "Det, der ikke er plads til."')
    told = sentences(report(parse_text(TEXT + said)))
    assert f"  linje {line}: Det, der ikke er plads til." in told


def test_what_is_concluded_and_what_is_partly_ours_is_told() -> None:
    concluded = TEACHER + 'text = "Underviser."\nsource = "lillerup"\nstatus = "inferred"\ndefaults = ["text"]\n'
    before, after = report(parse(WORLD)), report(parse_text(TEXT.replace(TEACHER, concluded, 1)))
    assert (after.inferred - before.inferred, after.partly_ours - before.partly_ours) == (1, 1)


def test_a_source_is_no_statement() -> None:
    assert moved(TEXT + '\n[[sources]]\nkey = "anden"\nname = "En anden kilde"\n') == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_little_of_a_shipped_file_is_free_text_only(path: Path) -> None:
    told = report(parse(path))
    assert 0 < len(told.free) <= MOST_AS_TEXT * told.said
    assert told.understood


def test_nothing_from_a_source_is_no_division_by_nothing() -> None:
    told = sentences(Report("Tom", (), (), (Entry(),), (), ()))
    assert told[0] == "Tom: 1 udsagn i filen, 0 af dem fra kilderne."
    assert "Kun fri tekst: 0. Det er 0,0 % af det, kilderne siger." in told


def test_the_command_tells_of_each_municipality(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    operation.organisation(["check", "--report", *map(str, FILES)])
    said = capsys.readouterr().out
    names = [parse(path).municipality.name for path in FILES]
    assert [line.split(":")[0] for line in said.splitlines() if "udsagn i filen" in line] == names
    marked = tmp_path / "marked.toml"
    marked.write_bytes(b"\xef\xbb\xbf" + FILES[0].read_bytes())
    operation.organisation(["check", str(marked)])
    said = capsys.readouterr().out
    assert "udsagn" not in said
    assert "[joint_work]: concern, assessment," in said


def test_a_file_with_faults_gives_no_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(TEXT.replace('code = "0999"', 'code = "9"'), encoding="utf-8")
    with pytest.raises(SystemExit):
        operation.organisation(["check", "--report", str(FILES[0]), str(broken)])
    said = capsys.readouterr()
    assert "udsagn" not in said.out
    assert "broken.toml, linje 8" in said.err
