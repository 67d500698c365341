"""Min SSP, for the busy and for the new: at most twelve questions to the database, whatever there is to tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.concerns.models import Answer, Concern, Sending
from samspil.desk import rules
from samspil.desk.models import FirstStep
from samspil.desk.queries.nothing import Nothing, nothing_waits
from samspil.desk.queries.promised import Promise, promises_from, running
from samspil.desk.queries.rooms import Room, rooms_of
from samspil.desk.queries.unplanned import seats_held, unplanned_of
from samspil.desk.queries.waiting import (
    Waiting,
    follow_ups_of,
    kind_names,
    named,
    waiting_access,
    waiting_checks,
    waiting_of,
    waiting_words,
)
from samspil.lib import clock, danish_dates
from samspil.meetings.queries.attended import attended
from samspil.meetings.queries.lists import LOOK_BACK, MeetingRow, my_meetings
from samspil.words.queries import MyWord, words_of

BUSY = (Can.CASE_READ, Can.CONCERN_TRIAGE, Can.MEETING_CONVENE, Can.NOTE_WRITE, Can.OPEN_WRITE)
AHEAD = timedelta(days=120)
PROMISING = (Can.OPEN_WRITE, Can.COMMITMENT_WRITE)
NEXT = 4
IN_FULL = 40
"""So many of the most pressing follow-ups and promises are told with their place; of the rest only the number is."""
LATER = 5
"""So many of the follow-ups that lie further ahead are told."""


@dataclass(frozen=True)
class Followed:
    """A concern or a case of one's own: where it came from, and how it stands, without a name."""

    href: str
    words: str
    state: str


@dataclass(frozen=True)
class Section:
    """What waits in one municipality; `name` is empty for the one in hand where there is no other."""

    name: str
    lines: tuple[Waiting, ...]


@dataclass(frozen=True)
class NextMeeting:
    row: MeetingRow
    when: str
    bring: str
    first: bool

    @property
    def told(self) -> str:
        """Place, and how many come."""
        meeting = self.row.meeting
        coming = f"{meeting.coming} kommer" if meeting.coming else ""
        if meeting.convened_at and not meeting.answered:
            coming = "Ingen har svaret endnu"
        return ". ".join(part for part in (meeting.place, coming) if part)


@dataclass(frozen=True)
class Home:
    greeting: str
    title: str
    groups: tuple[Section, ...]
    hidden: int
    meetings: tuple[NextMeeting, ...]
    promises: tuple[Promise, ...]
    more_promises: int
    followed: tuple[Followed, ...]
    nothing: Nothing
    promising: bool
    meeting: bool
    duties: tuple[str, ...]
    attended: str = ""
    watches: bool = False
    """The log is this person's: its patterns and random checks are a press away."""


def is_new(actor: Actor) -> bool:
    """Somebody who may be worried, and has no more to do here than that."""
    return actor.holds(Can.CONCERN_RAISE) and not actor.holds(*BUSY)


def home_of(actor: Actor, *, everything: bool = False) -> Home:
    today = clock.today()
    promised, ahead, words = running(actor), follow_ups_of(actor), words_of(actor)
    follow_ups = [row for row in ahead if row["due"] <= today + rules.PREPARE]
    later = ahead[len(follow_ups) :][:LATER]
    near = len(promised) + len(follow_ups) if everything else IN_FULL
    told = (row["circle_id"] for row in (*promised[:near], *follow_ups[:near], *later))
    rooms = rooms_of((*told, *(one.circle_id for one in words)))
    promises = promises_from(promised[:near], rooms)
    meetings = my_meetings(actor, today - LOOK_BACK, today + AHEAD)
    asked = waiting_words(words, rooms)
    checks = waiting_checks(actor) if actor.holds(Can.LOG_READ) else []
    seats = seats_held(actor)
    beside = [*asked, *checks, *waiting_access(actor, seats), *unplanned_of(actor, seats)]
    lines = sorted([*waiting_of(actor, promises, meetings, follow_ups[:near], rooms), *beside])
    waiting = len(lines) + len(follow_ups[near:]) + sum(1 for row in promised[near:] if row["due"] <= today)
    nothing = nothing_waits(actor.capabilities)
    shown = lines if everything else lines[: rules.SHOWN]
    return Home(
        greeting=danish_dates.greeting(clock.now()),
        title=rules.waiting_words(waiting),
        groups=_grouped(actor, shown),
        hidden=waiting - len(shown),
        meetings=next_meetings(meetings, promises),
        promises=tuple(promises if everything else promises[: rules.SHOWN]),
        more_promises=0 if everything else max(0, len(promised) - rules.SHOWN),
        followed=(
            *(_ahead(row, rooms[row["circle_id"]], today) for row in later),
            *(_own_word(one, rooms[one.circle_id]) for one in words if not one.waits),
            *followed_by(actor),
        ),
        nothing=nothing,
        promising=actor.holds(*PROMISING),
        meeting=bool(meetings) or nothing.href == "/moeder/",
        duties=_duties(seats),
        attended=attended(seats),
        watches=actor.holds(Can.LOG_READ),
    )


