"""A concern and its item, opened by the people of the world."""

import pytest

from samspil.circles.models import Circle
from tests.authority.matter import open_concern, open_item_and_case
from tests.conftest import World


@pytest.fixture
def concern(world: World) -> Circle:
    """Opened by nanna and sent to the SSP team."""
    return Circle(pk=open_concern(world)["concern"])


@pytest.fixture
def item(world: World, concern: Circle) -> Circle:
    """The concern as an item in the network at Åskolen."""
    return Circle(pk=open_item_and_case(world)["item"])
