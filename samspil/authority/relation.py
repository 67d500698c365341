"""The read side of the access relation, defined in `samspil/circles/sql/10_access_grant.sql`.

It leans on the view's columns person_id, circle_id, capability, reason, member_id, tenure_id. Nothing here decides:
every answer is the database's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from samspil.authority.capability import Can


@dataclass(frozen=True)
class Holder:
    """One seat by which one person is in a circle. `reads` says whether named rows are readable by it."""

    person_id: int
    name: str
    side: str
    agency: str
    function_name: str
    place: str
    part: str
    tenure_kind: str
    tenure_id: int
    until: datetime | None
    reads: bool
    capabilities: frozenset[str]
    mine: bool

    @property
    def because(self) -> str:
        """The reason in words, after "Du kan se dette, fordi du er" or beside a name."""
        deputy = "stedfortræder for " if self.tenure_kind == "deputy" else ""
        return f"{deputy}{self.function_name} i {self.place}"


def may(can: Can, circle_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select may(%s, %s)", [can, circle_id])
        return bool(cursor.fetchone()[0])


def capabilities(circle_id: int) -> frozenset[str]:
    """What the actor of this transaction may do in the circle; empty also when the circle is hidden."""
    with connection.cursor() as cursor:
        cursor.execute("select * from capabilities_in(%s)", [circle_id])
        return frozenset(row[0] for row in cursor.fetchall())


def who_may(circle_id: int) -> tuple[Holder, ...]:
    """Everybody in a circle, by name; empty unless the actor is among them."""
    with connection.cursor() as cursor:
        cursor.execute("select * from who_may(%s)", [circle_id])
        return tuple(_holder(*row) for row in cursor.fetchall())


def readers_of(circle_ids: Iterable[int]) -> dict[int, set[int]]:
    """The person ids of those who read what is named in each circle; none for a circle that the actor is not in."""
    wanted = list(set(circle_ids))
    found: dict[int, set[int]] = {one: set() for one in wanted}
    if wanted:
        with connection.cursor() as cursor:
            cursor.execute(
                "select c.id, w.person_id from unnest(%s::bigint[]) as c(id), who_may(c.id) w where w.reads", [wanted]
            )
            for circle, person in cursor.fetchall():
                found[circle].add(person)
    return found


def _holder(*row: Any) -> Holder:
    *seat, capabilities, mine = row
    return Holder(*(*seat, frozenset(capabilities), mine))
