"""What waits for somebody, as lines that begin with a verb. Ids, days and open words only: never a child's name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Value

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.cases.models import Case
from samspil.concerns.models import Concern, Notice, Sending, Triage
from samspil.concerns.queries.words import kinds_of, limits_of
from samspil.concerns.rules import SOON as PART_GONE
from samspil.concerns.rules import State, assess_by, gone
from samspil.desk import rules
from samspil.desk.queries.access import AskedOfMe, asked_beside
from samspil.desk.queries.officer import checks_to_answer
from samspil.desk.queries.promised import Promise
from samspil.desk.queries.rooms import Room
from samspil.lib import clock, danish_dates
from samspil.meetings.queries.lists import MeetingRow
from samspil.words.queries import MyWord

MOST = 200
"""So many follow-ups are counted; nobody reads on."""


@dataclass(frozen=True, order=True)
class Waiting:
    """`due` orders the list and nothing else does."""

    due: datetime
    href: str
    title: str = field(compare=False)
    meta: str = field(compare=False)
    when: str = field(compare=False)
    state: str = field(compare=False)
    municipality: str = field(compare=False)


def kind_names(actor: Actor) -> dict[str, str]:
    """Kinds of worry in the words of the municipality in hand."""
    return {slug: kind.name for slug, kind in kinds_of(actor).items()}


def named(names: Mapping[str, str], kinds: list[str]) -> str:
    """` Fravær. Noget derhjemme.`, or nothing: the kinds of another municipality are not known here."""
    known = [names[slug] for slug in kinds if slug in names]
    return f" {'. '.join(known)}." if known else ""


def waiting_of(
    actor: Actor,
    promises: list[Promise],
    meetings: list[MeetingRow],
    follow_ups: list[dict[str, Any]],
    rooms: Mapping[int, Room],
) -> list[Waiting]:
    lines = [
        *(_concerns(actor) if actor.holds(Can.CONCERN_TRIAGE) else ()),
        *(_of_follow_up(row, rooms[row["circle_id"]]) for row in follow_ups),
        *(_of_promise(one) for one in promises if one.due <= clock.today()),
        *(line for row in meetings for line in _of_meeting(actor, row)),
    ]
    return sorted(lines)


def _concerns(actor: Actor) -> list[Waiting]:
    """What has been sent to a circle where the actor assesses, and nobody has taken on yet."""
    concern = {"concern": OuterRef("concern"), "circle": OuterRef("circle")}
    answered = Notice.objects.filter(**concern)
    doubt = Concern.objects.filter(pk=OuterRef("concern"), circle=OuterRef("circle"), notice_in_doubt=True)
    rows = (
        Sending.objects.alias(mine=_where(Can.CONCERN_TRIAGE))
        .filter(~Exists(Triage.objects.filter(**concern)), mine=True, circle__closed_at=None)
        .annotate(in_doubt=Exists(doubt), answered=Exists(answered))
        .select_related("concern", "circle__unit", "municipality", "written_by__seat__function")
    )
    now = clock.now()
    waiting = list(rows)
    names = kind_names(actor) if waiting else {}
    return [_of_concern(row, _deadline(row), now, named(names, row.concern.kinds)) for row in waiting]


def _where(can: Can) -> Func:
    """Whether the actor holds this in the row's circle; the array is made once in the statement, as in a policy."""
    asked = {"arg_joiner": " = any((select circle_array(", "template": "(%(expressions)s))::bigint[]))"}
    return Func(F("circle_id"), Value(can), output_field=BooleanField(), **asked)


def _deadline(row: Any) -> datetime:
    """By the limits of the row's own municipality; one may have seats in several."""
    return assess_by(row.written_at, State(notice_in_doubt=_open(row)), limits_of(row.municipality))


def _open(row: Any) -> bool:
    return bool(row.in_doubt and not row.answered)


def _of_concern(row: Any, deadline: datetime, now: datetime, about: str) -> Waiting:
    pressing = gone(row.written_at, deadline, now) >= PART_GONE
    when, state = rules.instant_words(deadline, now, pressing=pressing)
    place = f" på {row.circle.unit.name}" if row.circle.unit else ""
    maybe = " Måske en underretning." if _open(row) else ""
    return Waiting(
        due=deadline,
        href=f"/bekymringer/{row.concern.key}/",
        title="Vurdér en ny bekymring",
        meta=f"Fra en {row.written_by.seat.function.name}{place}.{about}{maybe}",
        when=when,
        state=state,
        municipality=row.municipality.name,
    )


