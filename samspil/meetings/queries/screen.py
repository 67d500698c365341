"""The one screen of a meeting: agenda, item, people. The number of queries is the same however much is on it."""

from dataclasses import dataclass, field
from typing import Any

from django.http import Http404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, who_may
from samspil.circles.models import Circle
from samspil.circles.queries.pages import who_href
from samspil.decisions.rules import Action, item_actions
from samspil.lib import clock, danish_dates
from samspil.meetings import rules
from samspil.meetings.models import AgendaItem
from samspil.meetings.queries.agenda import read_meeting, told_items
from samspil.meetings.queries.matter import Matter, day_in_words, matter_of, title_of, young_people
from samspil.meetings.queries.people import (
    Attendee,
    People,
    attendees,
    in_the_way,
    parted,
    writers_of,
)
from samspil.ui.parts import Band


@dataclass(frozen=True)
class Line:
    """A row of the agenda. `number` counts what this reader sees."""

    key: str
    number: int
    title: str
    small: str
    closed: bool
    done: bool
    now: bool


@dataclass
class Screen:
    meeting: Any
    lines: list[Line]
    people: list[Attendee]
    waiting: list[Attendee]
    closed_line: bool
    item: AgendaItem | None = None
    writers: tuple[Attendee, ...] = ()
    writes: bool = False
    title: str = ""
    school_class: str = ""
    matter: Matter = field(default_factory=Matter)
    band: Band | None = None
    holders: tuple[Holder, ...] = ()
    blockers: list[Attendee] = field(default_factory=list)
    declined: list[str] = field(default_factory=list)
    bases: list[tuple[str, str]] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)

    @property
    def may_convene(self) -> bool:
        return bool(self.meeting.convenes)

    @property
    def may_write(self) -> bool:
        return bool(self.meeting.may_write)

    @property
    def may_minute(self) -> bool:
        """The reader writes the minutes, and may do so at the item that is up."""
        may = self.may_note if self.item is not None and self.item.is_closed else self.may_write
        return may and not rules.why_not_write(
            writes=self.writes, begun=self.meeting.started_at is not None, convenes=self.may_convene
        )

    @property
    def may_note(self) -> bool:
        return any(holder.mine and Can.NOTE_WRITE in holder.capabilities for holder in self.holders)

    @property
    def reads_files(self) -> bool:
        """A guest is asked to hear, and fetches no files."""
        if self.item is None or not self.item.is_closed:
            return bool(self.meeting.reads_open)
        return any(holder.mine and Can.FILE_READ in holder.capabilities for holder in self.holders)

    @property
    def notes(self) -> list[tuple[Any, str]]:
        """What was shared today, each with the name of its basis."""
        names = dict(self.bases)
        return [(note, names.get(note.act.basis, "") if note.act else "") for note in self.matter.notes]

    @property
    def writer_names(self) -> str:
        return danish_dates.listed([one.name for one in self.writers])

    @property
    def stand_ins(self) -> list[Attendee]:
        """Who else may be asked to write the minutes."""
        return [one for one in self.people if one not in self.writers and not (one.is_guest or one.in_place_of)]

    @property
    def day_words(self) -> str:
        return day_in_words(self.meeting.starts_at)

    @property
    def what_for(self) -> str:
        words = rules.what_for(self.meeting.occasion, self.meeting.subject)
        return danish_dates.ended(words) if words else ""

    @property
    def is_running(self) -> bool:
        return self.meeting.started_at is not None and self.meeting.ended_at is None

    @property
    def asks_answer(self) -> bool:
        """The reader was called, and the meeting has not begun."""
        called = self.meeting.convened_at is not None and self.meeting.my_answer is not None
        begun = self.meeting.started_at or self.meeting.ended_at or self.meeting.ends_at <= clock.now()
        return called and not self.may_convene and not begun and self.meeting.cancelled_at is None

    @property
    def people_parts(self) -> list[People]:
        return parted(self.meeting, self.people, to_convener=self.may_convene)

    @property
    def my_answer_words(self) -> str:
        return rules.ANSWERED.get(self.meeting.my_answer or "", "")

    @property
    def number(self) -> int:
        return next((line.number for line in self.lines if line.now), 0)

    @property
    def previous(self) -> Line | None:
        return next((line for line in self.lines if line.number == self.number - 1), None)

    @property
    def next(self) -> Line | None:
        return next((line for line in self.lines if line.number == self.number + 1), None)

    @property
    def own_tenure_id(self) -> int | None:
        return next((holder.tenure_id for holder in self.holders if holder.mine), None)

    @property
    def speakers(self) -> list[Holder]:
        """By which seats the reader may write down what is shared: the own, and for the convener those present."""
        here = {one.person_id for one in self.people if one.present} if self.may_convene else set()
        return [holder for holder in self.holders if holder.mine or holder.person_id in here]

    @property
    def promisers(self) -> list[tuple[int, str]]:
        """Who may promise something here: those who read the closed item, or those at the meeting."""
        if self.item is not None and self.item.is_closed:
            return list({holder.person_id: (holder.tenure_id, holder.name) for holder in self.holders}.values())
        return [(one.tenure_id, one.name) for one in self.people if not one.is_guest]


