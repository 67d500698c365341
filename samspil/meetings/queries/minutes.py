"""The minutes, put together for one reader: the same meeting reads differently to two people, as it must."""

from dataclasses import dataclass, field
from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.relation import readers_of
from samspil.decisions.models import Commitment, Decision
from samspil.decisions.rules import outcome_name
from samspil.lib import clock, danish_dates
from samspil.meetings import rules
from samspil.meetings.queries.agenda import read_meeting, told_items
from samspil.meetings.queries.matter import day_in_words, title_of, young_people
from samspil.meetings.queries.people import Attendee, attendees, in_the_way, writers_of
from samspil.meetings.queries.texts import notes_in, texts_of, with_bases


@dataclass
class Entry:
    number: int
    item: Any
    title: str
    text: str = ""
    notes: list[tuple[Any, str]] = field(default_factory=list)
    decisions: list[tuple[str, str]] = field(default_factory=list)
    promises: list[Commitment] = field(default_factory=list)
    declined: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.notes or self.decisions or self.promises or self.declined)


@dataclass
class Minutes:
    meeting: Any
    entries: list[Entry]
    people: list[Attendee]
    closed_line: bool
    may_convene: bool
    in_the_room: list[Attendee] = field(default_factory=list)

    @property
    def day_words(self) -> str:
        return day_in_words(self.meeting.starts_at)

    @property
    def has_closed(self) -> bool:
        return any(entry.item.is_closed for entry in self.entries)

    @property
    def writer_names(self) -> str:
        return danish_dates.listed([one.name for one in writers_of(self.meeting, self.people)])

    @property
    def came(self) -> list[Attendee]:
        return [one for one in self.people if one.present]

    @property
    def stayed_away(self) -> list[Attendee]:
        return [one for one in self.people if not one.present and not one.is_guest]

    @property
    def unwritten(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_empty]


def minutes_of(actor: Actor, key: str) -> Minutes:
    meeting = read_meeting(actor, key)
    people, everything = attendees(meeting), told_items(meeting)
    waits, items = _opened(meeting, everything, people)
    numbers = {item.pk: number for number, item in enumerate(everything, start=1)}
    names, texts = young_people(items), texts_of(items)
    day = clock.in_copenhagen(meeting.starts_at).date()
    entries = [
        Entry(
            numbers[item.pk],
            item,
            item.title or title_of(item, names.get(item.circle_id), day),
            _text(texts.get(item.pk, {})),
        )
        for item in items
    ]
    _fill(entries, meeting.key, actor.settings)
    line = rules.shows_closed_line(
        closed_matters=meeting.body.closed_matters, sees_closed=any(item.is_closed for item in everything)
    )
    return Minutes(meeting, entries, people, line, meeting.convenes, waits)


def _opened(meeting: Any, items: list[Any], people: list[Attendee]) -> tuple[list[Attendee], list[Any]]:
    """Who sits in the room of a running meeting and may not read a closed item, and what may stand on a screen."""
    if meeting.started_at is None or meeting.ended_at is not None:
        return [], items
    readers = readers_of(item.circle_id for item in items if item.is_closed)
    waits = {item.pk: in_the_way(people, readers[item.circle_id]) for item in items if item.is_closed}
    seen = {one.person_id: one for found in waits.values() for one in found}
    return list(seen.values()), [item for item in items if not waits.get(item.pk)]


def _text(slots: dict[str, Any]) -> str:
    return slots["minutes"].text if "minutes" in slots else ""


def _fill(entries: list[Entry], meeting_key: str, settings: dict[str, Any]) -> None:
    circles = {entry.item.circle_id for entry in entries}
    by_matter: dict[int | None, Entry] = {}
    for entry in entries:
        if entry.item.submission_id:
            by_matter[entry.item.submission_id] = entry
    by_item = {entry.item.pk: entry for entry in entries}
    decisions = list(
        Decision.objects.filter(
            circle_id__in=circles, meeting_key=meeting_key, submission_id__in=list(by_matter)
        ).order_by("pk")
    )
    for one in decisions:
        by_matter[one.submission_id].decisions = [(outcome_name(settings, one.outcome), one.text)]
    promised = Commitment.objects.filter(circle_id__in=circles, decision__in=[one.pk for one in decisions])
    for promise in promised.select_related("tenure__person").order_by("pk"):
        by_matter[promise.submission_id].promises.append(promise)
    _fill_closed(entries, by_item)


def _fill_closed(entries: list[Entry], by_item: dict[int, Entry]) -> None:
    """What each has shared, on which basis and why, and who did not."""
    closed = [entry.item.circle_id for entry in entries if entry.item.is_closed]
    for note, basis in with_bases(notes_in(closed)):
        if note.item_id in by_item:
            by_item[note.item_id].notes.append((note, basis))
    for entry in entries:
        entry.declined = list(entry.item.declined)
