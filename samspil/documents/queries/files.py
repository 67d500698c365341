"""The files of a circle, as its pages list them, and the door to one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import capabilities
from samspil.circles.models import Circle
from samspil.circles.queries import open_circle_by_key
from samspil.documents.models import FileRow, ReportedFile, StoredFile
from samspil.documents.rules import TYPE_WORDS, size_words, why_not_tell_more
from samspil.lib.file_intake import Kind

CONCERN = "concern"


@dataclass(frozen=True)
class Room:
    """A circle whose files the actor may read, and what the actor may do there."""

    circle: Circle
    can: frozenset[str]

    @property
    def tells(self) -> bool:
        """Whether what is put here belongs to the concern as told: its writer, who reads no other file there."""
        return self.circle.kind == CONCERN and Can.FILE_READ not in self.can

    @property
    def writes(self) -> Can | None:
        """The capability by which the actor puts files here."""
        ways = (Can.CONCERN_WRITE,) if self.tells else (Can.FILE_WRITE, Can.OPEN_WRITE)
        return next((can for can in ways if can in self.can), None)

    @property
    def keeps(self) -> bool:
        return Can.CIRCLE_KEEP in self.can


@dataclass(frozen=True)
class Attached:
    """One line of the list."""

    key: str
    name: str
    words: str
    by: str
    at: datetime
    may_withdraw: bool


def open_room(actor: Actor, key: str) -> Room:
    """The door to a circle's files; Http404 for whoever reads none there."""
    circle = open_circle_by_key(actor, key)
    room = Room(circle, capabilities(circle.pk))
    if room.can.isdisjoint(_reading(circle)):
        raise Http404
    return room


def attached(actor: Actor, room: Room, about: str = "") -> list[Attached]:
    """What lies there now, the oldest first; `about` narrows it to one thing of the circle."""
    return [line_of(actor, room, row) for row in _there(room.circle, about)]


def files_to_bring(circle: Circle) -> list[Attached]:
    """What may be chosen when the matter is brought on; whoever reads no files here is given none to choose."""
    return [_line(row, may_withdraw=False) for row in _there(circle)]


def with_content(circle: Circle, keys: Iterable[str]) -> list[Any]:
    """The chosen files with their bytes, as `commands.carry` takes them."""
    room = Room(circle, frozenset())
    return [open_file(room, key, content=True) for key in keys]


def open_file(room: Room, key: str, *, content: bool = False) -> Any:
    """The door to one file; Http404 when it is hidden, missing or taken away."""
    for model in _models(room.circle):
        row = _rows(model, content=content).filter(circle=room.circle, key=key).first()
        if row is not None and not row.withdrawals.all():
            return row
    raise Http404


def download_name(row: Any) -> str:
    """Says nothing: the name that a person gave is content."""
    return f"bilag-{row.key}.{row.file_type}"


def _reading(circle: Circle) -> set[Can]:
    return {Can.FILE_READ, Can.CONCERN_READ} if circle.kind == CONCERN else {Can.FILE_READ, Can.OPEN_READ}


def _models(circle: Circle) -> tuple[type[FileRow], ...]:
    return (ReportedFile, StoredFile) if circle.kind == CONCERN else (StoredFile,)


def _rows(model: type[FileRow], *, content: bool = False) -> QuerySet[Any]:
    manager: Any = model._default_manager
    rows = manager.select_related("municipality", "written_by__person").prefetch_related("withdrawals")
    found: QuerySet[Any] = rows if content else rows.defer("sealed")
    return found


def _standing(model: type[FileRow], circle: Circle, about: str) -> Iterable[Any]:
    rows = _rows(model).filter(circle=circle)
    return rows.filter(about=about) if about else rows


def _may_withdraw(room: Room, *, mine: bool) -> bool:
    told = room.tells and why_not_tell_more(room.circle.kind, room.circle.pk) is not None
    return room.writes is not None and room.circle.closed_at is None and (mine or room.keeps) and not told


def line_of(actor: Actor, room: Room, row: Any) -> Attached:
    mine = row.written_by is not None and row.written_by.person_id == actor.person_id
    return _line(row, may_withdraw=_may_withdraw(room, mine=mine))


def _there(circle: Circle, about: str = "") -> list[Any]:
    rows = [row for model in _models(circle) for row in _standing(model, circle, about)]
    rows.sort(key=lambda row: (row.written_at, row.pk))
    return [row for row in rows if not row.withdrawals.all()]


def _line(row: Any, *, may_withdraw: bool) -> Attached:
    words = f"{TYPE_WORDS[Kind(row.file_type)]}, {size_words(row.size)}"
    return Attached(
        key=row.key,
        name=row.given_name,
        words=words[0].upper() + words[1:],
        by=row.written_by.person.name if row.written_by else "",
        at=row.written_at,
        may_withdraw=may_withdraw,
    )