def screen(actor: Actor, key: str, item_key: str = "", *, initial: bool = False) -> Screen:
    """The meeting with one item open: the named one, else the first that has not been gone through.

    With `initial` the young people stand without a name, as on the wall. Http404 for an item that is not the reader's.
    """
    meeting = read_meeting(actor, key)
    items = told_items(meeting)
    item = _chosen(items, item_key)
    people = attendees(meeting)
    guests = {one.pk: one.asked_in for one in items}
    shown = Screen(meeting, [], people, [], _closed_line(meeting, items), item)
    shown.writers = writers_of(meeting, people)
    mine = any(one.person_id == actor.person_id for one in shown.writers)
    shown.writes = mine or (shown.may_convene and not rules.writing_function(meeting.body.words))
    names = young_people([item]) if item is not None and item.is_closed else {}
    if item is not None and item.is_closed:
        _enter(shown, item, people)
    if item is not None and not shown.blockers:
        _open(shown, actor, item)
    day = clock.in_copenhagen(meeting.starts_at).date()
    shown_names = {} if shown.blockers or initial else names
    titles = {one.pk: one.title or title_of(one, shown_names.get(one.circle_id), day) for one in items}
    shown.lines = [
        _line(number, one, titles[one.pk], bool(guests.get(one.pk)), item) for number, one in enumerate(items, start=1)
    ]
    if item is not None:
        shown.title = titles[item.pk]
        young = names.get(item.circle_id)
        shown.school_class = young.school_class if young and not initial else ""
    shown.waiting = _waiting(people, guests, items)
    return shown


def _chosen(items: list[Any], key: str) -> Any:
    if key:
        found = next((item for item in items if item.key == key), None)
        if found is None:
            raise Http404
        return found
    return next((item for item in items if item.discussed_at is None), items[0] if items else None)


def _closed_line(meeting: Any, items: list[AgendaItem]) -> bool:
    return rules.shows_closed_line(
        closed_matters=meeting.body.closed_matters, sees_closed=any(item.is_closed for item in items)
    )


def _enter(shown: Screen, item: AgendaItem, people: list[Attendee]) -> None:
    """The closed room: its band, who may read, and who must wait outside first."""
    shown.holders = tuple(holder for holder in who_may(item.circle_id) if holder.reads)
    readers = {holder.person_id for holder in shown.holders}
    shown.band = band_of(item.circle, shown.holders)
    if shown.is_running:
        shown.blockers = in_the_way(people, readers)


def is_blocked(meeting: Any, item: AgendaItem) -> bool:
    """Whether somebody sits in the room of a running meeting who may not read this closed item."""
    if not item.is_closed or meeting.started_at is None or meeting.ended_at is not None:
        return False
    readers = {holder.person_id for holder in who_may(item.circle_id) if holder.reads}
    return bool(in_the_way(attendees(meeting), readers))


def band_of(circle: Circle, holders: tuple[Holder, ...]) -> Band:
    mine = next((holder for holder in holders if holder.mine), None)
    why = f"du er {mine.function_name}" if mine else "du er i rummet"
    people = len({holder.person_id for holder in holders})
    return Band(circle.title, people, who_href(circle), why, f"i {mine.place}" if mine else "")


def _open(shown: Screen, actor: Actor, item: Any) -> None:
    shown.matter = matter_of(item, actor.settings)
    if item.is_closed:
        shown.declined = item.declined
        shown.bases = list({one["slug"]: one["name"] for one in shown.meeting.bases}.items())
    if item.submission is not None:
        shown.actions = [action for offer in item_actions for action in offer(actor, item.submission)]


def _line(number: int, item: AgendaItem, title: str, with_guest: bool, now: AgendaItem | None) -> Line:  # noqa: FBT001  # one fact among others
    small = "med gæst" if with_guest else item.reason if item.is_closed else ""
    return Line(
        item.key,
        number,
        title,
        small,
        item.is_closed,
        item.discussed_at is not None,
        now is not None and item.pk == now.pk,
    )


def _waiting(people: list[Attendee], guests: dict[int, list[int]], items: list[AgendaItem]) -> list[Attendee]:
    numbers = {item.pk: number for number, item in enumerate(items, start=1)}
    found = []
    for one in people:
        if one.outside:
            mine = sorted(
                numbers[item] for item, tenures in guests.items() if one.tenure_id in tenures and item in numbers
            )
            found.append(Attendee(**{**vars(one), "items": tuple(str(number) for number in mine)}))
    return found
