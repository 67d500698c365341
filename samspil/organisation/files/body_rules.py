"""What must hold of bodies, seats, posts and units, beyond their form."""

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from samspil.lib.contrast import unreadable
from samspil.organisation.files.faults import Fault
from samspil.organisation.files.model import Body, Entry, Municipality, Organisation, Post, Rhythm, Seat
from samspil.organisation.files.references import every_entry

MOST_RINGS = 20


def faults(organisation: Organisation) -> Iterator[Fault]:
    yield from _colours(organisation.municipality)
    for body in organisation.bodies:
        yield from _names(body)
        yield from _instances(body)
        yield from _closed_part(body)
        yield from _seats(body)
    for post in organisation.posts:
        yield from _number(post)
        if (post.unit is None) == (post.unit_kind is None):
            yield Fault(post, "function", "enten unit eller unit_kind", "Stillingen skal ligge ét sted.")
    for entry in every_entry(organisation):
        if isinstance(entry, Rhythm):
            yield from _rhythm(entry)
        yield from _period(entry)
    yield from _circular_ties(organisation)
    yield from _circular_units(organisation)
    yield from _shared_keys(organisation)


def _colours(municipality: Municipality) -> Iterator[Fault]:
    """The first pair that cannot be read; the next is told when this one is mended."""
    own = (municipality.colours.primary, municipality.colours.dark, municipality.colours.tint)
    if not all(re.fullmatch("#[0-9a-fA-F]{6}", one) for one in own):
        return  # told already, as no colour
    for pair in islice(unreadable(*own), 1):
        ratio = f"{pair.ratio:.1f}".replace(".", ",")
        yield Fault(
            municipality,
            "colours",
            "en kontrast på mindst 4,5 mellem tekst og bund (WCAG 2.1 AA)",
            f"Tekst i {pair.text} på {pair.ground} kan ikke læses af alle: kontrasten er {ratio}.",
        )


def _names(body: Body) -> Iterator[Fault]:
    allowed = {"{unit}"} if body.is_made_per_unit else set()
    for field in ("name", "open_name", "closed_name"):
        if set(re.findall(r"\{[^}]*\}", getattr(body, field))) - allowed:
            yield Fault(
                body, field, "kun {unit}, og kun i organer der laves for hver enhed", "Pladsholderen kan ikke bruges."
            )
    if body.is_made_per_unit and "{unit}" not in body.name:
        yield Fault(
            body, "name", 'et navn med {unit}, for eksempel "Netværk {unit}"', "Alle organerne ville få samme navn."
        )


def _instances(body: Body) -> Iterator[Fault]:
    if body.per_units and body.per_unit_kind:
        yield Fault(body, "per_units", "enten per_units eller per_unit_kind", "Organet kan kun laves ud fra én liste.")
    if body.except_units and not body.is_made_per_unit:
        yield Fault(
            body,
            "except_units",
            "kun sammen med per_units eller per_unit_kind",
            "Der er ingen liste at gøre undtagelse fra.",
        )


def _closed_part(body: Body) -> Iterator[Fault]:
    if body.competence.closed_matters:
        return
    if body.closed_name:
        yield Fault(body, "closed_name", "intet navn, eller closed_matters = true", "Organet har ingen lukket del.")
    for item in body.agenda:
        if item.closed:
            yield Fault(
                item,
                "closed",
                "closed = false, eller closed_matters = true på organet",
                "Organet har ingen lukket del.",
            )


def _seats(body: Body) -> Iterator[Fault]:
    seen: set[str] = set()
    for seat in body.seats:
        yield from _number(seat)
        if sum((seat.agency is not None, seat.unit is not None, seat.own_unit)) != 1:
            yield Fault(
                seat,
                "function",
                "netop én af agency, unit og own_unit = true",
                "Man kan ikke se, hvor den på pladsen kommer fra.",
            )
        if seat.own_unit and not body.is_made_per_unit:
            yield Fault(seat, "own_unit", "agency eller unit", "Organet er ikke lavet for en enhed.")
        key = seat.key or seat.function
        if key in seen:
            yield Fault(
                seat,
                "key" if seat.key else "function",
                "en key, der er pladsens egen",
                f"Organet har allerede pladsen »{key}«.",
            )
        seen.add(key)


def _number(place: Seat | Post) -> Iterator[Fault]:
    if place.number is not None and (place.minimum is not None or place.maximum is not None):
        yield Fault(place, "number", "enten number eller minimum og maximum", "Antallet er sagt på to måder.")
    if place.minimum is not None and place.maximum is not None and place.minimum > place.maximum:
        yield Fault(place, "minimum", "et minimum, der ikke er over maximum", "Antallet går ikke op.")
    if place.number == 0 or place.maximum == 0:
        yield Fault(place, "number", "mindst 1", "En plads til ingen er ingen plads.")


def _rhythm(rhythm: Rhythm) -> Iterator[Fault]:
    if rhythm.nth == 0:
        yield Fault(rhythm, "nth", "1 til 5, eller -1 for den sidste", "Der er ingen nulte ugedag i en måned.")
    if rhythm.nth is not None and (rhythm.weekday is None or rhythm.kind not in {"monthly", "yearly"}):
        yield Fault(rhythm, "nth", "weekday, og kind monthly eller yearly", "Nummeret hører til en ugedag i en måned.")
    if rhythm.kind == "yearly" and not rhythm.months:
        yield Fault(
            rhythm, "kind", 'months, for eksempel [4], eller kind = "at_least"', "Man kan ikke se hvilken måned."
        )


def _period(entry: Entry) -> Iterator[Fault]:
    for first, last in (("from_date", "until_date"), ("valid_from", "valid_to")):
        start, end = getattr(entry, first, None), getattr(entry, last, None)
        if start and end and start > end:
            yield Fault(entry, last, f"en dato efter {first}", "Slutter, før det begynder.")


def _circular_ties(organisation: Organisation) -> Iterator[Fault]:
    bodies = {body.key: body for body in organisation.bodies}
    for last, ring in _rings({key: [tie.parent for tie in body.ties] for key, body in bodies.items()}):
        tie = next(one for one in bodies[last].ties if one.parent in ring)
        yield Fault(tie, "parent", "et organ, der ikke selv ligger under dette", _round(last, ring))


def _circular_units(organisation: Organisation) -> Iterator[Fault]:
    units = {unit.key: unit for unit in organisation.units}
    for last, ring in _rings({key: [unit.parent] if unit.parent else [] for key, unit in units.items()}):
        yield Fault(units[last], "parent", "en enhed, der ikke selv ligger under denne", _round(last, ring))


def _rings(parents: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Each ring once, with the one of it that stands last in the file: what closes it was most likely written there.

    Of very many the first are told, and the others when these are mended.
    """
    order, left = list(parents), dict(parents)
    for _ in range(MOST_RINGS):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            ring = error.args[1][:-1]
            yield max(ring, key=order.index), ring
            left |= {key: [] for key in ring}
        else:
            return


def _round(last: str, ring: list[str]) -> str:
    others = ", ".join(f"»{key}«" for key in ring if key != last)
    return f"»{last}« ville ligge over sig selv" + (f" gennem {others}." if others else ".")


def _shared_keys(organisation: Organisation) -> Iterator[Fault]:
    units = {unit.key for unit in organisation.units}
    for body in organisation.bodies:
        if body.key in units:
            yield Fault(body, "key", "en nøgle, som ingen enhed har", f"Både et organ og en enhed hedder »{body.key}«.")
