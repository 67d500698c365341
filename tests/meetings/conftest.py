from collections.abc import Callable
from typing import Any

import pytest

from tests.meetings.matters import bring_matter, lay_meeting, meeting_of


@pytest.fixture
def laid(acting: Callable[[str], Any]) -> tuple[str, str]:
    """The keys of a meeting with its agenda, and of the closed item on it."""
    from samspil.meetings.commands.agenda import build_agenda

    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        build_agenda(anna, meeting)
        return meeting.key, bring_matter(anna, meeting).key


@pytest.fixture
def called(acting: Any, laid: Any) -> Any:
    """The meeting is called; its key, and that of its closed item."""
    key, item_key = laid
    from samspil.meetings.commands import planning

    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    return key, item_key
