"""The meetings of a school year, as the rhythms propose them: never on a day off, never where one lies already.

Where a rhythm leaves the day open, the day is one on which nobody in the body is called elsewhere, nor has the fixed
day of another body.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from samspil.lib import clock, danish_dates
from samspil.lib.rhythm import Rhythm, Skipped, occurrences, part_of
from samspil.lib.working_days import SchoolYear
from samspil.meetings.models import Meeting
from samspil.meetings.queries.elsewhere import Elsewhere, elsewhere, some
from samspil.meetings.rules import off
from samspil.organisation.models import Body
from samspil.organisation.models import Rhythm as RhythmRow
from samspil.organisation.queries import closed_days, rhythm_of

ONE_DAY = timedelta(days=1)
MOST = 60
BUSY = "Nogen i organet har andre møder"


@dataclass(frozen=True)
class Proposal:
    """A body's days, those left out with the reason, and the hours and place of the rhythm or the last meeting."""

    body: Body
    words: str
    days: tuple[date, ...]
    skipped: tuple[tuple[str, str], ...]
    starts: time | None = None
    ends: time | None = None
    place: str = ""


@dataclass(frozen=True)
class Offer:
    """The proposals of some bodies for one year, with what is known of other meetings."""

    year: SchoolYear
    proposals: tuple[Proposal, ...]
    elsewhere: Elsewhere
    usual: Mapping[int, Mapping[date, str]]

    @property
    def rows(self) -> list[tuple[Body, date]]:
        return [(one.body, day) for one in self.proposals for day in one.days]

    def notes(self, body: Body, day: date, others: Collection[tuple[Body, date]] = ()) -> list[str]:
        """What the same people have on that day: a meeting, another of these proposals, or a body's usual day."""
        notes = list(self.elsewhere.on(body, day))
        for other, its_day in others:
            # The day first: who sits in both is the dearer question.
            if its_day == day and other.pk != body.pk and (shared := self.elsewhere.shared(body.pk, other.pk)):
                notes.append(f"{other.name} er foreslået samme dag ({some(shared)}).")
        if usual := self.usual.get(body.pk, {}).get(day):
            notes.append(f"{usual} plejer at mødes den dag.")
        if why := off(day):
            notes.append(why)
        return notes


def years_ahead() -> tuple[SchoolYear, SchoolYear]:
    this = SchoolYear.of(clock.today())
    return this, SchoolYear(this.start + 1)


def offer(bodies: Collection[Body], year: SchoolYear, settings: Mapping[str, Any]) -> Offer:
    """The same few questions however many bodies there are."""
    start, end = max(year.first, clock.today() + ONE_DAY), year.last
    closed, around = closed_days(settings), elsewhere(bodies, start, end)
    rhythms = _rhythms(bodies)
    fixed = _fixed(rhythms, (start, end, closed))
    named = {body.pk for body in bodies}
    usual = {body.pk: _usual(body, fixed.keys() - named, around, fixed) for body in bodies}
    held = _held(bodies)
    # The fixed days of these bodies themselves come first too, in whichever order they stand.
    taken: dict[int, set[date]] = {
        body.pk: around.days(body) | usual[body.pk].keys() | _usual(body, named - {body.pk}, around, fixed).keys()
        for body in bodies
    }
    proposals = []
    for body in bodies:
        own = held.get(body.pk, [])
        found = _proposal(body, rhythms.get(body.pk, []), own, (start, end, closed), taken[body.pk])
        proposals.append(found)
        for other in bodies:
            if around.shared(body.pk, other.pk):
                taken[other.pk] |= set(found.days)
    return Offer(year, tuple(proposals), around, {pk: _names(days) for pk, days in usual.items()})


Span = tuple[date, date, Mapping[date, str]]


