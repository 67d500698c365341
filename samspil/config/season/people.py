"""More invented professionals: those of the seats that the named people of the demo leave open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from samspil.config.season.stories import WORDS
from samspil.organisation.loading.people import Term, settle
from samspil.organisation.models import Municipality, Person, Seat, Tenure

MORE = {"frederiksberg": 38, "glostrup": 36, "halsnaes": 20, "holstebro": 16, "koebenhavn": 44}
"""With those of `demo_people.toml`, three hundred."""
SINCE_DAYS = 300
ENDED_DAYS = 18
SEATS_EACH = 3
MAIL = "person-"
NOT_YET = 2
"""The last of them have no account yet: one is invited, one waits to be."""
OPEN_SEAT = 5
"""Every fifth seat stays vacant, as seats do."""


@dataclass
class Newcomer:
    seats: list[str]
    former: list[str] = field(default_factory=list)


def settle_more(say: Callable[[str], None], today: date) -> None:
    for slug, number in MORE.items():
        municipality = Municipality.objects.using("owner").get(slug=slug)
        newcomers = _newcomers(municipality, number)
        with transaction.atomic(using="owner"):
            _settle(municipality, newcomers, today)
        say(f"{municipality.name}: {len(newcomers)} more people")


def _settle(municipality: Municipality, newcomers: list[Newcomer], today: date) -> None:
    luck = Random(municipality.slug)  # noqa: S311  # seeded by a name, no secret
    start, end = today - timedelta(days=SINCE_DAYS), today - timedelta(days=ENDED_DAYS)
    taken = set(Person.objects.using("owner").values_list("name", flat=True))
    for number, one in enumerate(newcomers, start=1):
        name = _name(luck, taken)
        email = f"{MAIL}{number}@{municipality.slug}.example"
        person = settle(municipality, name, email, _terms(one, start, end), phone="")
        if number > len(newcomers) - NOT_YET:
            _without_account(person)


def _without_account(person: Person) -> None:
    account, person.account = person.account, None
    person.save(using="owner", update_fields=["account"])
    account.delete(using="owner")


def _terms(one: Newcomer, start: date, end: date) -> tuple[Term, ...]:
    return (*(Term(seat, start) for seat in one.seats), *(Term(seat, start, end) for seat in one.former))


def _name(luck: Random, taken: set[str]) -> str:
    while True:
        name = f"{luck.choice(WORDS['first'])} {luck.choice(WORDS['last'])}"
        if name not in taken:
            taken.add(name)
            return name


def _newcomers(municipality: Municipality, number: int) -> list[Newcomer]:
    """First those whom the bodies lack, then colleagues at the workplaces; the first one's seat in a body has ended."""
    units = list(_seats(municipality).filter(unit__isnull=False, many=True).order_by("slug"))
    found = _for_bodies(municipality, units, number)
    colleagues = [Newcomer([seat.slug]) for seat in units * 3 if _works_with_children(seat)]
    found = [*found, *colleagues][:number]
    for first in [one for one in found if len(one.seats) > 1][:1]:
        first.former.append(first.seats.pop())
    return found


def _seats(municipality: Municipality) -> Any:
    return Seat.objects.using("owner").filter(municipality=municipality, closed_on=None).select_related("function")


def _for_bodies(municipality: Municipality, units: list[Seat], number: int) -> list[Newcomer]:
    held = Tenure.objects.using("owner").filter(seat=OuterRef("pk"))
    vacant = _seats(municipality).filter(~Exists(held), body__isnull=False, many=False).select_related("body")
    shared: dict[tuple[int, int, int | None], Newcomer] = {}
    found: list[Newcomer] = []
    for at, seat in enumerate(vacant.order_by("-body__closed_matters", "body__slug", "slug")):
        who = (seat.function_id, seat.agency_id, seat.from_unit_id)
        known = shared.get(who)
        if at % OPEN_SEAT == OPEN_SEAT - 1 or len(found) * 4 >= number * 3:
            continue
        if known is not None and len(known.seats) < SEATS_EACH:
            known.seats.append(seat.slug)
            continue
        shared[who] = Newcomer([*_workplace(seat, units), seat.slug])
        found.append(shared[who])
    return found


def _workplace(seat: Seat, units: list[Seat]) -> list[str]:
    """The same work at the place that the seat is filled from, else in the same agency."""
    same = [one for one in units if one.function_id == seat.function_id and one.agency_id == seat.agency_id]
    near = [one for one in same if one.unit_id == seat.from_unit_id]
    return [one.slug for one in (near or same)[:1]]


def _works_with_children(seat: Seat) -> bool:
    return not seat.function.slug.startswith(tuple(WORDS["not_many"]))
