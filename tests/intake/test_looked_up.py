"""A dry run asks whether people are known here: it is held back and written down as a search is."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest

from samspil.authority.command import record
from samspil.intake import rules
from samspil.lib import clock
from tests.intake.hands import KARIM, book, carried, fetched, handed, promise


@pytest.fixture
def anna(client_of: Any, clock_at: Any) -> Any:
    clock_at(clock.now() + timedelta(days=1))
    return client_of("anna")


def people(number: int, first: str = "Kanarie") -> bytes:
    return book([{**KARIM, "Navn": f"{first} {one}"} for one in range(number)])


def test_it_is_in_the_log_as_a_search_by_a_digest_and_counts(anna: Any, monkeypatch: Any) -> None:
    told: list[tuple[str, int | None, str, str]] = []

    def kept(verb: str, circle: int | None, subject: str) -> None:
        record(verb, circle, subject)
        digest, counts = subject.split(" ")
        told.append((verb, circle, digest, counts))

    monkeypatch.setattr("samspil.intake.commands.record", kept)
    answer = handed(anna, book([KARIM, {**KARIM, "Navn": "En anden"}], [promise()]))
    assert fetched(anna, answer).status_code == 303
    handed(anna, book([KARIM]))
    assert [one[3] for one in told] == ["people=2,case=0", "again,case=0", "people=1,case=1"]
    first, act, last = (one[:3] for one in told)
    assert first[:2] == ("intake.look_over", None)
    assert first == act
    assert re.fullmatch("search:[0-9a-f]{32}", first[2])
    assert first[2] != last[2]


def test_too_many_in_a_minute_wait_and_the_act_of_lines_that_were_seen_does_not(
    anna: Any, client_of: Any, clock_at: Any
) -> None:
    seen = handed(anna, people(16))
    other = handed(anna, people(16, "Anden"))
    assert (seen.status_code, other.status_code) == (200, 200)
    held = handed(anna, people(1, "Tredje"))
    assert (held.status_code, rules.PAUSE in held.content.decode()) == (422, True)
    assert "Tredje" not in held.content.decode()
    assert anna.post("/find/", {"words": "holm"}).status_code == 422, "one limit for both"
    stated = json.loads(carried(seen)["lines"])
    stated["sager"][0][1]["Navn"] = "Tredje Kanarie"
    changed = fetched(anna, seen, lines=json.dumps(stated))
    assert (changed.status_code, rules.PAUSE in changed.content.decode()) == (422, True)
    assert fetched(anna, seen, basis="").status_code == 422
    behind = {f"out-{number}": "on" for number in range(3, 18)}
    assert fetched(anna, seen, **behind).status_code == 303, "what was shown is asked for again, and is no news"
    clock_at(clock.now() + timedelta(seconds=61))
    assert handed(client_of("anna"), people(1, "Tredje")).status_code == 200