def _proposal(body: Body, rows: list[RhythmRow], held: list[Meeting], span: Span, busy: Collection[date]) -> Proposal:
    found = [_occurrences(rhythm_of(row), span, held, busy) for row in rows]
    taken = {_day(one) for one in held}
    days = sorted({day for days, _ in found for day in days} - taken)[:MOST]
    skipped = sorted({gone for _, gones in found for gone in gones}, key=lambda gone: gone.day)
    words = danish_dates.listed([row.words for row in rows if row.words])
    return Proposal(body, words, tuple(days), tuple(_told(one) for one in skipped), *_hours(rows, held))


def _occurrences(
    rhythm: Rhythm, span: Span, held: list[Meeting], busy: Collection[date]
) -> tuple[list[date], tuple[Skipped, ...]]:
    """An open day moves clear of what is busy, and is left out where its month has its meeting already."""
    start, end, closed = span
    if start > end:
        return [], ()
    if not rhythm.leaves_day_open:
        found = occurrences(rhythm, start, end, closed)
        return list(found.days), found.skipped
    found = occurrences(rhythm, start, end, {**dict.fromkeys(busy, BUSY), **closed})
    met = {part_of(rhythm, _day(one)) for one in held}
    return [day for day in found.days if part_of(rhythm, day) not in met], found.skipped


Fixed = Mapping[int, list[tuple[RhythmRow, tuple[date, ...]]]]


def _fixed(rhythms: Mapping[int, list[RhythmRow]], span: Span) -> Fixed:
    """By body the days of each rhythm that names its weekday."""
    start, end, closed = span
    found: dict[int, list[tuple[RhythmRow, tuple[date, ...]]]] = {}
    for row in (one for rows in rhythms.values() for one in rows if start <= end):
        rhythm = rhythm_of(row)
        if not rhythm.leaves_day_open:
            found.setdefault(row.body_id, []).append((row, tuple(occurrences(rhythm, start, end, closed).days)))
    return found


def _usual(body: Body, others: Collection[int], around: Elsewhere, fixed: Fixed) -> dict[date, list[RhythmRow]]:
    """The fixed days of those others that have some of the same people."""
    found: dict[date, list[RhythmRow]] = {}
    for other in others:
        for row, days in fixed.get(other, ()) if around.shared(body.pk, other) else ():
            for day in days:
                found.setdefault(day, []).append(row)
    return found


def _names(days: Mapping[date, list[RhythmRow]]) -> dict[date, str]:
    return {day: danish_dates.listed(sorted({row.body.name for row in rows})) for day, rows in days.items()}


def _rhythms(bodies: Collection[Body]) -> dict[int, list[RhythmRow]]:
    """All that the municipality has, as other bodies' days matter too."""
    rows = RhythmRow.objects.filter(municipality_id__in={body.municipality_id for body in bodies})
    found: dict[int, list[RhythmRow]] = {}
    for row in rows.filter(body__registered_until=None).select_related("body").order_by("pk"):
        if row.rule.get("kind"):
            found.setdefault(row.body_id, []).append(row)
    return found


def _held(bodies: Collection[Body]) -> dict[int, list[Meeting]]:
    found: dict[int, list[Meeting]] = {}
    for one in Meeting.objects.filter(body__in=bodies, cancellations=None).order_by("starts_at"):
        found.setdefault(one.body_id, []).append(one)
    return found


def _day(meeting: Meeting) -> date:
    return clock.in_copenhagen(meeting.starts_at).date()


def _hours(rows: list[RhythmRow], held: list[Meeting]) -> tuple[time | None, time | None, str]:
    """As the file says, else as the body met last."""
    last = held[-1] if held else None
    said = next((row.rule for row in rows if row.rule.get("time") and row.rule.get("minutes")), None)
    if said:
        starts = time.fromisoformat(said["time"])
        minutes = starts.hour * 60 + starts.minute + int(said["minutes"])
        return starts, time(minutes // 60 % 24, minutes % 60), last.place if last else ""
    if last is None:
        return None, None, ""
    return clock.in_copenhagen(last.starts_at).time(), clock.in_copenhagen(last.ends_at).time(), last.place


def _told(gone: Skipped) -> tuple[str, str]:
    return danish_dates.long_day(gone.day), gone.reason
