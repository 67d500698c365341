"""The folder outside: a power cut in the middle of a line makes none of what follows unreadable."""

from pathlib import Path
from typing import Any

import pytest

from samspil.audit import outside, receipts, sealing

FIRST, CUT, SECOND = "1 1 0 7 3 aa", "2 1 7 9", "3 1 9 12 4 bb"


@pytest.fixture
def cut(settings: Any, tmp_path: Path) -> Path:
    """Two lines were to be written; of the second only a part came to lie on the disk."""
    settings.SEAL_FOLDER = tmp_path
    outside.tell(outside.SEALS, FIRST)
    with outside.place_of(outside.SEALS).open("a", encoding="utf-8") as file:
        file.write(CUT)
    return outside.place_of(outside.SEALS)


def test_what_was_broken_off_is_no_line_before_or_after_the_next(cut: Path) -> None:
    assert outside.told(outside.SEALS) == [FIRST]
    outside.tell(outside.SEALS, SECOND)
    assert outside.told(outside.SEALS) == outside.standing(outside.SEALS) == [FIRST, SECOND]
    assert outside.last_number(outside.SEALS) == 3
    assert [seal.id for seal in sealing.copied()] == [1, 3]
    assert CUT in cut.read_text(), "the file only grows"


def test_a_receipt_told_again_after_a_cut_holds(settings: Any, tmp_path: Path) -> None:
    settings.SEAL_FOLDER = tmp_path
    one = receipts.Receipt(1, "ended", "circles_member", 5, {"ends_at": None})
    whole = receipts._line(one, "")
    outside.place_of(outside.RECEIPTS).write_text(whole[: len(whole) // 2])
    outside.tell(outside.RECEIPTS, whole)
    assert receipts.told_receipts(after=0) == [one]
    outside.tell(outside.RECEIPTS, whole.replace("circles_member", "circles_circle"))
    with pytest.raises(receipts.ForgedReceipt):
        receipts.told_receipts(after=0)
