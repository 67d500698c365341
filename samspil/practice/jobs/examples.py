"""The examples of a practice room, laid by the real commands as its invented colleagues, as they would themselves."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from typing import Any

from samspil.authority.actor import Actor, acting_as
from samspil.authority.capability import Can
from samspil.authority.relation import may
from samspil.authority.visits import close_visit, open_visit
from samspil.circles.models import Circle
from samspil.concerns import commands, queries
from samspil.concerns.models import Concern
from samspil.lib import clock
from samspil.lib.working_days import is_working_day
from samspil.meetings.commands import agenda, planning

VISIT = timedelta(minutes=5)
MEETING = "meeting"
AHEAD, HOUR, MINUTES = 2, 10, 90
"""The meeting is on the first working day after so many days."""
SAID = ("observation", "interpretation", "child_words", "name", "school_class", "urgency")


def lay(practice_id: int, colleagues: list[int], matters: list[dict[str, Any]]) -> None:
    """One tells of the worries; whoever receives them brings one to a body, and whoever calls that body does."""
    teller = _teller(practice_id, colleagues)
    if teller is None:
        return
    for matter in matters:
        key = _tell(practice_id, teller, matter)
        if matter["fate"] == MEETING:
            body = _receive(practice_id, colleagues, key, matter)
            if body is not None:
                _call(practice_id, colleagues, body)


@contextmanager
def _acting(practice_id: int, person_id: int) -> Iterator[Actor]:
    ticket = secrets.token_hex(32)
    open_visit(ticket, person_id, practice_id, clock.now() + VISIT, on_behalf=True)
    try:
        with acting_as(ticket, "practice.laying") as actor:
            yield actor
    finally:
        close_visit(ticket)


def _teller(practice_id: int, colleagues: list[int]) -> int | None:
    """Whoever can be worried at a workplace and has least else to do; rather where a body takes up the young people."""
    found = []
    for person_id in colleagues:
        with _acting(practice_id, person_id) as actor:
            rooms = queries.workplaces(actor)
            schools = {one.pk for one in queries.schools_with_bodies(actor)}
            if rooms and not actor.holds(Can.CONCERN_TRIAGE):
                found.append((rooms[0].unit_id not in schools, len(actor.capabilities), person_id))
    return min(found)[2] if found else None


def _tell(practice_id: int, teller: int, matter: Mapping[str, Any]) -> str:
    with _acting(practice_id, teller) as actor:
        room = queries.workplaces(actor)[0]
        facts = _facts(actor, room, matter)
        concern = commands.start_concern(actor, room, facts=facts, purpose=queries.purpose_of(actor, "concern"))
        commands.send_concern(actor, queries.open_draft(actor, concern.key), notified="no", reachable="")
        return str(concern.key)


def _facts(actor: Actor, room: Any, matter: Mapping[str, Any]) -> commands.DraftFacts:
    schools = {one.pk: one for one in queries.schools_with_bodies(actor)}
    told = {name: matter[name] for name in SAID}
    return commands.DraftFacts(
        kinds=list(queries.kinds_of(actor))[:1],
        school=schools.get(room.unit_id),
        happened_on=clock.today(),
        told=["child", "parents"],
        **told,
    )


def _receive(practice_id: int, colleagues: list[int], key: str, matter: Mapping[str, Any]) -> int | None:
    """The first among those who may, brings it to the first body that may have it."""
    for person_id in colleagues:
        with _acting(practice_id, person_id) as actor:
            concern = Concern.objects.select_related("circle").filter(key=key).first()
            if concern is None or not may(Can.CONCERN_TRIAGE, concern.circle_id):
                continue
            concern = queries.open_concern(actor, key)
            body = next(iter(queries.triage_choices(actor, concern).bodies), None)
            if body is None:
                return None
            choice = commands.Choice(
                outcome=MEETING,
                answer=matter["answer"],
                necessity=matter["need"],
                tell=matter["tell"],
                along=("child_words",),
                body=body,
            )
            commands.triage_concern(actor, concern, choice=choice)
            return int(body.pk)
    return None


def _call(practice_id: int, colleagues: list[int], body_id: int) -> None:
    for person_id in colleagues:
        with _acting(practice_id, person_id) as actor:
            room = Circle.objects.filter(kind="body_open", body_id=body_id).first()
            if room is None or not may(Can.MEETING_CONVENE, room.pk):
                continue
            start = _start()
            end = start + timedelta(minutes=MINUTES)
            meeting = planning.plan_meeting(actor, room, starts_at=start, ends_at=end, place="Mødelokale 1")
            agenda.build_agenda(actor, meeting)
            planning.convene(actor, meeting)
            return


def _start() -> datetime:
    day = clock.today() + timedelta(days=AHEAD)
    while not is_working_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(HOUR), clock.COPENHAGEN)
