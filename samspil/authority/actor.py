"""Who acts, and the one transaction in which the database knows it (A15, A18)."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from samspil.authority import reading
from samspil.authority.capability import Can
from samspil.authority.errors import NotSignedIn


@dataclass(frozen=True)
class Actor:
    """The person acting, with the municipality in hand.

    `capabilities` are those of any seat there: for menus, never for access.
    """

    person_id: int
    person_key: str
    name: str
    municipality_id: int
    municipality_slug: str
    municipality_name: str
    title: str
    tenure_id: int | None
    capabilities: frozenset[str]
    municipalities: tuple[dict[str, str], ...]
    settings: dict[str, Any]

    @property
    def practice_of(self) -> str:
        """Short name of the municipality that this room practises for; empty where things are real."""
        return str(self.settings.get("practice_of", ""))

    @property
    def may_practise(self) -> bool:
        return bool(self.settings.get("may_practise"))

    def holds(self, *wanted: Can) -> bool:
        return not self.capabilities.isdisjoint(wanted)


@contextmanager
def acting_as(ticket: str, door: str) -> Iterator[Actor]:
    """One transaction that acts as the visit's person and records, before it commits, what was shown.

    Raises NotSignedIn when the visit has ended. A durable transaction stands in no other, so outside tests there is
    never a ticket in hand before. A test's requests all lie in its own transaction, where a ticket would outlive its
    request: the one before is taken up again, so that nobody there acts on as the person of the last page.
    """
    with reading.opened(door) as shown:
        with transaction.atomic(durable=True):
            before = _ticket_in_hand()
            yield _arrive(ticket)
            if not transaction.get_rollback():
                shown.write()
        if before:
            _take_up(before)


def _ticket_in_hand() -> str:
    if not connection.in_atomic_block or len(connection.savepoint_ids) == 0:
        return ""
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(current_setting('samspil.ticket', true), '')")
        return str(cursor.fetchone()[0])


def _take_up(ticket: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('samspil.ticket', %s, true)", [ticket])


def _arrive(ticket: str) -> Actor:
    with connection.cursor() as cursor:
        cursor.execute("select * from arrive(%s)", [ticket])
        row = cursor.fetchone()
    if row is None:
        raise NotSignedIn
    *head, title, tenure_id, capabilities, municipalities, settings = row
    rest = (title or "", tenure_id, frozenset(capabilities), tuple(json.loads(municipalities)), json.loads(settings))
    return Actor(*(*head, *rest))
