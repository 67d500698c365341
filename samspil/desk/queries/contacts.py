"""Hvem kan jeg spørge: found from one's workplace (H-05)."""

from dataclasses import dataclass

from samspil.authority.actor import Actor
from samspil.concerns.queries.contacts import Helper, expected_receiver, helper_of
from samspil.organisation.models import Tenure, Unit
from samspil.organisation.queries import held_today


@dataclass(frozen=True)
class Asking:
    """Whom to ask: the card, who receives what is sent, and who stands in now."""

    workplace: str
    helper: Helper | None
    receiver: Helper | None
    deputies: tuple[str, ...]

    @property
    def first_name(self) -> str:
        return self.helper.name.split(" ", 1)[0] if self.helper else "SSP"


def workplace_of(actor: Actor) -> Unit | None:
    """Where the actor works; None for somebody who holds seats in bodies only."""
    if actor.tenure_id is None:
        return None
    unit = Tenure.objects.select_related("seat__unit__agency").get(pk=actor.tenure_id).seat.unit
    return unit if isinstance(unit, Unit) else None


def asking_of(actor: Actor) -> Asking:
    unit = workplace_of(actor)
    if unit is None:
        contact = actor.settings.get("contact") or {}
        told = (contact.get("phone", ""), contact.get("hours", ""))
        return Asking("", Helper(contact["name"], "", *told, is_place=True) if contact else None, None, ())
    helper = helper_of(actor, unit)
    place = expected_receiver(unit)
    told = (getattr(place, "phone", ""), getattr(place, "hours", ""))
    receiver = Helper(place.name, "Får det, du sender", *told, is_place=True) if place else None
    if receiver and helper and receiver.name == helper.name:
        receiver = None
    return Asking(unit.name, helper, receiver, _deputies(unit, place))


def _deputies(unit: Unit, place: object) -> tuple[str, ...]:
    """`Jens Ulrik Bang, stedfortræder for kontaktlærer`, those of today."""
    units = [one.pk for one in (unit, place) if isinstance(one, Unit)]
    rows = (
        held_today()
        .filter(kind="deputy", seat__unit__in=units)
        .select_related("person", "seat__function")
        .order_by("id")
    )
    return tuple(f"{row.person.name}, stedfortræder for {row.seat.function.name}" for row in rows.order_by("id"))
