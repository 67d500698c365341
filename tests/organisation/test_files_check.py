"""Faults in an organisation file are told with line, key and what was expected; all at once, and none twice."""

import tomllib
from pathlib import Path

import pytest

from samspil.config import operation
from samspil.organisation.files.body_rules import MOST_RINGS
from samspil.organisation.files.check import MAX_BYTES, check, examine_text, parse, parse_text
from samspil.organisation.files.problem import OrganisationFileError, Problem

FILE = Path(__file__).parents[1] / "world" / "lillerup.toml"
TEXT = FILE.read_text(encoding="utf-8")


def changed(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def problems(text: str) -> list[Problem]:
    return examine_text(text, "lillerup.toml")[1]


def line_after(text: str, start: str, key: str) -> int:
    """The line of the first `key =` after a text."""
    at = text.index(f"{key} =", text.index(start))
    return text.count("\n", 0, at) + 1


def test_the_world_has_no_faults() -> None:
    assert check(FILE) == []


FAULTS = tomllib.loads((Path(__file__).parent / "faults.toml").read_text(encoding="utf-8"))["faults"]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['key']}: {fault['words']}")
def test_a_fault_is_told_with_line_key_and_what_was_expected(fault: dict[str, str]) -> None:
    text = changed(fault["old"], fault["new"])
    (problem,) = [one for one in problems(text) if fault["words"] in str(one)]
    assert problem.key == fault["key"]
    assert text.split("\n")[problem.line - 1].strip().startswith(fault["at"])
    assert problem.file == "lillerup.toml"
    assert problem.expected


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ('basis = "ssp115"\nlegal_kind = "outsider"\nrow_class = "named"', "aldrig få navngivet indhold"),
        ('basis = "ssp115"\nlegal_kind = "outsider"\nrow_class = "open"', "kun se det åbne"),
        ('basis = "open"\nlegal_kind = "outsider"\nrow_class = "search"', "kun se det åbne"),
        ('basis = "ssp115"\nlegal_kind = "police"\nrow_class = "export"', "efterforskning"),
        ('basis = "ssp115"\nlegal_kind = "police"\nrow_class = "search"', "efterforskning"),
        (
            'basis = "ssp115"\nlegal_kind = "self_governing_public"\nrow_class = "identity"',
            "mere, end loven gør sikkert",
        ),
        ('basis = "ssp115"\nlegal_kind = "public_authority"\nrow_class = "identity"', "mere, end loven gør sikkert"),
    ],
)
def test_the_lawful_table_cannot_be_opened_too_far(row: str, words: str) -> None:
    found = problems(f"{TEXT}\n[[lawful]]\n{row}\n")
    assert [words in problem.message for problem in found] == [True]


def test_the_lawful_table_can_be_narrowed_and_with_a_source_widened() -> None:
    narrower = (
        '[[lawful]]\nbasis = "ssp115"\nlegal_kind = "self_governing_public"\nrow_class = "named"\nallowed = false\n'
    )
    wider = narrower.replace('"named"\nallowed = false', '"identity"\nsource = "lillerup"')
    assert problems(f"{TEXT}\n{narrower}{wider}") == []


def test_an_outsiders_function_gets_no_mandate_in_a_named_circle() -> None:
    mandate = '\n[[mandates]]\nfunctions = ["{}"]\ncircle = "item"\npart = "guest"\nbundles = ["item-guest"]\n'
    refused = problems(TEXT + mandate.format("centerleder"))
    assert [problem.message for problem in refused] == [
        "»centerleder« har kun udefrakommende, og de kan aldrig få navngivet indhold."
    ]
    assert problems(TEXT + mandate.format("familiechef")) == []


