"""Find: what the actor may see in the municipality in hand, by its words. What may be seen only the policies answer.

Each table is asked by itself. Hits are loaded as rows, so that the log tells of them; what only leads to a hit is
read by its keys.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet, Window
from django.urls import reverse

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.finding import found_in
from samspil.cases.models import Case
from samspil.circles.models import YoungPerson
from samspil.concerns.models import Concern, ConcernText
from samspil.decisions.models import Commitment, Decision, Submission
from samspil.desk.queries.colleagues import Colleague, Room, organisation_of, told
from samspil.desk.rules import find_words
from samspil.lib import clock, danish_dates
from samspil.meetings.models import AgendaItem, Meeting


@dataclass(frozen=True)
class Way:
    """Where a hit lies, and by which seat the reader sees it."""

    href: str
    where: str
    seat: str


@dataclass(frozen=True)
class Hit:
    """What it is, and the ways in; a young person who stands in several rooms is one hit."""

    title: str
    text: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Heap:
    """The hits of one kind, under their heading."""

    slug: str
    title: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Found:
    groups: tuple[Heap, ...]
    bodies: tuple[Colleague, ...]
    people: tuple[Colleague, ...]
    more: bool
    matters: bool

    @property
    def number(self) -> int:
        return sum(len(group.hits) for group in self.groups) + len(self.bodies) + len(self.people)


@dataclass
class Search:
    """What one search has found so far, and how much room is left."""

    actor: Actor
    words: tuple[str, ...]
    left: int = find_words.MOST
    more: bool = False
    asked: bool = False
    """Whether matters were searched, found or not."""
    rows: dict[str, list[Any]] = field(default_factory=dict)

    def best(self, model: Any, known: Collection[int] = (), **only: Any) -> list[Any]:
        """The best rows for which there is room; those of the circles already `known` come along."""
        self.asked = True
        rows: QuerySet[Any] = model.objects.filter(municipality_id=self.actor.municipality_id, **only)
        rows = found_in(rows, self.words, Q(circle_id__in=known) if known else None)
        room = self.left + len(known)
        if room == 0:
            self.more = self.more or rows.exists()
            return []
        found = list(rows.annotate(total=Window(Count("pk")))[:room])
        self.more = self.more or (bool(found) and found[0].total > len(found))
        return found

    def keep(self, kind: str, rows: Iterable[Any]) -> None:
        found = list(rows)
        self.more = self.more or len(found) > self.left
        self.rows[kind] = found[: self.left]
        self.left -= len(self.rows[kind])


def found_by(actor: Actor, words: tuple[str, ...], digest: str) -> Found:
    """Twelve questions to the database at the most. Raises Refusal when there were too many searches in a minute."""
    organisation = organisation_of(words)
    search = Search(actor, words, find_words.MOST - len(organisation.found), organisation.more)
    leads = _matters(search) if organisation.matters else {}
    counts = {kind: len(rows) for kind, rows in search.rows.items()} | {"organisation": len(organisation.found)}
    circles = {row.circle_id for rows in search.rows.values() for row in rows}
    rooms = told(digest, counts, circles, matters=search.asked)
    return Found(
        groups=tuple(_groups(search, leads, rooms)),
        bodies=tuple(one for one in organisation.found if not one.is_person),
        people=tuple(one for one in organisation.found if one.is_person),
        more=search.more,
        matters=organisation.matters,
    )


def _matters(search: Search) -> dict[Any, str]:
    """Keep the rows that are shown; the addresses by the kind of row and where it lies."""
    young = search.best(YoungPerson)
    search.keep("young", young)
    rooms = {one.circle_id for one in young}
    cases = search.best(Case, rooms)
    search.keep("case", (one for one in cases if one.circle_id not in rooms))
    texts = {text.circle_id: text for text in reversed(search.best(ConcernText, replaced=False))}
    concerns = search.best(Concern, rooms | set(texts))
    for one in concerns:
        one.excerpt = texts[one.circle_id].text if one.circle_id in texts else one.about
    search.keep("concern", (one for one in concerns if one.circle_id not in rooms))
    search.keep("item", (one for one in search.best(Submission) if one.circle_id not in rooms))
    search.keep("promise", search.best(Commitment))
    search.keep("decision", search.best(Decision))
    brought = {row.pk for row in search.rows["item"]} | {row.submission_id for row in search.rows["decision"]}
    leads: dict[Any, str] = _items(rooms, brought)
    search.keep("meeting", search.best(Meeting))
    leads |= {("case", one.circle_id): reverse("cases:case", args=[one.key]) for one in cases}
    leads |= {("concern", one.circle_id): one.key for one in concerns}
    return leads


def _items(rooms: set[int], brought: set[int]) -> dict[Any, str]:
    """Where each matter stands on an agenda, the newest of them; read by keys alone."""
    rows = AgendaItem.objects.filter(Q(circle_id__in=rooms) | Q(submission_id__in=brought), removed_at=None)
    leads: dict[Any, str] = {}
    for row in rows.order_by("pk").values("circle_id", "submission_id", "meeting_key", "key"):
        href = reverse("meetings:item", args=[row["meeting_key"], row["key"]])
        leads["item", row["circle_id"]] = leads["submission", row["submission_id"]] = href
    return leads


def _groups(search: Search, leads: dict[Any, str], rooms: dict[int, Room]) -> Iterable[Heap]:
    """A room that the reader lost since its rows were read has no answer in `rooms`, and is left out."""
    for slug, (title, hit_of) in GROUPS.items():
        rows = search.rows.get(slug, [])
        there = [row for row in rows if row.circle_id in rooms]
        same = one_and_the_same(there, rooms) if slug == "young" else [[row] for row in there]
        full = [sorted(rows, key=lambda row: not _has_page(row, leads)) for rows in same]
        hits = tuple(_hit(hit_of(rows[0], search.words), rows, slug, leads, rooms) for rows in full)
        if hits:
            yield Heap(slug, title, hits)


def one_and_the_same(rows: Iterable[Any], rooms: dict[int, Room]) -> list[list[Any]]:
    """The rows of each young person together, in the order of the first: there is no register that says who is who."""
    people: list[list[Any]] = []
    for row in rows:
        known = next((one for one in people if all(_is_same(row, other, rooms) for other in one)), None)
        if known is None:
            people.append([row])
        else:
            known.append(row)
    return people


def _is_same(row: Any, other: Any, rooms: dict[int, Room]) -> bool:
    """One name, and one birthday; where a birthday is not known, one matter."""
    if row.sort_key != other.sort_key or row.circle_id == other.circle_id:
        return False
    if row.birth_date and other.birth_date:
        return bool(row.birth_date == other.birth_date)
    return rooms[row.circle_id].matter == rooms[other.circle_id].matter


def _hit(words: tuple[str, str], rows: list[Any], slug: str, leads: dict[Any, str], rooms: dict[int, Room]) -> Hit:
    """The words are those of the first row, which says the most: it has a page of its own if any has."""
    title, text = words
    if slug == "young" and not _has_page(rows[0], leads):
        title, text = _as_at_the_table(rows[0]), ""
    ways = (_way(row, slug, leads, rooms[row.circle_id], where=bool(title)) for row in rows)
    return Hit(title or rooms[rows[0].circle_id].title, text, tuple(ways))


def _way(row: Any, slug: str, leads: dict[Any, str], room: Room, *, where: bool) -> Way:
    return Way(_href(row, slug, leads, room), room.title if where else "", room.seat)


def _has_page(row: Any, leads: dict[Any, str]) -> bool:
    return not {("case", row.circle_id), ("concern", row.circle_id)}.isdisjoint(leads)


def _href(row: Any, slug: str, leads: dict[Any, str], room: Room) -> str:
    if slug == "promise":
        return reverse("desk:promise", args=[row.key])
    if slug == "meeting":
        return reverse("meetings:meeting", args=[row.key])
    if slug in {"item", "decision"}:
        number = row.pk if slug == "item" else row.submission_id
        return leads.get(("submission", number)) or room.href
    if concern := leads.get(("concern", row.circle_id)):
        page = "concerns:one" if Can.CONCERN_TRIAGE in room.can else "concerns:reported"
        return reverse(page, args=[concern])
    return leads.get(("case", row.circle_id)) or leads.get(("item", row.circle_id)) or room.href


def _as_at_the_table(young: YoungPerson) -> str:
    """No more of a name than the item's own page shows to those who sit there."""
    name = young.name.split(" ")[0]
    age = danish_dates.age_in_words(young.birth_date, clock.today()) if young.birth_date else ""
    return ", ".join(part for part in (name, age) if part)


