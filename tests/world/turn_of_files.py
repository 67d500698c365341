"""Files: beside a draft, what the team puts beside the concern, in the case, at a closed and at an open item."""

from typing import Any

from tests.world.turn import Acting, Turn


def lay(turn: Turn, acting: Acting) -> None:
    with acting("nanna") as nanna:
        _put(turn, nanna, "draft", "concern")
    with acting("anna") as anna:
        for circle in ("concern", "item"):
            _put(turn, anna, circle, "file")
        _put(turn, anna, "open_netvaerk-aaskolen", "open", about=turn.keys["open_item"])
    with acting("mette") as mette:
        _put(turn, mette, "case", "file")


def _put(turn: Turn, actor: Any, circle: str, kind: str, about: str = "") -> None:
    """A word in its name, one in what it holds, and one in why the others get it, where there are others."""
    from samspil.circles.models import Circle
    from samspil.documents.commands import Incoming, attach
    from samspil.documents.queries import open_room

    room = open_room(actor, Circle.objects.get(pk=turn.circles[circle]).key)
    name, held = turn.word(circle, kind), turn.word(circle, kind)
    why = turn.word(circle, "disclosure")
    file = attach(actor, room, Incoming(f"{name}.txt", [held.encode()], about, why))
    turn.keys[f"file_{circle}"] = file.key