def _grouped(actor: Actor, lines: list[Waiting]) -> tuple[Section, ...]:
    """Nothing of two municipalities stands mixed: the one in hand first, the others under their names."""
    several = len(actor.municipalities) > 1
    own = actor.municipality_name
    ordered = sorted(lines, key=lambda line: (line.municipality != own, line.municipality, line))
    return tuple(
        Section(name if several else "", tuple(found))
        for name, found in groupby(ordered, key=lambda line: line.municipality)
    )


def next_meetings(rows: list[MeetingRow], promises: list[Promise]) -> tuple[NextMeeting, ...]:
    """The next few, the first of them large; the first of each body says what to bring."""
    held = (row for row in rows if row.meeting.ended_at is None and not row.is_cancelled)
    coming = [row for row in held if row.meeting.ends_at > clock.now()][:NEXT]
    told: set[int] = set()
    found: list[NextMeeting] = []
    for row in coming:
        body = row.meeting.body_id
        mine = [one for one in promises if one.body_id == body] if body not in told else []
        told.add(body)
        found.append(NextMeeting(row, _when(row), _bring(mine), first=not found))
    return tuple(found)


def asked_to(actor: Actor) -> tuple[NextMeeting, ...]:
    """The meetings that somebody who sits in no body is asked to, as a guest."""
    return next_meetings(my_meetings(actor, clock.today(), clock.today() + AHEAD), [])


def _when(row: MeetingRow) -> str:
    meeting, today = row.meeting, clock.today()
    day = danish_dates.near_day(row.day, today)
    return (
        f"{day[:1].upper()}{day[1:]} {danish_dates.span(meeting.starts_at, meeting.ends_at)}"
        if row.is_today
        else (danish_dates.moment(meeting.starts_at, today))
    )


def _bring(promises: list[Promise]) -> str:
    """Open promises in their own words, the others as a number."""
    words = [one.what.rstrip(".") for one in promises if one.is_open]
    closed = sum(1 for one in promises if not one.is_open)
    return danish_dates.listed(
        [*words, *([f"svar på {danish_dates.counted(closed, 'aftale', 'aftaler')}"] if closed else [])]
    )


def followed_by(actor: Actor) -> tuple[Followed, ...]:
    """My concerns and drafts: of what they say the kind alone, and their state."""
    concern = {"concern": OuterRef("pk"), "circle": OuterRef("circle")}
    rows = (
        Concern.objects.filter(written_by__person_id=actor.person_id)
        .annotate(sent=Exists(Sending.objects.filter(**concern)), answered=Exists(Answer.objects.filter(**concern)))
        .select_related("circle")
        .order_by("-pk")
    )
    found = list(rows[:20])
    names = kind_names(actor) if found else {}
    return tuple(_followed(row, named(names, row.kinds)) for row in found)


def _ahead(row: Mapping[str, Any], room: Room, today: date) -> Followed:
    return Followed(
        f"/sager/{row['key']}/", room.title, f"har næste opfølgning {danish_dates.near_day(row['due'], today)}"
    )


def _own_word(one: MyWord, room: Room) -> Followed:
    """A message of one's own and how it stands; of the room no more than elsewhere on this page."""
    return Followed(one.href, f"Din besked til {one.who}. {room.title}", one.state)


def _followed(row: Any, about: str) -> Followed:
    begun = danish_dates.short_day(clock.in_copenhagen(row.circle.opened_at).date())
    words = f"{row.circle.title}, {danish_dates.ended(begun) if about else begun}{about.rstrip('.')}"
    if not row.sent:
        return Followed(f"/bekymret/{row.key}/hvad/", words, "er ikke sendt endnu.")
    state = "er besvaret." if row.answered else "er modtaget. Du får svar."
    return Followed(f"/bekymret/{row.key}/", words, "er afsluttet." if row.circle.closed_at else state)


def _duties(seats: list[Any]) -> tuple[str, ...]:
    """What the municipality says goes with one's seats."""
    return tuple(dict.fromkeys(duty for tenure in seats for duty in tenure.seat.function.duties))


@dataclass(frozen=True)
class Step:
    slug: str
    words: str
    href: str
    takes: str
    done: bool


def first_steps(actor: Actor) -> tuple[Step, ...]:
    """Empty when all of them are taken."""
    taken = (
        set(FirstStep.objects.filter(person_id=actor.person_id).values_list("slug", flat=True))
        | rules.DONE_BY_BEING_HERE
    )
    steps = tuple(Step(slug, words, href, takes, slug in taken) for slug, words, href, takes in rules.STEPS)
    return () if all(step.done for step in steps) else steps
