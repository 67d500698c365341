"""What the pages of practice show."""

from dataclasses import dataclass

from django.db import connection

from samspil.authority.actor import Actor, acting_as
from samspil.post.exports import KINDS, Mail
from samspil.post.models import Outgoing

MOST = 20


@dataclass(frozen=True)
class Choice:
    """Somebody that one can be in practice: oneself, or an invented colleague."""

    person_id: int
    municipality_id: int
    key: str
    name: str
    title: str
    mine: bool


@dataclass(frozen=True)
class Letter:
    """A mail that practice keeps back; nothing is said where the receiver sees nothing of it any more."""

    outgoing: Outgoing
    mail: Mail | None


def choices(actor: Actor) -> list[Choice]:
    del actor
    with connection.cursor() as cursor:
        cursor.execute("select * from practice_people()")
        return [Choice(*row) for row in cursor.fetchall()]


def choices_of(ticket: str | None) -> list[Choice]:
    """Asked before a page has its actor."""
    with acting_as(ticket or "", "practice.entering") as actor:
        return choices(actor)


def kept_back(actor: Actor) -> list[Letter]:
    """The newest mails to whoever practises, as they would read now; none outside practice, where mails are sent."""
    if not actor.practice_of:
        return []
    rows = Outgoing.objects.filter(person=actor.person_id, municipality=actor.municipality_id)
    return [Letter(row, KINDS[row.kind](actor, row.payload)) for row in rows.order_by("-pk")[:MOST]]
