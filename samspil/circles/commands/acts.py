"""Opening circles, letting in and out, and sharing between them. Each calls the definer function that decides (A5)."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import Subject, describe, record
from samspil.authority.errors import NotAllowed, Refusal
from samspil.circles.models import Circle, Member
from samspil.organisation.models import Body, Person, RetentionCategory, Tenure, Unit

NOT_ALLOWED = "42501"
NO_REASON = "23502"
MEMBER_LAWFUL = "member_lawful"
CIRCLE_KEEPER = "circle_keeper"
BASIS_HOLDS = "basis_holds"


def open_circle(  # noqa: PLR0913  # the facts of a circle, all by name
    actor: Actor,
    parent: Circle,
    *,
    kind: str,
    purpose: str,
    title: str,
    body: Body | None = None,
    unit: Unit | None = None,
    own_part: str = "",
) -> Circle:
    """Open a circle along a routing row, from a circle in which the actor holds what the row demands.

    The keeper is the row's, else `body`, else `unit`. `own_part` (follower or party) puts the actor's seat in it too.
    Raises NotAllowed where no row fits. Content is written after this, never in the same statement.
    """
    call = "select open_circle(%s, %s, %s, %s, %s, %s, %s)"
    values = [kind, parent.pk, purpose, title, _id(body), _id(unit), own_part]
    opened = ask_act("circles.open_circle", parent, call, values)
    record("circles.open_circle", opened, f"circle:{kind}")
    return Circle.objects.get(pk=opened)


def admit(  # noqa: PLR0913  # the facts of an admission, all by name
    actor: Actor,
    circle: Circle,
    *,
    part: str,
    body: Body | None = None,
    unit: Unit | None = None,
    tenure: Tenure | None = None,
    ends_at: datetime | None = None,
    basis: str = "",
    necessity: str = "",
) -> str:
    """Let a body, a unit or a tenure into a circle. A new agency makes it a disclosure of everything in it (A8).

    Answers the key of the act.

    Raises Refusal where basis or necessity is missing, or where nobody of the member may lawfully be there (L5).
    """
    call = "select admit(%s, %s, %s, %s, %s, %s, %s, %s)"
    act = ask_act(
        "circles.admit", circle, call, [circle.pk, _id(body), _id(unit), _id(tenure), part, ends_at, basis, necessity]
    )
    record("circles.admit", circle.pk, describe(circle))
    return str(act)


def release(actor: Actor, circle: Circle, member: Member) -> None:
    ask_act("circles.release", circle, "select release(%s, %s)", [circle.pk, member.pk])
    record("circles.release", circle.pk, describe(circle))


def exclude(actor: Actor, circle: Circle, person: Person, reason: str) -> None:
    """A deny row: whatever seats the person holds, nothing of this circle, nor of those it has delivered to (A7).

    One may always exclude oneself.
    """
    ask_act("circles.exclude", circle, "select exclude(%s, %s, %s)", [circle.pk, person.pk, reason])
    record("circles.exclude", circle.pk, describe(circle))


def disclose(actor: Actor, circle: Circle, *, basis: str, necessity: str, tenure_id: int | None = None) -> int | None:
    """The act that rows written next in this circle carry; None where one agency is alone and nothing is shared."""
    act = ask_act(
        "circles.disclose", circle, "select disclose(%s, %s, %s, %s)", [circle.pk, basis, necessity, tenure_id]
    )
    if act is not None:
        record("circles.disclose", circle.pk, describe(circle))
    return None if act is None else int(act)


def deliver(
    actor: Actor, source: Circle, target: Circle, *, basis: str, necessity: str, text: str | None = None
) -> int:
    """Share from one circle into another along a routing row; the id of the receiving side of the act (A8, A9).

    `text` is left there for the target's readers, for one who may not write there.
    """
    values = [source.pk, target.pk, basis, necessity, text]
    act = ask_act("circles.deliver", source, "select deliver(%s, %s, %s, %s, %s)", values)
    record("circles.deliver", source.pk, describe(target))
    return int(act)


def close_circle(actor: Actor, circle: Circle, can: Can, *, reading_days: int) -> None:
    """The matter has ended: after `reading_days` nobody reads it, and the keeper has its duties left (A13)."""
    ask_act("circles.close_circle", circle, "select close_circle(%s, %s, %s)", [circle.pk, can, reading_days])
    record("circles.close_circle", circle.pk, describe(circle))


def set_category(actor: Actor, circle: Circle, can: Can, category: RetentionCategory) -> None:
    """How long the circle is kept, and what happens then."""
    ask_act("circles.set_category", circle, "select set_category(%s, %s, %s)", [circle.pk, can, category.pk])
    record("circles.set_category", circle.pk, describe(circle))


def _id(thing: Any) -> int | None:
    return None if thing is None else int(thing.pk)


def ask_act(verb: str, subject: Subject, call: str, values: list[Any]) -> Any:
    """Ask the definer function; its refusals become ours, and any other error stays what it is."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(call, values)
            return cursor.fetchone()[0]
    except ProgrammingError as error:
        if _code(error) == NOT_ALLOWED:
            raise NotAllowed(verb, subject.circle_id, describe(subject)) from None
        raise
    except IntegrityError as error:
        raise _refusal(error) from None


def _refusal(error: IntegrityError) -> Exception:
    cause = error.__cause__
    constraint = getattr(getattr(cause, "diag", None), "constraint_name", None)
    if constraint == CIRCLE_KEEPER:
        return Refusal("Nogen skal have ansvaret for rummet. Sæt en anden på, før den sidste går.")
    if constraint == BASIS_HOLDS:
        return Refusal("Det grundlag kan I ikke dele på her i dag. Vælg et andet. Ingenting er delt endnu.")
    if constraint == MEMBER_LAWFUL:
        return Refusal(
            "Den part må efter det retlige grundlag ikke være i et rum om en navngiven person. Ingenting er ændret."
        )
    if _code(error) == NO_REASON or "says_why" in str(cause) or "has_basis" in str(cause):
        return Refusal("Skriv, hvilket grundlag I deler på, og hvorfor det er nødvendigt. Ingenting er delt endnu.")
    return error


def _code(error: Exception) -> str | None:
    return getattr(error.__cause__, "sqlstate", None)
