import pytest

from samspil.lib.initials import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Jensen", "AJ"),
        ("Anna Holm Jensen", "AJ"),
        ("anne-marie bo", "AB"),
        ("Åse", "Å"),
        ("A\u030ase Ærø", "ÅÆ"),
        ("  Bo   Å. ", "BÅ"),
        ("(Kaj) 2 Ø", "KØ"),
        ("ßen", "S"),
        ("", "?"),
        ("123 !", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
