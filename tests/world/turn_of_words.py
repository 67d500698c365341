"""Messages: in the concern, in the closed item with its answer, and in the case, where one waits."""

from typing import Any

from tests.world.turn import Acting, Turn


def write(turn: Turn, acting: Acting) -> None:
    from samspil.words.commands import answer_word
    from samspil.words.queries import open_room, open_word

    with acting("anna") as anna:
        _send(turn, anna, "concern", "olga")
    with acting("bo") as bo:
        _send(turn, bo, "item", "dorthe")
    with acting("dorthe") as dorthe:
        room = open_room(dorthe, _room(turn, "item"))
        answer_word(dorthe, open_word(room, turn.keys["word_item"]), text=turn.word("item", "note"))
    with acting("mette") as mette:
        _send(turn, mette, "case", "anna")


def _send(turn: Turn, actor: Any, circle: str, to: str) -> None:
    from samspil.authority.relation import who_may
    from samspil.circles.models import Circle
    from samspil.words.commands import send_word
    from samspil.words.queries import those_to_write_to

    there = {one.person_id: one.tenure_id for one in those_to_write_to(who_may(turn.circles[circle]))}
    room = Circle.objects.select_related("municipality").get(pk=turn.circles[circle])
    word = send_word(actor, room, text=turn.word(circle, "note"), to=[there[turn.people[to]]], wants_answer=True)
    turn.keys[f"word_{circle}"] = word.key


def _room(turn: Turn, circle: str) -> str:
    from samspil.circles.models import Circle

    return str(Circle.objects.values_list("key", flat=True).get(pk=turn.circles[circle]))
