from collections.abc import Callable
from typing import Any

import pytest

from tests.meetings.matters import bring_matter, lay_meeting


@pytest.fixture
def laid(acting: Callable[[str], Any]) -> tuple[str, str]:
    """The keys of a meeting with its agenda, and of the closed item on it."""
    from samspil.meetings.commands.agenda import build_agenda

    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        build_agenda(anna, meeting)
        return meeting.key, bring_matter(anna, meeting).key
