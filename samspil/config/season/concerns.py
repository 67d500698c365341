"""Somebody is worried; somebody receives it and says what is to happen."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import may
from samspil.cases.models import Case
from samspil.concerns import commands, queries
from samspil.concerns.models import Concern
from samspil.concerns.rules import ACKNOWLEDGED, ADVICE, CASE, GROUNDLESS, MEETING, NOT_NEEDED, NOTIFY
from samspil.config.season.cases import follow_case
from samspil.config.season.cast import Player, Reporter
from samspil.config.season.house import House
from samspil.config.season.papers import along_with, send_along
from samspil.config.season.stage import at, working_day
from samspil.config.season.stories import WORDS, Matter
from samspil.decisions.models import Submission
from samspil.lib import clock
from samspil.organisation.models import Body

DRAFT, SPARRING, WAITS, TOLD = "draft", "sparring", "waits", "told"
"""Beside the outcomes: not sent; asked without a name; still in the queue; taken to a body and answered twice."""
WAY = (MEETING, ADVICE, MEETING, NOTIFY, MEETING, GROUNDLESS, MEETING, SPARRING, MEETING, CASE)
"""What becomes of concerns, one after the other."""
OPENS, SHUTS = 8, 16


@dataclass(frozen=True)
class Worry:
    """One concern on its way: who is worried, who receives, and what is to become of it.

    `again`: of a child that somebody else was worried about before.
    """

    reporter: Reporter
    receiver: Player
    matter: Matter
    fate: str
    again: bool = False


def raise_concern(house: House, worry: Worry) -> None:
    """Write it and send it; a draft stays with the one who writes."""
    with house.stage.acting(worry.reporter.player, "concerns.begin") as actor:
        rooms = queries.workplaces(actor)
        room = next(one for one in rooms if one.unit_id == worry.reporter.unit_id)
        facts = _facts(house, actor, worry)
        concern = commands.start_concern(actor, room, facts=facts, purpose=queries.purpose_of(actor, "concern"))
        if worry.fate == DRAFT:
            return
        send_along(actor, concern)
        draft = queries.open_draft(actor, concern.key)
        told = "" if worry.fate == SPARRING else "doubt" if worry.fate == NOTIFY else "no"
        commands.send_concern(actor, draft, notified=told, reachable="")
    if worry.fate != WAITS:
        house.stage.later(_when_read(house), lambda: look_at(house, worry, concern.key))


def _facts(house: House, actor: Actor, worry: Worry) -> commands.DraftFacts:
    matter, story, luck = worry.matter, worry.matter.story, house.teller
    kinds = [slug for slug in story["kinds"] if slug in house.cast.kinds]
    day = house.today() - luck.days(0, 3)
    seen: dict[str, Any] = {"observation": matter.says("seen"), "interpretation": matter.says("think")}
    if worry.fate == SPARRING:
        about = "En elev i " + matter.child.school_class
        unnamed: dict[str, Any] = {
            "observation": matter.says("seen").replace(matter.child.name.split(" ")[0], "Eleven")
        }
        return commands.DraftFacts(kinds=kinds, urgency="wait", asks_only_for_sparring=True, about=about, **unnamed)
    schools = {one.pk: one for one in queries.schools_with_bodies(actor)}
    return commands.DraftFacts(
        kinds=kinds,
        urgency=story["urgency"],
        name=matter.child.name,
        school_class=matter.child.school_class,
        birth_date=matter.child.born,
        school=schools.get(worry.reporter.unit_id),
        happened_on=day,
        place=luck.one("places"),
        told=["child", "leader"] if luck.chance(0.5) else ["child", "parents"],
        child_words=matter.says("said"),
        **seen,
    )


def _when_read(house: House) -> datetime:
    """The next morning or afternoon that somebody works."""
    moment = house.now() + timedelta(hours=house.teller.luck.randint(2, 5))
    local = clock.in_copenhagen(moment)
    if OPENS <= local.hour < SHUTS and working_day(local.date()) == local.date():
        return moment
    day = working_day(local.date() + timedelta(days=1 if local.hour >= OPENS else 0))
    return at(day, 9, house.teller.luck.randint(0, 55))


def look_at(house: House, worry: Worry, key: str) -> None:
    with house.stage.acting(worry.receiver, "concerns.triage") as actor:
        concern = queries.open_concern(actor, key)
        possible = queries.triage_choices(actor, concern)
        body = _body(house, possible)
        fate = _fate(worry, possible, body)
        _settle_notice(actor, concern, fate)
        if worry.again:
            _compare(actor, key)
        triage = commands.triage_concern(
            actor, queries.open_concern(actor, key), choice=_choice(house, worry, fate, body, along_with(concern))
        )
        if fate == MEETING:
            _keep_number(actor, concern, worry.matter)
            house.matters[Submission.objects.get(circle__key=triage.opened_key).key] = worry.matter
        if fate == CASE:
            follow_case(house, actor, Case.objects.get(circle__key=triage.opened_key), worry.matter, worry.receiver)
    _afterwards(house, worry, key, fate)


def _body(house: House, possible: queries.Possible) -> Body | None:
    """The first that may be chosen, among those that meet."""
    meeting = {table.body_id for table in house.cast.tables if table.closed}
    return next((one for one in possible.bodies if one.pk in meeting), None)


def _fate(worry: Worry, possible: queries.Possible, body: Body | None) -> str:
    """Some municipalities begin a case at a meeting only, and some workplaces belong to no body that meets."""
    wanted = MEETING if worry.fate == TOLD or (worry.fate == CASE and not possible.opens_case) else worry.fate
    return ADVICE if wanted == MEETING and body is None else wanted


def _settle_notice(actor: Actor, concern: Concern, fate: str) -> None:
    if concern.notice_in_doubt and fate != NOTIFY:
        commands.settle_notice(actor, concern, outcome=NOT_NEEDED, reason=WORDS["not_needed"])


def _keep_number(actor: Actor, concern: Concern, matter: Matter) -> None:
    if may(Can.IDENTITY_WRITE, concern.circle_id):
        commands.name_by_cpr(actor, concern, cpr=matter.child.cpr)


def _compare(actor: Actor, key: str) -> None:
    """Another concern about one of that name: the same child, says the one who knows."""
    for other in queries.open_waiting(actor, key).alike:
        commands.judge_likeness(actor, queries.open_concern(actor, key), other_key=other.key, same=True)


def _choice(house: House, worry: Worry, fate: str, body: Body | None, files: tuple[str, ...]) -> commands.Choice:
    matter = worry.matter
    if fate in {ADVICE, SPARRING}:
        return commands.Choice(outcome=ADVICE, answer=matter.says("advice"))
    if fate == GROUNDLESS:
        return commands.Choice(outcome=GROUNDLESS, reason=WORDS["nothing_in_it"])
    if fate == NOTIFY:
        return commands.Choice(outcome=NOTIFY, reason=WORDS["notified"], receiver=WORDS["notified_to"])
    return commands.Choice(
        outcome=fate,
        answer=house.teller.one("answer"),
        necessity=matter.says("need"),
        tell=matter.says("tell"),
        along=("child_words",),
        files=files,
        body=body if fate == MEETING else None,
    )


def _afterwards(house: House, worry: Worry, key: str, fate: str) -> None:
    """A receipt for a notification, and a further answer to the one who was worried."""
    teller = house.teller
    if fate == NOTIFY:
        house.stage.later(house.now() + teller.days(2, 4), lambda: _acknowledge(house, worry, key))
    if fate == MEETING and (teller.chance(0.6) or worry.fate == TOLD):
        words = teller.one("later")
        house.stage.later(house.now() + teller.days(15, 30), lambda: _answer(house, worry, key, words))


def _acknowledge(house: House, worry: Worry, key: str) -> None:
    with house.stage.acting(worry.receiver, "concerns.notice") as actor:
        commands.settle_notice(actor, queries.open_concern(actor, key), outcome=ACKNOWLEDGED)


def _answer(house: House, worry: Worry, key: str, words: str) -> None:
    with house.stage.acting(worry.receiver, "concerns.answer") as actor:
        commands.answer_reporter(actor, queries.open_concern(actor, key), text=words)