def _young(row: YoungPerson, _words: tuple[str, ...]) -> tuple[str, str]:
    born = f"født {row.birth_date.year}" if row.birth_date else ""
    return row.name, ", ".join(part for part in (row.school_class, born) if part)


def _case(row: Case, _words: tuple[str, ...]) -> tuple[str, str]:
    return row.problem, "Lukket" if row.ended_at else ""


def _item(row: Submission, words: tuple[str, ...]) -> tuple[str, str]:
    """What is brought of a matter goes by its room: the title holds a whole name, and the item's page does not."""
    return "" if row.subject_kind else row.title, find_words.excerpt(row.reason, words)


def _promise(row: Commitment, _words: tuple[str, ...]) -> tuple[str, str]:
    return row.what, "Afsluttet" if row.ended_at else f"Senest {danish_dates.near_day(row.due, clock.today())}"


def _meeting(row: Meeting, _words: tuple[str, ...]) -> tuple[str, str]:
    return row.subject or row.place, danish_dates.moment(row.starts_at, clock.today())


GROUPS: dict[str, tuple[str, Any]] = {
    "young": ("Unge", _young),
    "case": ("Sager", _case),
    "concern": ("Bekymringer", lambda row, words: ("", find_words.excerpt(row.excerpt, words))),
    "item": ("Punkter", _item),
    "meeting": ("Møder", _meeting),
    "promise": ("Aftaler", _promise),
    "decision": ("Beslutninger", lambda row, words: ("", find_words.excerpt(row.text, words))),
}
"""In the order of the page: the heading, and what a row of it says, which is its title and a few words more."""
