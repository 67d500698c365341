"""The only writers of messages. Nothing is changed afterwards, but that a receiver is done with one."""

from collections.abc import Iterable
from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.authority.relation import who_may
from samspil.circles.commands import disclose
from samspil.circles.models import Circle
from samspil.lib import clock
from samspil.organisation.queries import why_shared
from samspil.post.commands import queue_mails
from samspil.words import rules
from samspil.words.models import Receiver, Reply, Word
from samspil.words.queries import those_to_write_to

MAIL = "words.waiting"


@command(Can.NOTE_WRITE)
def send_word(actor: Actor, circle: Circle, *, text: str, to: Iterable[int], wants_answer: bool = False) -> Word:
    """To the seats `to`, of those who read the circle's notes at this moment and can answer there."""
    there = {one.tenure_id: one.person_id for one in those_to_write_to(who_may(circle.pk))}
    chosen = list(dict.fromkeys(to))
    closed = circle.closed_at is not None
    _refuse(rules.why_not_send(closed=closed, text=text, chosen=chosen, there=there))
    act = _act(actor, circle)
    word = Word.objects.create(circle=circle, act_id=act, text=text, wants_answer=wants_answer)
    for tenure in chosen:
        Receiver.objects.create(
            circle=circle, act_id=act, word=word, word_key=word.key, wants_answer=wants_answer, tenure_id=tenure
        )
    _tell(circle, word, [there[tenure] for tenure in chosen])
    return word


@command(Can.NOTE_WRITE)
def answer_word(actor: Actor, word: Word, *, text: str = "") -> Reply:
    """Once, by the one it was sent to; without words it was seen, or what it asked for is done."""
    circle = word.circle
    rows = Receiver.objects.select_for_update(of=("self",)).filter(circle=circle, word=word)
    mine = list(rows.filter(tenure__person_id=actor.person_id).order_by("done_at", "pk"))
    waiting = [one for one in mine if one.done_at is None]
    closed = circle.closed_at is not None
    _refuse(rules.why_not_answer(mine=bool(mine), done=not waiting, closed=closed, text=text))
    receiver = waiting[0]
    receiver.done_at = clock.now()
    receiver.save(update_fields=["done_at"])
    reply = Reply.objects.create(circle=circle, act_id=_act(actor, circle), receiver=receiver, text=text.strip())
    if word.wants_answer and word.written_by is not None:
        _tell(circle, word, [word.written_by.person_id], about=f":{receiver.pk}")
    return reply


def _act(actor: Actor, circle: Circle) -> int | None:
    return disclose(actor, circle, basis=circle.basis, necessity=why_shared(circle.municipality.settings, "word"))


def _tell(circle: Circle, word: Any, people: Iterable[int], about: str = "") -> None:
    queue_mails(
        MAIL,
        dict.fromkeys(people, f"{word.pk}{about}"),
        municipality_id=circle.municipality_id,
        payload={"word": word.pk},
    )


def _refuse(sentence: str | None) -> None:
    if sentence:
        raise Refusal(sentence)
