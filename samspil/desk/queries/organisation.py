"""The organisation of today: levels, bodies with ties and rhythm, seats, who sits there, and what is vacant."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Prefetch, Q

from samspil.authority.actor import Actor
from samspil.lib import clock
from samspil.lib.danish_dates import listed
from samspil.organisation.models import Body, BodyTie, Function, MunicipalText, Rhythm, Seat
from samspil.organisation.queries import held_today

SHOWN_ELSEWHERE = ("purpose", "privacy", "accessibility")


class TieWords(NamedTuple):
    """How the lower body tells of the tie, and the upper one; a name follows."""

    of_lower: str
    of_upper: str


TIE_WORDS = {
    "decides_for": TieWords("Får beslutninger fra", "Beslutter for"),
    "forms": TieWords("Nedsat af", "Nedsætter"),
    "advises": TieWords("Rådgiver", "Får råd fra"),
    "reports_to": TieWords("Melder tilbage til", "Får melding fra"),
    "staffed_by": TieWords("Betjener", "Betjenes af"),
}
OFFICES = {"convenes": "indkalder", "chairs": "leder mødet", "writes": "skriver referat"}
TOLD_BY_NAME = 4


@dataclass(frozen=True)
class SeatLine:
    """`place`: the workplace or the party that the seat's holder comes from."""

    function: str
    place: str
    holders: tuple[str, ...]
    many: bool
    optional: bool
    appointed_by: str

    @property
    def vacant(self) -> bool:
        return not self.holders and not self.optional and not self.many


@dataclass(frozen=True)
class Office:
    """Who does what at the meetings. `proposed`: the file's own source says nothing of it."""

    label: str
    functions: str
    proposed: bool


@dataclass(frozen=True)
class BodyCard:
    """`like`: the first body on its floor of which the same is told, where there are many of a kind."""

    name: str
    task: str
    rhythm: str
    offices: tuple[Office, ...]
    ties: tuple[str, ...]
    seats: tuple[SeatLine, ...]
    ad_hoc: bool
    like: str = ""

    @property
    def vacant(self) -> int:
        return sum(1 for seat in self.seats if seat.vacant)


@dataclass(frozen=True)
class Level:
    name: str
    bodies: tuple[BodyCard, ...]


def levels_of(actor: Actor) -> list[Level]:
    today = clock.today()
    now = Q(valid_until=None) | Q(valid_until__gt=today)
    tenures = held_today().select_related("person").order_by("id")
    seats = Seat.objects.filter(closed_on=None).select_related("function", "agency", "from_unit").order_by("id")
    rows = list(
        Body.objects.filter(now, municipality_id=actor.municipality_id, valid_from__lte=today, registered_until=None)
        .prefetch_related("rhythms", Prefetch("seats", seats.prefetch_related(Prefetch("tenures", tenures))))
        .order_by("level", "sort_key", "pk")
    )
    names = dict(Function.objects.filter(municipality_id=actor.municipality_id).values_list("slug", "name"))
    told = ties_of(rows, actor)
    return [
        Level(name, tuple(_told_once([_card(body, names, told[body.pk]) for body in found])))
        for name, found in groupby(rows, key=lambda body: body.level_name)
    ]


def _told_once(cards: list[BodyCard]) -> Iterator[BodyCard]:
    first: dict[tuple[Any, ...], str] = {}
    for card in cards:
        same = (card.task, card.rhythm, card.offices)
        like = first.setdefault(same, card.name) if card.task else card.name
        yield card if like == card.name else replace(card, like=like)


def ties_of(bodies: list[Body], actor: Actor) -> dict[int, tuple[str, ...]]:
    """What stands over each body and under it, in sentences without an end."""
    names = {body.pk: body.name for body in bodies}
    others: dict[int, dict[str, list[str]]] = {pk: {} for pk in names}
    ties = BodyTie.objects.filter(municipality_id=actor.municipality_id, registered_until=None).order_by("id")
    for tie in ties:
        if tie.upper_id in names and tie.lower_id in names:
            words = TIE_WORDS[tie.kind]
            others[tie.lower_id].setdefault(words.of_lower, []).append(names[tie.upper_id])
            others[tie.upper_id].setdefault(words.of_upper, []).append(names[tie.lower_id])
    return {pk: tuple(f"{words} {_some(found)}" for words, found in told.items()) for pk, told in others.items()}


def _some(names: list[str]) -> str:
    if len(names) <= TOLD_BY_NAME:
        return listed(names)
    return f"{names[0]} og {len(names) - 1} andre"


def _card(body: Body, names: dict[str, str], ties: tuple[str, ...]) -> BodyCard:
    return BodyCard(
        name=body.name,
        task=body.task,
        rhythm=listed([_told(one) for one in body.rhythms.all() if one.words]),
        offices=tuple(_offices(body.words, names)),
        ties=ties,
        seats=tuple(_seat(seat, body) for seat in body.seats.all()),
        ad_hoc=bool(body.words.get("ad_hoc")),
    )


def _told(rhythm: Rhythm) -> str:
    return f"{rhythm.words} (forslag)" if rhythm.status == "not_stated" else str(rhythm.words)


def _offices(words: dict[str, Any], names: dict[str, str]) -> Iterator[Office]:
    """One function that does all three is told once."""
    proposed = words.get("defaults", [])
    held: dict[tuple[str, bool], list[str]] = {}
    for key, does in OFFICES.items():
        function = words.get(key)
        if function:
            held.setdefault((function, key in proposed), []).append(does)
    for (function, is_proposal), acts in held.items():
        label = listed(acts)
        yield Office(label[:1].upper() + label[1:], names.get(function, function), is_proposal)


def _seat(seat: Seat, body: Body) -> SeatLine:
    names = (
        f"{one.person.name} (stedfortræder)" if one.kind == "deputy" else one.person.name for one in seat.tenures.all()
    )
    own = seat.from_unit_id is not None and seat.from_unit_id == body.unit_id
    place = seat.from_unit.name if seat.from_unit else seat.agency.name
    return SeatLine(
        function=seat.function.name,
        place="" if own or place in seat.function.name else place,
        holders=tuple(names),
        many=seat.many,
        optional=seat.optional,
        appointed_by=seat.appointed_by,
    )


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
