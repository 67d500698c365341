"""What goes along is stored and read back as it was."""

from datetime import date

from samspil.lib.excerpts import CHILD_WORDS, MINIMUM, Excerpt, chosen

SAID = Excerpt(CHILD_WORDS, "Det er ikke mit.", "kontaktlærer, Åskolen", date(2026, 3, 4))
TOLD = Excerpt(MINIMUM, "Kort.")


def test_an_excerpt_is_read_back_as_it_was_stored() -> None:
    assert [Excerpt.read(one.stored()) for one in (SAID, TOLD)] == [SAID, TOLD]
    assert (SAID.name, SAID.is_child_words, TOLD.is_child_words) == ("Egne ord", True, False)


def test_only_what_was_ticked_goes_along() -> None:
    assert chosen((TOLD, SAID), ["child_words", "observation"]) == (SAID,)
    assert chosen((TOLD, SAID), []) == ()
