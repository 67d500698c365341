"""The organisation of today as a list: levels, bodies, seats, who sits there, and what is vacant."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch, Q

from samspil.authority.actor import Actor
from samspil.lib import clock
from samspil.organisation.models import Body, MunicipalText, Seat, Tenure

SHOWN_ELSEWHERE = ("purpose", "privacy", "accessibility")


@dataclass(frozen=True)
class SeatLine:
    function: str
    holders: tuple[str, ...]
    optional: bool
    appointed_by: str


@dataclass(frozen=True)
class BodyCard:
    name: str
    task: str
    rhythm: str
    seats: tuple[SeatLine, ...]

    @property
    def vacant(self) -> int:
        return sum(1 for seat in self.seats if not seat.holders and not seat.optional)


@dataclass(frozen=True)
class Level:
    name: str
    bodies: tuple[BodyCard, ...]


def levels_of(actor: Actor) -> list[Level]:
    today = clock.today()
    now = Q(valid_until=None) | Q(valid_until__gt=today)
    tenures = (
        Tenure.objects.filter(now, valid_from__lte=today, registered_until=None).select_related("person").order_by("id")
    )
    seats = Seat.objects.filter(closed_on=None).select_related("function").order_by("id")
    rows = (
        Body.objects.filter(now, municipality_id=actor.municipality_id, valid_from__lte=today, registered_until=None)
        .prefetch_related("rhythms", Prefetch("seats", seats.prefetch_related(Prefetch("tenures", tenures))))
        .order_by("level", "sort_key", "pk")
    )
    return [Level(name, tuple(map(_card, found))) for name, found in groupby(rows, key=lambda body: body.level_name)]


def _card(body: Body) -> BodyCard:
    rhythm = "; ".join(one.words for one in body.rhythms.all() if one.words)
    return BodyCard(body.name, body.task, rhythm, tuple(map(_seat, body.seats.all())))


def _seat(seat: Seat) -> SeatLine:
    names = (
        f"{one.person.name} (stedfortræder)" if one.kind == "deputy" else one.person.name for one in seat.tenures.all()
    )
    return SeatLine(seat.function.name, tuple(names), seat.optional, seat.appointed_by)


@dataclass(frozen=True)
class Guide:
    key: str
    title: str
    paragraphs: tuple[str, ...]
    responsible: str


def guides_of(actor: Actor) -> list[Guide]:
    """The municipality's own guides, the newest version of each."""
    rows = MunicipalText.objects.filter(
        municipality_id=actor.municipality_id, language="da", valid_from__lte=clock.today()
    )
    newest = {row.slug: row for row in rows.exclude(slug__in=SHOWN_ELSEWHERE).order_by("valid_from", "version")}
    return [
        Guide(
            row.slug, row.title, tuple(part.strip() for part in row.text.split("\n\n") if part.strip()), row.responsible
        )
        for row in newest.values()
    ]