def test_ties_may_not_go_round() -> None:
    text = changed(
        'name = "SSP-udvalget"', 'name = "SSP-udvalget"\nties = [{ parent = "ssp-forum", kind = "advises" }]'
    )
    (problem,) = problems(text)
    assert problem.key == "bodies.ssp-forum.ties.reports_to.parent"
    assert problem.line == line_after(text, 'key = "ssp-forum"', "ties")
    assert problem.message == "»ssp-forum« ville ligge over sig selv gennem »ssp-udvalget«."
    itself = changed(
        'name = "SSP-udvalget"', 'name = "SSP-udvalget"\nties = [{ parent = "ssp-udvalget", kind = "forms" }]'
    )
    assert [one.message for one in problems(itself)] == ["»ssp-udvalget« ville ligge over sig selv."]


def test_each_ring_of_units_is_told_once() -> None:
    unit = '\n[[units]]\nkey = "{}"\nname = "Sted"\nagency = "skolerne"\nkind = "skole"\nparent = "{}"\n'
    rings = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "x"), ("under", "a")]
    found = problems(TEXT + "".join(unit.format(*one) for one in rings))
    assert [problem.key for problem in found] == ["units.c.parent", "units.y.parent"]
    many = [(f"n{number}", f"n{number ^ 1}") for number in range(4 * MOST_RINGS)]
    assert len(problems(TEXT + "".join(unit.format(*one) for one in many))) == MOST_RINGS


def test_all_faults_are_told_at_once() -> None:
    text = (
        changed('code = "0999"', 'code = "9"')
        .replace('parent = "ssp-udvalget"', 'parent = "udvalget"')
        .replace("nth = 2", "nth = 0")
    )
    found = problems(text)
    assert [problem.key for problem in found] == [
        "municipality.code",
        "bodies.netvaerk.ties.decides_for.parent",
        "bodies.netvaerk.rhythms.monthly.nth",
        "bodies.ssp-forum.ties.reports_to.parent",
    ]
    assert found[0].line == line_after(text, "[municipality]", "code")
    assert found[2].line == line_after(text, 'key = "netvaerk"', "rhythms")


def test_a_key_that_cannot_be_read_is_told_once() -> None:
    found = problems(changed('key = "politibetjent"\n', 'kye = "politibetjent"\n'))
    assert {problem.message for problem in found} == {"Nøglen »kye« kendes ikke her. Mente du »key«?", "»key« mangler."}


def test_a_receiver_for_every_workplace() -> None:
    found = problems(
        changed('[[receivers]]\nunit = "ssp-team"', '[[receivers]]\nunit = "ssp-team"\nfor_units = ["aaskolen"]')
    )
    assert "Ingen tager imod bekymringer fra »skovskolen«." in {problem.message for problem in found}
    assert "Ingen tager imod bekymringer fra »aaskolen«." not in {problem.message for problem in found}
    assert "Ingen tager imod bekymringer fra »lillerup-centret«." not in {problem.message for problem in found}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('format = 1\nname "x"\n', 2, "lighedstegn"),
        ("a = 1\na = 2\n", 2, "to gange"),
        ('a = "x\n', 1, "ikke lukket"),
        ("a = [1,\n", 2, ""),
        ("---\nkommune:\n  navn: Lillerup\n", 1, "YAML"),
        ("format: 1\n", 1, "YAML"),
        ("# kommunen\n\nmunicipality:\n  slug: lillerup\n", 3, "YAML"),
        ("- key: a\n", 1, "YAML"),
        ("a = 1\nb: 2\n", 2, "YAML"),
        ('{ "format": 1 }', 1, "TOML"),
        ("a = 2026-02-30\n", 1, "kalenderen"),
        ("a = 1\nb = 2026-13-01\n", 2, "kalenderen"),
        ("a = [\n  2025-02-29,\n]\n", 2, "kalenderen"),
        ("a = { from_date = 2026-04-31 }\n", 1, "kalenderen"),
        ("a = 2026-8-1\n", 1, "kalenderen"),
        ('a = "fra 2026-08-01\n', 1, "ikke lukket"),
        ("a = 'fra: nu\n", 2, "ikke lukket"),
        ("[a]\nb = 1\n[a]\nc = 1\n", 3, "to gange"),
        ("a = " + "9" * 5000, 1, ""),
        ("a = " + "[" * 50_000, 0, "dybt"),
        ("a = " + "[" * 20 + "]" * 20, 0, "dybt"),
    ],
)
def test_what_is_not_toml_gives_one_sentence(text: str, line: int, words: str) -> None:
    organisation, found = examine_text(text, "x.toml")
    assert organisation is None
    assert len(found) == 1
    assert found[0].line == line
    assert words in found[0].message
    assert found[0].expected


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    huge, latin, bom = tmp_path / "huge.toml", tmp_path / "latin.toml", tmp_path / "bom.toml"
    huge.write_bytes(b"#" * (MAX_BYTES + 1))
    latin.write_bytes('name = "Ærø"'.encode("latin-1"))
    fifty = tmp_path / "fifty.toml"
    with fifty.open("wb") as file:
        file.truncate(50_000_000)
    assert "for stor" in check(fifty)[0].message
    bom.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert "for stor" in check(huge)[0].message
    assert "UTF-8" in check(latin)[0].message
    assert "kan ikke åbnes" in check(tmp_path / "missing.toml")[0].message
    assert check(bom) == []


