"""Whom to call, and who receives."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from samspil.authority.actor import Actor
from samspil.authority.relation import Holder, who_may
from samspil.circles.models import Circle
from samspil.organisation.models import Person, Routing, Tenure, Unit
from samspil.organisation.queries import held_today


@dataclass(frozen=True)
class Helper:
    """Somebody or some place to talk to now."""

    name: str
    seat: str
    phone: str
    hours: str = ""
    is_place: bool = False


@dataclass(frozen=True)
class Receiver:
    """Who has a concern: the place, and the people who can read it there."""

    place: str
    phone: str
    hours: str
    people: tuple[Helper, ...]

    @property
    def name(self) -> str:
        """The one person, or the place where several share the work."""
        return self.people[0].name if len(self.people) == 1 else self.place

    @property
    def is_place(self) -> bool:
        return len(self.people) != 1

    @property
    def seat(self) -> str:
        return (
            f"{self.people[0].seat}, {self.place}"
            if len(self.people) == 1
            else ", ".join(one.name for one in self.people)
        )

    @property
    def number(self) -> str:
        """Of the one person, else of the place, else of whoever there has one."""
        own = self.people[0].phone if len(self.people) == 1 else ""
        return own or self.phone or next((one.phone for one in self.people if one.phone), "")


def helper_of(actor: Actor, unit: Unit) -> Helper | None:
    """The adviser at this workplace, else the place that receives its concerns."""
    tenure = holders_in(unit, _unit_kind(actor, unit).get("adviser")).exclude(person_id=actor.person_id).first()
    if tenure is not None:
        return Helper(tenure.person.name, tenure.seat.function.name, tenure.person.work_phone or unit.phone, unit.hours)
    route = admit_route(unit)
    place = route.keeper_unit if route else None
    return Helper(place.name, "Tager imod bekymringer", place.phone, place.hours, is_place=True) if place else None


def leader_of(actor: Actor, unit: Unit) -> str:
    tenure = holders_in(unit, _unit_kind(actor, unit).get("head")).first()
    return tenure.person.name if tenure else ""


def leaders_at(actor: Actor, unit: Any) -> QuerySet[Tenure]:
    """The same for a workplace that a larger question asks about, whatever its kind."""
    kinds = (kind for kind in actor.settings.get("unit_kinds") or [] if kind.get("head"))
    heads = [Q(seat__unit__kind=kind["key"], seat__function__slug=kind["head"]) for kind in kinds]
    return held_today().filter(reduce(or_, heads, Q(pk__in=())), seat__unit=unit)


def holders_in(unit: Unit, function: str | None) -> QuerySet[Tenure]:
    held = held_today().filter(seat__unit=unit, seat__function__slug=function or "")
    return held.select_related("person", "seat__function").order_by("id")


def admit_route(unit: Unit) -> Routing | None:
    """The way from this workplace's drafts to whoever receives them."""
    routes = Routing.objects.filter(act="admit", from_kind="concern", municipality_id=unit.municipality_id)
    fitting = routes.filter(Q(for_unit=unit) | Q(for_unit__isnull=True)).order_by("for_unit", "id")
    return fitting.select_related("keeper_unit", "keeper_body").first()


def expected_receiver(unit: Unit) -> Any:
    """The unit or body that a draft from this workplace goes to."""
    route = admit_route(unit)
    return (route.keeper_unit or route.keeper_body) if route else None


def receiver_of(circle: Circle, place: Any) -> Receiver:
    """Who can take a sent concern on. Answers only to somebody in the circle."""
    holders = [one for one in who_may(circle.pk) if "concern.triage" in one.capabilities and not one.mine]
    return Receiver(place.name, getattr(place, "phone", ""), getattr(place, "hours", ""), _people(holders))


def _people(holders: list[Holder]) -> tuple[Helper, ...]:
    phones = {
        person.pk: person.work_phone for person in Person.objects.filter(pk__in={one.person_id for one in holders})
    }
    once = {one.person_id: one for one in reversed(holders)}
    return tuple(
        Helper(one.name, one.function_name, phones.get(key, ""))
        for key, one in sorted(once.items(), key=lambda pair: pair[1].name)
    )


def acute_doors(actor: Actor) -> list[dict[str, Any]]:
    return [door for door in actor.settings.get("doors") or [] if door.get("acute")]


def municipality_contact(actor: Actor) -> dict[str, Any]:
    return dict(actor.settings.get("contact") or {})


def contact_words(actor: Actor) -> str:
    """Whom the municipality says one may call: name and number as it gives them."""
    told = municipality_contact(actor)
    return " på ".join(filter(None, [str(told.get("name", "")), str(told.get("phone", ""))])) or actor.municipality_name


def _unit_kind(actor: Actor, unit: Unit) -> dict[str, Any]:
    kinds = actor.settings.get("unit_kinds") or []
    return next((kind for kind in kinds if kind.get("key") == unit.kind), {})
