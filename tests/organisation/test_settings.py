"""What pages ask about a municipality is what an organisation file can say."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samspil.organisation.files.check import parse_text
from samspil.organisation.loading.facts import settings_of

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "tests" / "world" / "lillerup.toml").read_text(encoding="utf-8")
READ = re.compile(r"""\bsettings(?:\[|\.get\(|\s*->>?\s*)["']([a-z_]+)["']""")
OF_ARRIVAL = {"may_practise", "practice_of"}
"""What `arrive` adds of the practice room; no file says it."""
HOLIDAY = '[[school_holidays]]\nname = "Efterårsferie"\nfrom_date = 2026-10-10\nuntil_date = 2026-10-18\n\n[[doors]]'


def _asked() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "samspil").rglob("*")):
        if path.suffix in {".py", ".sql"}:
            for key in READ.findall(path.read_text(encoding="utf-8")):
                yield path.relative_to(ROOT).as_posix(), key


def _without(tables: str) -> str:
    """The world's file without its statements of these tables."""
    return re.sub(rf"^\[+(?:{tables})\]+\n(?:.+\n)+", "", TEXT, flags=re.MULTILINE)


def _settings(text: str) -> dict[str, Any]:
    return settings_of(parse_text(text))


def test_every_setting_that_is_read_is_written_by_the_loader() -> None:
    written = _settings(TEXT)
    asked = list(_asked())
    assert {"second_factor", "closed_reading_days", "doors", "groundless_category"} <= {key for _, key in asked}
    assert [(path, key) for path, key in asked if key not in {*written, *OF_ARRIVAL}] == []


def test_the_file_s_own_words_reach_the_settings() -> None:
    text = TEXT.replace("closed_reading_days = 30", "closed_reading_days = 5").replace("[[doors]]", HOLIDAY, 1)
    own = _settings(text.replace('key = "again"\nname = "Tag op igen"', 'key = "again"\nname = "Vi ses"'))
    assert (own["closed_reading_days"], own["item_reading_days"], own["oldest_child"]) == (5, 14, 30)
    assert own["school_holidays"] == [{"name": "Efterårsferie", "from": "2026-10-10", "to": "2026-10-18"}]
    assert own["decision_outcomes"][-1] == {"slug": "again", "name": "Vi ses", "settles": False, "promises": False}
    assert (own["groundless_category"], own["notice_receiver"]) == ("grundloes", "Familieafdelingen")


def test_what_a_file_leaves_out_has_its_default_here() -> None:
    bare = _settings(_without("matters|decision_outcomes"))
    assert (bare["closed_reading_days"], bare["item_reading_days"], bare["oldest_child"]) == (30, 14, 30)
    assert [one["slug"] for one in bare["decision_outcomes"]] == ["nothing", "commitment", "notify", "hand-on", "again"]
    assert [one["slug"] for one in bare["decision_outcomes"] if one["promises"]] == ["commitment"]
    assert (bare["groundless_category"], bare["notice_receiver"]) == ("grundloes", "")
    assert bare["school_holidays"] == []
