"""The room of cases lies above this one; it says here how a case begins in a circle that was opened for it."""

from collections.abc import Callable

from samspil.authority.actor import Actor
from samspil.circles.models import Circle
from samspil.concerns.models import Concern
from samspil.lib.excerpts import Excerpt

CaseOpener = Callable[[Actor, Concern, Circle, int, tuple[Excerpt, ...]], None]
"""Actor, the concern, the new circle of kind `case`, the act that everything written there carries, what goes along."""

_openers: list[CaseOpener] = []


def register(opener: CaseOpener) -> None:
    """Called once, from the app's `ready()`."""
    _openers[:] = [opener]


def ready() -> bool:
    return bool(_openers)


def begin_case(actor: Actor, concern: Concern, circle: Circle, act_id: int, excerpts: tuple[Excerpt, ...]) -> None:
    _openers[0](actor, concern, circle, act_id, excerpts)
