"""What stands at the top of every page of a case, and the one next sensible step."""

from dataclasses import dataclass

from samspil.authority.capability import Can
from samspil.cases import rules
from samspil.cases.models import Case, FollowUp, LeadPerson
from samspil.cases.queries.course import Course
from samspil.cases.queries.doors import is_closed, leads, waiting_follow_up
from samspil.cases.queries.people import age_of, school_of
from samspil.circles.queries import pages
from samspil.decisions.models import Submission
from samspil.lib import clock, danish_dates
from samspil.ui.parts import Band, Fact
from samspil.ui.shell import Entry


@dataclass(frozen=True)
class Head:
    title: str
    facts: tuple[Fact, ...]
    tabs: tuple[Entry, ...]
    band: Band
    can: frozenset[str]
    closed: bool
    leads: bool = False

    @property
    def may_follow_up(self) -> bool:
        """The lead person, and whoever may end the case."""
        return Can.CASE_WRITE in self.can and (self.leads or self.may_close) and not self.closed

    @property
    def may_appoint(self) -> bool:
        return self.may_close and not self.closed

    @property
    def may_note(self) -> bool:
        return Can.NOTE_WRITE in self.can and not self.closed

    @property
    def may_close(self) -> bool:
        return Can.CASE_CLOSE in self.can

    @property
    def may_bring(self) -> bool:
        return Can.ITEM_OPEN in self.can and not self.closed

    @property
    def keeps(self) -> bool:
        """May see who has seen the room."""
        return Can.CIRCLE_KEEP in self.can


@dataclass(frozen=True)
class NextStep:
    words: str
    href: str = ""
    button: str = ""


TABS = (("forloeb", "Forløb", ""), ("stemme", "Barnets stemme", "stemme/"), ("delt", "Delt", "delt/"))


def head_of(case: Case, lead: LeadPerson | None, follow_up: FollowUp | None, current: str) -> Head:
    """One query: who can see, by which the actor's own capabilities are known too."""
    room = pages.band(case.circle)
    mine = [holder for holder in room.holders if holder.mine]
    young = case.young_person
    return Head(
        title=", ".join(part for part in (young.name, age_of(young)) if part),
        facts=_facts(case, lead, follow_up),
        tabs=tuple(Entry(label, f"/sager/{case.key}/{path}", current == name) for name, label, path in TABS),
        band=_band(room),
        can=frozenset(can for holder in mine for can in holder.capabilities),
        closed=is_closed(case),
        leads=case.lead is not None and any(holder.person_id == case.lead.person_id for holder in mine),
    )


def _band(room: pages.SeenBy) -> Band:
    mine = next((holder for holder in room.holders if holder.mine), None)
    why, _, place = mine.because.partition(" i ") if mine else ("", "", "")
    return Band(room.title, room.people, room.href, f"du er {why}", f"i {place}")


def _facts(case: Case, lead: LeadPerson | None, follow_up: FollowUp | None) -> tuple[Fact, ...]:
    due = (
        Fact("Næste opfølgning", follow_up.due, danish_dates.days_away(follow_up.due, clock.today()))
        if follow_up
        else Fact("Næste opfølgning", "Ikke aftalt")
    )
    level = rules.level_name(case.municipality.settings, case.level)
    facts = (
        Fact("Skole", school_of(case.young_person)),
        Fact("Tovholder", lead.tenure.person.name if lead else "Ikke valgt"),
        Fact("Niveau", level),
        due,
    )
    return tuple(fact for fact in facts if fact.value)


def next_step(case: Case, head: Head, course: Course) -> NextStep | None:
    """The first of these that is not so: open, a lead, a follow-up held in time, the child heard."""
    here = f"/sager/{case.key}/"
    if head.closed:
        return NextStep("Sagen er lukket.", *((f"{here}genaabning/", "Åbn sagen igen") if head.may_close else ()))
    lead = NextStep("Vælg, hvem der er tovholder.", f"{here}tovholder/", "Vælg tovholder")
    day = NextStep("Aftal, hvornår I følger op.", f"{here}opfoelgning/", "Aftal en dag")
    if course.lead is None:
        return lead if head.may_appoint else None
    if course.follow_up is None:
        return day if head.may_follow_up else None
    return _step_of_work(here, head, course)


def _step_of_work(here: str, head: Head, course: Course) -> NextStep | None:
    today = clock.today()
    follow_up = course.follow_up
    if follow_up and follow_up.due <= today and head.may_follow_up:
        words = danish_dates.ended(f"Opfølgningen skulle være holdt {danish_dates.near_day(follow_up.due, today)}")
        return NextStep(words, f"{here}opfoelgning/holdt/", "Skriv, hvordan det gik")
    if course.running:
        first = course.running[0]
        words = (
            f"{first.tenure.person.name}: {first.what.rstrip('.')}, senest {danish_dates.near_day(first.due, today)}"
        )
        return NextStep(words, *((f"{here}note/", "Skriv, hvordan det gik") if head.may_note else ()))
    if not course.child_words and head.may_note:
        return NextStep("Vi mangler barnets egne ord.", f"{here}stemme/", "Skriv dem ned")
    return NextStep(f"Følg op {_days(follow_up)}", f"{here}note/", "Skriv en note") if head.may_note else None


def _days(follow_up: FollowUp | None) -> str:
    return danish_dates.near_day(follow_up.due, clock.today()) if follow_up else ""


def band_of(thing: Case | Submission) -> Band:
    """The lintel of the room that this lies in."""
    return _band(pages.band(thing.circle))


def in_force(case: Case) -> tuple[LeadPerson | None, FollowUp | None]:
    """Who holds the threads, and the follow-up that waits."""
    return next(iter(leads(case)), None), waiting_follow_up(case)


@dataclass(frozen=True)
class Promised:
    what: str
    words: str
    late: bool


def promises(course: Course) -> list[Promised]:
    """What runs now, for the glance beside the course."""
    today = clock.today()
    return [
        Promised(row.what, f"{row.tenure.person.name}, {danish_dates.near_day(row.due, today)}", row.due < today)
        for row in course.running
    ]