def follow_ups_of(actor: Actor) -> list[dict[str, Any]]:
    """The next one of each case whose threads the actor holds, the most pressing first: key, day and circle."""
    if not actor.holds(Can.CASE_READ):
        return []
    mine = Case.objects.filter(lead__person_id=actor.person_id, ended_at=None)
    rows = mine.exclude(due=None).order_by("due", "pk").values("due", "key", "circle_id")
    return [dict(row) for row in rows[:MOST]]


def _of_follow_up(row: Mapping[str, Any], room: Room) -> Waiting:
    when, state = rules.day_words(row["due"], clock.today())
    return Waiting(
        due=_at(row["due"]),
        href=f"/sager/{row['key']}/",
        title="Følg op på en sag",
        meta=room.title,
        when=when,
        state=state,
        municipality=room.municipality,
    )


def _of_promise(one: Promise) -> Waiting:
    when, state = rules.day_words(one.due, clock.today())
    title = f"Følg op: {one.what}" if one.is_open else "Følg op på en aftale"
    return Waiting(_at(one.due), f"/loefter/{one.key}/", title, one.place, when, state, one.municipality)


def waiting_words(words: list[MyWord], rooms: Mapping[int, Room]) -> list[Waiting]:
    """Who asks, and in which room; the text is read there."""
    return [_of_word(one, rooms[one.circle_id]) for one in words if one.waits]


def _of_word(one: MyWord, room: Room) -> Waiting:
    return Waiting(
        due=one.at,
        href=one.href,
        title=f"Svar {one.who}" if one.wants_answer else f"Læs en besked fra {one.who}",
        meta=room.title,
        when=danish_dates.near_day(clock.in_copenhagen(one.at).date(), clock.today()),
        state="",
        municipality=room.municipality,
    )


def waiting_checks(actor: Actor) -> list[Waiting]:
    """What the officer has to answer of the look-ups drawn by lot, as one line."""
    number = checks_to_answer(actor)
    title = f"Svar på {danish_dates.counted(number, 'stikprøve', 'stikprøver')}"
    meta, place = "Opslag, som er trukket ved lodtrækning", actor.municipality_name
    return [Waiting(clock.now(), "/log/#stikproever", title, meta, "venter", "", place)] if number else []


def waiting_access(actor: Actor, seats: Iterable[Any]) -> list[Waiting]:
    """What a citizen wants to know of the rooms that the actor keeps: each question is a line with its day."""
    return [_of_access(actor, one) for one in asked_beside(seats)] if actor.holds(Can.CIRCLE_KEEP) else []


def _of_access(actor: Actor, one: AskedOfMe) -> Waiting:
    when, state = rules.day_words(one.due, clock.today())
    href, meta = f"/set/indsigt/{one.key}/", f"Journalnummer {one.journal}, {one.place}"
    title, place = "Svar på anmodning om indsigt", actor.municipality_name
    return Waiting(_at(one.due), href, title, meta, when, state, place)


def _of_meeting(actor: Actor, row: MeetingRow) -> list[Waiting]:
    day, today = row.day, clock.today()
    if row.has_news:
        words = f"Læs referatet fra {danish_dates.near_day(day, today)}"
        return [_minutes_line(actor, row, words)]
    if row.lacks_minutes:
        words = f"Skriv referat fra {danish_dates.near_day(day, today)}"
        return [_meeting_line(actor, row, words, row.meeting.body.name, (rules.day_words(day, today)))]
    if row.awaits_answer:
        meta = f"{row.title}, {danish_dates.moment(row.meeting.starts_at, today)}"
        return [_meeting_line(actor, row, "Sig, om du kommer", meta, (danish_dates.near_day(day, today), ""))]
    coming = today <= day <= today + rules.PREPARE and row.leads and row.meeting.started_at is None
    coming = coming and not row.is_cancelled
    if not coming:
        return []
    when = danish_dates.moment(row.meeting.starts_at, today) if row.is_today else danish_dates.near_day(day, today)
    words = "Gør dagsordenen klar" if row.meeting.convened_at else "Indkald til mødet"
    return [_meeting_line(actor, row, words, row.title, (when, rules.SOON if row.is_today else ""))]


def _minutes_line(actor: Actor, row: MeetingRow, title: str) -> Waiting:
    sent, today = clock.in_copenhagen(row.meeting.sent_at).date(), clock.today()
    when = f"sendt {danish_dates.near_day(sent, today)}"
    href, place = f"/moeder/{row.meeting.key}/referat/", row.meeting.body.name
    return Waiting(row.meeting.sent_at, href, title, place, when, "", actor.municipality_name)


def _meeting_line(actor: Actor, row: MeetingRow, title: str, meta: str, when: tuple[str, str]) -> Waiting:
    return Waiting(row.meeting.starts_at, f"/moeder/{row.meeting.key}/", title, meta, *when, actor.municipality_name)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), clock.COPENHAGEN)
