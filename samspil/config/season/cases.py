"""A case from its first day: who holds the threads, what is written, the follow-ups, and for some the end."""

from datetime import timedelta
from functools import partial
from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, may
from samspil.cases import commands, queries
from samspil.cases.models import Case, CaseNote
from samspil.cases.rules import closing_reasons, levels
from samspil.circles.commands import store_identity
from samspil.config.season.cast import Player
from samspil.config.season.house import House
from samspil.config.season.questions import ask_around
from samspil.config.season.stories import WORDS, Matter
from samspil.decisions.models import Submission

ROUNDS = 2
"""So many follow-ups before a case may end."""


def open_from_item(house: House, actor: Actor, submission: Submission, matter: Matter, player: Player) -> None:
    opening = commands.Opening(
        matter.says("problem"),
        matter.says("why"),
        next((slug for slug, _ in levels(actor.settings)), ""),
        submission.circle.basis,
        matter.says("need"),
        along=tuple(one.slot for one in submission.brought),
    )
    follow_case(house, actor, commands.open_case(actor, submission, opening=opening), matter, player)


def follow_case(house: House, actor: Actor, case: Case, matter: Matter, player: Player) -> None:
    """Choose who holds the threads and agree on a day, as whoever opened it; the rest comes by and by."""
    if may(Can.IDENTITY_WRITE, case.circle_id):
        store_identity(actor, case.young_person, cpr=matter.child.cpr)
    lead = _lead(house, queries.able_to_lead(case), player)
    commands.appoint_lead(actor, case, tenure_id=lead.tenure_id)
    days = house.teller.days(14, 28)
    commands.set_follow_up(actor, case, due=house.today() + days)
    writer = house.player(lead.person_id) if Can.NOTE_WRITE in lead.capabilities else player
    for day, text in zip((5, 12), matter.all("entries"), strict=False):
        house.after(day, partial(_note, house, case.key, writer or player, CaseNote.ENTRY, text))
    house.after(9, lambda: _note(house, case.key, writer or player, CaseNote.CHILD_WORDS, matter.says("voice")))
    house.after(7, partial(ask_around, house, case.circle.key, writer or player))
    house.after(days.days, lambda: _follow_up(house, case.key, matter, player, 1))


def _lead(house: House, holders: list[Holder], player: Player) -> Holder:
    """Every other time somebody else than the one who opened it."""
    line = sorted(holders, key=lambda one: one.tenure_id)
    others = [one for one in line if one.person_id != player.person_id and Can.NOTE_WRITE in one.capabilities]
    mine = [one for one in line if one.person_id == player.person_id]
    return house.teller.luck.choice(others) if others and house.teller.chance(0.6) else (mine or line)[0]


def _note(house: House, key: str, player: Player, slot: str, text: str) -> None:
    with house.stage.acting(player, "cases.note") as actor:
        case = queries.open_case(actor, key)
        if queries.is_closed(case):
            return
        listener = player.name if slot == CaseNote.CHILD_WORDS else ""
        facts: dict[str, Any] = {"slot": slot, "text": text, "happened_on": house.today(), "listener": listener}
        commands.add_note(actor, case, necessity=WORDS["necessity"], **facts)


def _follow_up(house: House, key: str, matter: Matter, player: Player, number: int) -> None:
    """Held on its day, or left waiting; after some of them the case ends where nothing is in the way."""
    if house.teller.chance(0.12):
        return
    with house.stage.acting(player, "cases.follow_up_held") as actor:
        case = queries.open_case(actor, key)
        commands.hold_follow_up(actor, case, words=matter.says("followed"))
        if number >= ROUNDS and house.teller.chance(0.6) and queries.what_bars_closing(case) is None:
            commands.close_case(actor, case, reason=closing_reasons(actor.settings)[0][0], words=matter.says("ended"))
            return
        days = house.teller.days(18, 32)
        commands.set_follow_up(actor, case, due=house.today() + days)
    house.stage.later(
        house.now() + timedelta(days=days.days), lambda: _follow_up(house, key, matter, player, number + 1)
    )
