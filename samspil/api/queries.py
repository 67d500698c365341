"""The pages' own queries, put into the API's words. There is no second way to a row."""

from datetime import timedelta

from samspil.api.schemas import CaseAnswer, CaseLine, CasePage, Happening, Me, MeetingLine
from samspil.authority.actor import Actor
from samspil.cases import queries as cases
from samspil.cases import rules
from samspil.circles.queries import pages
from samspil.lib import clock
from samspil.meetings.queries.lists import my_meetings

AHEAD = timedelta(days=120)


def me(actor: Actor) -> Me:
    return Me(
        key=actor.person_key,
        name=actor.name,
        title=actor.title,
        municipality=actor.municipality_slug,
        capabilities=sorted(actor.capabilities),
    )


def case_page(actor: Actor, *, closed: bool, page: int) -> CasePage:
    lines, more = cases.lines(actor, closed=closed, page=page)
    found = [
        CaseLine(key=one.key, name=one.name, age=one.age, school=one.school, lead=one.lead, follow_up=one.due)
        for one in lines
    ]
    return CasePage(cases=found, more=more)


def one_case(actor: Actor, key: str) -> CaseAnswer:
    """Raises Http404 for whoever is not in its circle."""
    case = cases.read_course(actor, key)
    room = pages.band(case.circle)
    months = cases.months(actor, case, cases.course_of(case))
    return CaseAnswer(
        key=case.key,
        name=case.young_person.name,
        problem=case.problem,
        level=rules.level_name(case.municipality.settings, case.level),
        closed_at=case.circle.closed_at,
        room=room.title,
        seen_by=room.people,
        course=[
            Happening(on=row.on, who=row.who, text=row.text, child_words=row.words)
            for month in months
            for row in month.happenings
        ],
    )


def coming_meetings(actor: Actor) -> list[MeetingLine]:
    today = clock.today()
    return [
        MeetingLine(
            key=row.meeting.key,
            title=row.title,
            place=row.meeting.place,
            starts_at=row.meeting.starts_at,
            ends_at=row.meeting.ends_at,
            my_answer=row.meeting.my_answer or "",
        )
        for row in my_meetings(actor, today, today + AHEAD)
    ]
