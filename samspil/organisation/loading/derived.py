"""Mandates that follow from those a file states, alike in every municipality."""

from collections.abc import Iterable, Iterator

from samspil.authority.capability import Can, row_class
from samspil.organisation.files.expand import MandateRow
from samspil.organisation.files.vocabulary import CircleKind, Part

CLOSES: tuple[CircleKind, ...] = ("concern", "item", "case")


def all_mandates(stated: Iterable[MandateRow]) -> list[MandateRow]:
    """The stated ones, and what follows; each once, in a fixed order."""
    rows = list(stated)
    rows += [*_custodians(rows), *_guests(rows)]
    return list(dict.fromkeys([*rows, *_circle_read(rows)]))


def _custodians(rows: Iterable[MandateRow]) -> Iterator[MandateRow]:
    """Who keeps a matter has its duties left when reading it has ended, and nothing of what is in it (A13)."""
    for row in rows:
        if row.circle_kind in CLOSES and row.part == "keeper" and row.capability == Can.CIRCLE_KEEP:
            yield _mandate(row.function, row.circle_kind, "custodian", Can.CIRCLE_KEEP)


def _guests(rows: Iterable[MandateRow]) -> Iterator[MandateRow]:
    """Whoever is invited to a meeting reads its open part, and no other meeting's, while the invitation lasts.

    A seat of the office is for its duties: by it nobody is asked to a meeting.
    """
    for function in sorted({row.function for row in rows if row.circle_kind != "office"}):
        yield _mandate(function, "body_open", "guest", Can.MEETING_READ)


def _circle_read(rows: Iterable[MandateRow]) -> Iterator[MandateRow]:
    """Whoever holds anything in a circle knows the circle itself: its name, its members, why one is there."""
    for function, kind, part in sorted({(row.function, row.circle_kind, row.part) for row in rows}):
        yield _mandate(function, kind, part, Can.CIRCLE_READ)


def _mandate(function: str, kind: CircleKind, part: Part, can: Can) -> MandateRow:
    return MandateRow(function, kind, part, can, row_class(can))
