"""Sabotage itself: it tells a hole from a caught break, and its list still fits the project."""

from pathlib import Path

import pytest

from scripts.sabotage import LIST, ROOT, Break, listed, sabotage

GUARD = 'def why_not_enter(age):\n    return "too young" if age < 18 else None\n'
TEST = "from guard import why_not_enter\n\n\ndef test_guard():\n    assert why_not_enter(17)\n"
CAUGHT = Break("let everybody in", "guard.py", "age < 18", "age < 0", "test_guard.py::test_guard")
HOLE = Break("say it otherwise", "guard.py", "too young", "not yet", "test_guard.py::test_guard")
NO_PROOF = Break("break the text", "guard.py", "return", "return return", "test_guard.py::test_guard")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "guard.py").write_text(GUARD)
    (tmp_path / "test_guard.py").write_text(TEST)
    (tmp_path / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    return tmp_path


@pytest.mark.parametrize(("one", "unnoticed"), [(CAUGHT, []), (HOLE, [HOLE.name]), (NO_PROOF, [NO_PROOF.name])])
def test_a_hole_is_told_and_the_tree_mended(tree: Path, one: Break, unnoticed: list[str]) -> None:
    assert sabotage(tree, [one]) == unnoticed
    assert (tree / "guard.py").read_text() == GUARD


def test_a_break_that_no_longer_fits_is_an_error(tree: Path) -> None:
    with pytest.raises(ValueError, match=r"stands 0 times in guard\.py, not once"):
        Break("old", "guard.py", "height", "x", "test_guard.py").apply(tree)


@pytest.mark.parametrize("one", listed(), ids=lambda one: one.name)
def test_every_listed_break_still_fits(one: Break) -> None:
    assert (ROOT / one.file).read_text().count(one.find) == 1
    path, _, name = one.test.partition("::")
    assert f"def {name.split('[')[0].rpartition('::')[2]}(" in (ROOT / path).read_text()


def test_no_break_is_listed_twice() -> None:
    names = [one.name for one in listed(LIST)]
    assert len(set(names)) == len(names)
