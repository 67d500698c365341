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
from samspil.cases import commands as cases
from samspil.cases.models import Case
from samspil.cases.queries import able_to_lead, open_case
from samspil.cases.rules import levels
from samspil.circles.models import Circle
from samspil.concerns import commands, queries
from samspil.concerns.models import Concern
from samspil.decisions.models import Submission
from samspil.lib import clock
from samspil.lib.working_days import is_working_day
from samspil.meetings.commands import agenda, planning
from samspil.organisation.models import Body

VISIT = timedelta(minutes=5)
MEETING, CASE = "meeting", "case"
AHEAD, HOUR, MINUTES = 2, 10, 90
"""The meeting is on the first working day after so many days."""
FOLLOW_UP = timedelta(days=7)
SAID = ("observation", "interpretation", "child_words", "name", "school_class", "urgency")


def lay(practice_id: int, colleagues: list[int], matters: list[dict[str, Any]]) -> None:
    """One tells of the worries; whoever receives them opens a case of one, and brings one to a body that is called."""
    teller = _teller(practice_id, colleagues)
    if teller is None:
        return
    for matter in matters:
        key = _tell(practice_id, teller, matter)
        if matter["fate"] in {MEETING, CASE}:
            _receive(practice_id, colleagues, key, matter)


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


def _receive(practice_id: int, colleagues: list[int], key: str, matter: Mapping[str, Any]) -> None:
    """The first among those who may, says what becomes of it. A case goes by a body where there is no other way."""
    for person_id in colleagues:
        with _acting(practice_id, person_id) as actor:
            concern = Concern.objects.select_related("circle").filter(key=key).first()
            if concern is None or not may(Can.CONCERN_TRIAGE, concern.circle_id):
                continue
            concern = queries.open_concern(actor, key)
            possible = queries.triage_choices(actor, concern)
            straight = matter["fate"] == CASE and possible.opens_case
            body = next(iter(possible.bodies), None)
            if body is None and not straight:
                return
            opened = commands.triage_concern(
                actor, concern, choice=_choice(matter, None if straight else body)
            ).opened_key
            if straight:
                _agree(actor, Case.objects.get(circle__key=opened))
        if matter["fate"] == CASE and not straight:
            _begin(practice_id, colleagues, opened, matter)
        elif body is not None and not straight:
            _call(practice_id, colleagues, body.pk)
        return


def _choice(matter: Mapping[str, Any], body: Body | None) -> commands.Choice:
    return commands.Choice(
        outcome=MEETING if body else CASE,
        answer=matter["answer"],
        necessity=matter["need"],
        tell=matter["tell"],
        along=("child_words",),
        body=body,
    )


def _begin(practice_id: int, colleagues: list[int], circle_key: str, matter: Mapping[str, Any]) -> None:
    """A case out of a matter of a body, by the first who may open one there."""
    for person_id in colleagues:
        with _acting(practice_id, person_id) as actor:
            submission = Submission.objects.select_related("circle", "body").filter(circle__key=circle_key).first()
            if submission is None or not may(Can.CASE_OPEN, submission.circle_id):
                continue
            level = next((slug for slug, _ in levels(actor.settings)), "")
            basis, along = submission.circle.basis, tuple(one.slot for one in submission.brought)
            opening = cases.Opening(matter["tell"], matter["why"], level, basis, matter["need"], along=along)
            _agree(actor, cases.open_case(actor, submission, opening=opening))
            return


def _agree(actor: Actor, case: Case) -> None:
    """Who holds the threads, and when it is looked at again: as whoever opened it would."""
    case = open_case(actor, case.key)
    lead = min(able_to_lead(case), key=lambda one: (one.person_id != actor.person_id, one.tenure_id), default=None)
    if lead is not None:
        cases.appoint_lead(actor, case, tenure_id=lead.tenure_id)
        cases.set_follow_up(actor, case, due=clock.today() + FOLLOW_UP)


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
