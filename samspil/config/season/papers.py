"""Papers that lie with a matter: sent along by who was worried, put into a case, and shared in a body's open room."""

from functools import partial
from typing import Any

from samspil.authority.actor import Actor
from samspil.concerns.models import Concern
from samspil.config.season.cast import Player, Table
from samspil.config.season.house import House
from samspil.config.season.stories import WORDS
from samspil.documents.commands import Incoming, attach, attach_to_concern, withdraw, withdraw_from_concern
from samspil.documents.models import ReportedFile
from samspil.documents.queries import open_file, open_room

SOME = 3
"""One of so many concerns has a paper with it."""


def send_along(actor: Actor, concern: Concern) -> None:
    if concern.circle_id % SOME == 0:
        attach_to_concern(actor, concern.circle, incoming=_paper("sent_along"))
        wrong = attach_to_concern(actor, concern.circle, incoming=_paper("wrong_copy"))
        wrong.refresh_from_db()
        withdraw_from_concern(actor, wrong)


def along_with(concern: Concern) -> tuple[str, ...]:
    """What was sent along, and not taken away again, goes on with the matter."""
    there = ReportedFile.objects.filter(circle=concern.circle, withdrawals=None)
    return tuple(there.values_list("key", flat=True))


def put_into_case(house: House, circle_key: str, player: Player) -> None:
    """An agreement on paper; the first copy was the wrong one and is taken away the day after."""
    with house.stage.acting(player, "documents.files") as actor:
        room = open_room(actor, circle_key)
        if room.writes is None or room.circle.closed_at is not None:
            return
        attach(actor, room, _paper("agreed"))
        wrong = attach(actor, room, _paper("wrong_copy"))
    house.after(1, partial(_take_away, house, circle_key, wrong.key, player))


def share_openly(house: House, table: Table, circle_key: str) -> None:
    with house.stage.acting(table.convener, "documents.files") as actor:
        room = open_room(actor, circle_key)
        if room.writes is not None:
            attach(actor, room, _paper("shared_openly"))


def _take_away(house: House, circle_key: str, key: str, player: Player) -> None:
    with house.stage.acting(player, "documents.withdraw") as actor:
        room = open_room(actor, circle_key)
        if room.writes is not None and room.circle.closed_at is None:
            withdraw(actor, room, open_file(room, key), why=WORDS["necessity"])


def _paper(which: str) -> Incoming:
    told: dict[str, Any] = WORDS["papers"][which]
    return Incoming(told["name"], [told["text"].encode()], necessity=WORDS["necessity"])
