"""What this transaction has shown of protected rows. Loading a row is showing it (architecture 1.3)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from samspil.authority.errors import ReadingRefused


@dataclass
class Reading:
    """`narrowed` once the transaction has been held to one matter; nothing is decided then (`narrow_to_matter`)."""

    door: str
    circles: set[int] = field(default_factory=set)
    subjects: set[int] = field(default_factory=set)
    narrowed: bool = False

    def write(self) -> None:
        """One row for all that was shown, in the transaction that showed it; nothing shown, nothing written."""
        if self.circles:
            with connection.cursor() as cursor:
                cursor.execute(
                    "select record_reading(%s, %s, %s)", [self.door, sorted(self.circles), sorted(self.subjects)]
                )


_open: ContextVar[Reading | None] = ContextVar("reading", default=None)


@contextmanager
def opened(door: str) -> Iterator[Reading]:
    token = _open.set(Reading(door))
    try:
        yield current()
    finally:
        _open.reset(token)


def is_open() -> bool:
    return _open.get() is not None


def current() -> Reading:
    reading = _open.get()
    if reading is None:
        message = "protected rows are read only by somebody, through a door"
        raise ReadingRefused(message)
    return reading


def shown(row: Any) -> None:
    """Called for every protected row that is loaded, whatever query brought it."""
    if "circle_id" in row.get_deferred_fields():
        message = f"{type(row).__name__} was loaded without its circle"
        raise ReadingRefused(message)
    reading = current()
    reading.circles.add(row.circle_id)
    subject = row.reading_subject()
    if subject is not None:
        reading.subjects.add(subject)
