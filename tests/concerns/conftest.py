"""A concern of Nanna's, at Åskolen, at the stage a test asks for."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

DraftMaker = Callable[..., str]


@pytest.fixture
def draft(acting: Any) -> DraftMaker:
    """`draft()` is the key of an unsent concern; facts by name replace the usual ones."""

    def make(by: str = "nanna", **facts: Any) -> str:
        from samspil.concerns import commands, queries

        usual = {
            "kinds": ["fravaer"],
            "urgency": "days",
            "name": "Villads Bruun",
            "school_class": "7.a",
            "birth_date": date(2013, 3, 14),
            "observation": "Han sov i timen.",
            "child_words": "Det er ikke mit.",
            "interpretation": "Jeg tror, nogen bruger ham.",
            "told": ["child"],
        }
        with acting(by) as actor:
            given = {name: value for name, value in {**usual, **facts}.items() if value is not None}
            if "school" not in given and not given.get("asks_only_for_sparring"):
                given["school"] = next(s for s in queries.schools_with_bodies(actor) if s.slug == "aaskolen")
            workplace = queries.workplaces(actor)[0]
            concern = commands.start_concern(actor, workplace, facts=commands.DraftFacts(**given), purpose="forebygge")
            return str(concern.key)

    return make


@pytest.fixture
def sent(acting: Any, draft: DraftMaker) -> DraftMaker:
    """`sent()` is the key of a concern that waits at the SSP team."""

    def make(by: str = "nanna", notified: str = "yes", **facts: Any) -> str:
        from samspil.concerns import commands, queries

        key = draft(by, **facts)
        with acting(by) as actor:
            commands.send_concern(actor, queries.open_draft(actor, key), notified=notified, reachable="38 00 12 31")
        return key

    return make
