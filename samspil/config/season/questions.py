"""Somebody who works with a case asks a colleague of its room; most answer the day after."""

from functools import partial

from samspil.authority.relation import Holder, who_may
from samspil.circles.models import Circle
from samspil.config.season.cast import Player
from samspil.config.season.house import House
from samspil.config.season.stories import WORDS
from samspil.words.commands import answer_word, send_word
from samspil.words.queries import open_room, open_word, those_to_write_to

SILENT = 3
"""One of so many leaves the message for the visitor."""


def ask_around(house: House, circle_key: str, player: Player) -> None:
    """By the room's number, so that the same season is told each time and nothing else changes by it."""
    with house.stage.acting(player, "words.words") as actor:
        circle = Circle.objects.select_related("municipality").filter(key=circle_key, closed_at=None).first()
        others = sorted(those_to_write_to(who_may(circle.pk)), key=_by_tenure) if circle else []
        if circle is None or not others:
            return
        other, said = others[circle.pk % len(others)], WORDS["questions"][circle.pk % len(WORDS["questions"])]
        asks = bool(said["answer"])
        word = send_word(actor, circle, text=said["text"], to=[other.tenure_id], wants_answer=asks)
    colleague = house.player(other.person_id)
    if colleague is not None and circle.pk % SILENT:
        house.after(1, partial(_answer, house, circle_key, word.key, colleague, said["answer"]))


def _answer(house: House, circle_key: str, key: str, player: Player, text: str) -> None:
    with house.stage.acting(player, "words.word") as actor:
        if Circle.objects.filter(key=circle_key, closed_at=None).exists():  # whoever has stepped out is not there
            answer_word(actor, open_word(open_room(actor, circle_key), key), text=text)


def _by_tenure(holder: Holder) -> int:
    return holder.tenure_id