def test_an_empty_file_lacks_everything_that_must_stand_there() -> None:
    found = problems("")
    assert {"format", "municipality", "agencies", "bodies", "circles", "retention"} <= {
        problem.key for problem in found
    }
    assert all(problem.message.endswith("mangler.") for problem in found)


def test_parse_refuses_what_check_finds_fault_with(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(changed('code = "0999"', 'code = "9"'), encoding="utf-8")
    with pytest.raises(
        OrganisationFileError, match=r"broken\.toml, linje 8 \(municipality\.code\): »9« kan ikke bruges her\."
    ):
        parse(broken)
    assert parse(FILE) == parse_text(TEXT)


def test_a_statement_without_source_says_so() -> None:
    organisation = parse_text(changed('key = "laerer"\n', 'key = "laerer"\nsource = "lillerup"\n'))
    certainty = {function.key: function.certainty for function in organisation.functions}
    assert certainty["laerer"] == "stated"
    assert certainty["skoleleder"] == "not_stated"
    assert {basis.key: basis.certainty for basis in organisation.legal_bases}["ssp115"] == "unclear"


SCHOOL = 'key = "skovskolen"\n'
BAD = {
    "for stor": "#" * (MAX_BYTES + 1),
    "YAML": "format: 1\nmunicipality:\n  slug: lillerup\n",
    "over sig selv": TEXT.replace('parent = "ssp-udvalget"', 'parent = "netvaerk"', 1),
    "to gange": TEXT.replace('slug = "lillerup"', 'slug = "lillerup"\nslug = "andet"', 1),
    "allerede en enhed": TEXT.replace('key = "skovskolen"', 'key = "aaskolen"', 1),
    "kalenderen": TEXT.replace("valid_from = 2026-08-01", "valid_from = 2026-02-30", 1),
    "før det begynder": TEXT.replace(SCHOOL, SCHOOL + "from_date = 2026-08-01\nuntil_date = 2026-07-31\n", 1),
}


@pytest.mark.parametrize("words", BAD)
@pytest.mark.parametrize("act", ["plan", "apply"])
def test_a_bad_file_is_told_and_never_comes_near_the_database(
    act: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the database at hand: whatever asked it would fail the test."""
    monkeypatch.setattr(operation, "start_django", lambda: pytest.fail("the database was asked"))
    bad = tmp_path / "bad.toml"
    bad.write_text(BAD[words], encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        operation.organisation([act, str(bad)])
    told = capsys.readouterr().err
    assert stopped.value.code == 1
    assert words in told
    assert "Ingenting er ændret." in told
