import json
from datetime import UTC, datetime

from samspil.ui import autosave


def test_the_three_answers_are_told_in_words_and_kept_by_nobody() -> None:
    saved = autosave.saved(4, datetime(2026, 12, 9, 12, 34, tzinfo=UTC))
    other = autosave.written_by_other("Bo", "/sammenlign/")
    refused = autosave.refused("Teksten er for lang.")
    assert [answer.status_code for answer in (saved, other, refused)] == [200, 409, 422]
    assert json.loads(saved.content) == {"version": 4, "words": "Gemt kl. 13.34"}
    assert json.loads(other.content) == {"words": "Bo skrev her, mens du skrev.", "compare": "/sammenlign/"}
    assert all(answer["Cache-Control"] == "no-store" for answer in (saved, other, refused))
