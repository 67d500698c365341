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
from samspil.config.season.looking import look_around
from samspil.config.season.papers import put_into_case
from samspil.config.season.questions import ask_around
from samspil.config.season.stories import WORDS, Matter
from samspil.decisions.models import Submission

ROUNDS = 2
"""So many follow-ups before a case may end."""
LOCKED, CLOSED, REOPENED = "locked", "closed", "reopened"
LIVES = {LOCKED: 42, CLOSED: 48, REOPENED: 45}
"""Some cases are known to end, so many days after they began: long ago, lately, and too early."""
QUIET = 9
"""Days until a case that ended too early is taken up again."""


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
        house.after(day, partial(_note, house, case.key, writer or player, CaseNote.ENTRY, text, mends=day > QUIET))
    house.after(2, partial(put_into_case, house, case.circle.key, writer or player))
    house.after(3, partial(look_around, house, case.key, player))
    house.after(9, lambda: _note(house, case.key, writer or player, CaseNote.CHILD_WORDS, matter.says("voice")))
    house.after(7, partial(ask_around, house, case.circle.key, writer or player))
    house.after(days.days, lambda: _follow_up(house, case.key, matter, player, 1))
    life = house.lives.get(matter.child.cpr, "")
    if life:
        house.after(LIVES[life], partial(_end, house, case.key, matter, player, life))


def _lead(house: House, holders: list[Holder], player: Player) -> Holder:
    """Every other time somebody else than the one who opened it."""
    line = sorted(holders, key=lambda one: one.tenure_id)
    others = [one for one in line if one.person_id != player.person_id and Can.NOTE_WRITE in one.capabilities]
    mine = [one for one in line if one.person_id == player.person_id]
    return house.teller.luck.choice(others) if others and house.teller.chance(0.6) else (mine or line)[0]


def _note(house: House, key: str, player: Player, slot: str, text: str, *, mends: bool = False) -> None:
    if key in house.ended:
        return
    with house.stage.acting(player, "cases.note") as actor:
        case = queries.open_case(actor, key)
        listener = player.name if slot == CaseNote.CHILD_WORDS else ""
        facts: dict[str, Any] = {"slot": slot, "text": text, "happened_on": house.today(), "listener": listener}
        note = commands.add_note(actor, case, necessity=WORDS["necessity"], **facts)
    if mends:
        house.after(1, partial(_mend, house, key, player, note.thread))


def _mend(house: House, key: str, player: Player, thread: str) -> None:
    """Whoever wrote a note remembers the day better the day after."""
    if key not in house.ended:
        with house.stage.acting(player, "cases.correction") as actor:
            note = queries.open_own_note(actor, queries.open_case(actor, key), thread, 1)
            commands.correct_note(actor, note, text=WORDS["corrected"].format(text=note.text))


def _follow_up(house: House, key: str, matter: Matter, player: Player, number: int) -> None:
    """Held on its day, or left waiting; after some of them the case ends where nothing is in the way."""
    known = bool(house.lives.get(matter.child.cpr))
    if key in house.ended or (house.teller.chance(0.12) and not known):
        return
    with house.stage.acting(player, "cases.follow_up_held") as actor:
        case = queries.open_case(actor, key)
        commands.hold_follow_up(actor, case, words=matter.says("followed"))
        if not known and number >= ROUNDS and house.teller.chance(0.6) and queries.what_bars_closing(case) is None:
            _close(house, actor, case, matter)
            return
        days = house.teller.days(18, 32)
        commands.set_follow_up(actor, case, due=house.today() + days)
    house.stage.later(
        house.now() + timedelta(days=days.days), lambda: _follow_up(house, key, matter, player, number + 1)
    )


def _end(house: House, key: str, matter: Matter, player: Player, life: str) -> None:
    if key in house.ended:
        return
    with house.stage.acting(player, "cases.closure") as actor:
        case = queries.open_case(actor, key)
        if queries.what_bars_closing(case) is not None:
            return
        if queries.waiting_follow_up(case) is not None:
            commands.hold_follow_up(actor, case, words=matter.says("followed"))
        _close(house, actor, case, matter)
    if life == REOPENED:
        house.after(QUIET, partial(_reopen, house, key, player))


def _close(house: House, actor: Actor, case: Case, matter: Matter) -> None:
    commands.close_case(actor, case, reason=closing_reasons(actor.settings)[0][0], words=matter.says("ended"))
    house.ended.add(case.key)


def _reopen(house: House, key: str, player: Player) -> None:
    with house.stage.acting(player, "cases.reopening") as actor:
        case = queries.open_case(actor, key)
        commands.reopen_case(actor, case, words=WORDS["reopened"])
        house.ended.discard(key)
        commands.set_follow_up(actor, queries.open_case(actor, key), due=house.today() + timedelta(days=LIVES[LOCKED]))
