"""What is done in the offices: the officer looks at the log, and accounts are kept."""

import os
from datetime import timedelta
from functools import partial

import psycopg

from samspil.accounts import commands as accounts
from samspil.accounts import queries as office
from samspil.accounts.rules import Colleague
from samspil.authority.actor import Actor
from samspil.config.season import people
from samspil.config.season.cast import Player
from samspil.config.season.house import House
from samspil.config.season.stories import WORDS
from samspil.desk import commands
from samspil.desk.queries import officer as log
from samspil.lib import clock

WAITING = 3
"""So many of the look-ups drawn in a month still wait for an answer."""


def draw(first_of_month: int) -> None:
    """What the worker does at night, and nobody else may; a season draws the same lots each time."""
    with psycopg.connect(os.environ["DATABASE_WORKER_URL"]) as connection:
        connection.execute("select setseed(%s)", [1 / (1 + first_of_month)])
        connection.execute("select draw_spot_checks()")


def lay(house: House) -> None:
    stage = house.stage
    for officer in house.cast.officers[:1]:
        for back in (60, 35, 6):
            stage.later(stage.now - timedelta(days=back), partial(answer_checks, house, officer))
        stage.later(stage.now - timedelta(days=5), partial(judge, house, officer))
        stage.later(stage.now - timedelta(days=12), partial(look_up, house, officer, "lookup_asked"))
        stage.later(stage.now - timedelta(hours=3), partial(look_up, house, officer, "lookup_rang"))
    for keeper in house.cast.account_keepers[:1]:
        stage.later(stage.now - timedelta(days=1), partial(keep_accounts, house, keeper))


def answer_checks(house: House, officer: Player) -> None:
    with house.stage.acting(officer, "desk.spot_check") as actor:
        waiting = [one for one in log.spot_checks(actor) if one.was_work is None]
        for number, one in enumerate(waiting[WAITING:]):
            answers = WORDS["checked"]
            commands.answer_spot_check(actor, one, was_work=True, text=answers[number % len(answers)])


def judge(house: House, officer: Player) -> None:
    """Of the month before: some counts are explained, one is asked about, the rest wait."""
    month = (clock.today().replace(day=1) - timedelta(days=1)).replace(day=1)
    with house.stage.acting(officer, "desk.judgement") as actor:
        held = log.open_log(actor)
        for one, verdict in zip(log.oddities(actor, month)[::2], ("work", "ask", "work"), strict=False):
            commands.judge(actor, held, one, month=month, verdict=verdict, text=WORDS["judged"][verdict])


def look_up(house: House, officer: Player, why: str) -> None:
    table = house.cast.tables[0]
    with house.stage.acting(officer, "desk.look_up") as actor:
        names = [one.name for one in table.members if one != officer]
        found = log.colleagues(actor, names[len(why) % len(names)]).lines
        if found:
            commands.look_up(actor, log.open_log(actor), found[0], reason=WORDS[why])


def keep_accounts(house: House, keeper: Player) -> None:
    """One has lost the phone and waits for a second administrator; one on leave is locked; a new one is asked in."""
    with house.stage.acting(keeper, "accounts.people") as actor:
        here = office.open_office(actor)
        others = [one for one in _managed(actor, here) if one.has_account]
        accounts.ask_recovery(actor, others[1], reason=WORDS["lost_phone"])
        accounts.lock(actor, others[2])
        for one in _managed(actor, here, uninvited=True)[:1]:
            accounts.invite(actor, one)
    house.stage.empty()


def _managed(actor: Actor, here: office.Office, *, uninvited: bool = False) -> list[Colleague]:
    """Of those whom nobody in the story of the demo is."""
    found, _ = office.colleagues(actor, here, office.Wanted(search=people.MAIL, uninvited=uninvited))
    return [one for one in found if one.ours and not one.me]
