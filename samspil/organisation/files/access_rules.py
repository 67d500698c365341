"""What must hold of circles, mandates and the lawful table, each statement by itself."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from samspil.authority.capability import Can, row_class
from samspil.organisation.files.bundles import SHIPPED_BUNDLES
from samspil.organisation.files.faults import Fault
from samspil.organisation.files.lawful import is_never_lawful, shipped
from samspil.organisation.files.model import Bundle, Entry, LawfulRow, Organisation
from samspil.organisation.files.vocabulary import NAMED_KINDS, OPEN_BASIS, OPEN_KINDS, CircleKind

ALWAYS_USED: tuple[CircleKind, ...] = ("office", "unit", "body_open", "concern")
CLOSED_BODY_USES: tuple[CircleKind, ...] = ("body_closed", "item")
CAPABILITIES = frozenset(str(can) for can in Can)


def faults(organisation: Organisation) -> Iterator[Fault]:
    yield from _circles(organisation)
    yield from _uses(organisation)
    for bundle in organisation.bundles:
        yield from _capabilities(bundle, "capabilities", bundle.capabilities)
    for opening in organisation.openings:
        yield from _capabilities(opening, "capability", (opening.capability,))
    for delivery in organisation.deliveries:
        yield from _capabilities(delivery, "capability", (delivery.capability,))
    yield from _named_in_open(organisation)
    for row in organisation.lawful:
        yield from _lawful(row)
    yield from _receivers(organisation)


def _circles(organisation: Organisation) -> Iterator[Fault]:
    counts = Counter(use.kind for use in organisation.circles)
    for use in organisation.circles:
        if counts[use.kind] > 1:
            yield Fault(use, "kind", "hver art af rum højst én gang", f"»{use.kind}« står der flere gange.")
        if use.kind in OPEN_KINDS and use.basis != OPEN_BASIS:
            yield Fault(use, "basis", f'basis = "{OPEN_BASIS}"', "Rummet er åbent og kan aldrig rumme navne.")
        if use.kind in NAMED_KINDS and use.basis == OPEN_BASIS:
            yield Fault(use, "basis", "et af filens retlige grundlag", "Rummet rummer navne og skal have et grundlag.")


def _uses(organisation: Organisation) -> Iterator[Fault]:
    used = {use.kind for use in organisation.circles}
    closed = any(body.competence.closed_matters for body in organisation.bodies)
    for kind in (*ALWAYS_USED, *(CLOSED_BODY_USES if closed else ())):
        if kind not in used:
            yield Fault(organisation, "circles", f'[[circles]] med kind = "{kind}"', f"Arten af rum »{kind}« mangler.")
    for entry, field, kind in _kinds_named(organisation):
        if kind not in used:
            yield Fault(
                entry, field, f'[[circles]] med kind = "{kind}"', f"Filen siger ikke, at rum af arten »{kind}« bruges."
            )


def _kinds_named(organisation: Organisation) -> Iterator[tuple[Entry, str, CircleKind]]:
    yield from ((mandate, "circle", mandate.circle) for mandate in organisation.mandates)
    for opening in organisation.openings:
        yield from ((opening, "origin", opening.origin), (opening, "opens", opening.opens))
    for delivery in organisation.deliveries:
        yield from ((delivery, "origin", delivery.origin), (delivery, "target", delivery.target))


def _capabilities(entry: Entry, field: str, names: Iterable[str]) -> Iterator[Fault]:
    for name in names:
        if name not in CAPABILITIES:
            near = get_close_matches(name, sorted(CAPABILITIES), n=1)
            hint = f" Mente du »{near[0]}«?" if near else ""
            yield Fault(entry, field, "en beføjelse som »note.read«", f"Beføjelsen »{name}« findes ikke.{hint}")


def _named_in_open(organisation: Organisation) -> Iterator[Fault]:
    bundles = {bundle.key: bundle for bundle in (*SHIPPED_BUNDLES, *organisation.bundles)}
    for mandate in organisation.mandates:
        if mandate.circle in OPEN_KINDS:
            for bundle in mandate.bundles:
                names = _named(bundles[bundle]) if bundle in bundles else []
                if names:
                    yield Fault(
                        mandate,
                        "bundles",
                        "et bundt uden navngivet indhold",
                        f"»{bundle}« giver {', '.join(names)}, men rum af arten »{mandate.circle}« er åbne.",
                    )


NAMED_CLASSES = frozenset({"named", "identity"})


def _named(bundle: Bundle) -> list[str]:
    return [name for name in bundle.capabilities if name in CAPABILITIES and row_class(Can(name)) in NAMED_CLASSES]


def _lawful(row: LawfulRow) -> Iterator[Fault]:
    if not row.allowed:
        return
    if is_never_lawful(row):
        yield Fault(row, "row_class", "ingen sådan række", _why_never(row))
    elif not row.source and row.row_class not in {
        one.row_class for one in shipped(row.basis) if one.legal_kind == row.legal_kind
    }:
        yield Fault(
            row, "source", "source, der siger hvem der har besluttet det", "Rækken giver mere, end loven gør sikkert."
        )


def _why_never(row: LawfulRow) -> str:
    if row.legal_kind == "outsider":
        return "Udefrakommende kan kun se det åbne. De kan aldrig få navngivet indhold."
    return "Politiet kan hverken søge eller trække lister ud. Det delte må ikke bruges til efterforskning."


def _receivers(organisation: Organisation) -> Iterator[Fault]:
    counts = Counter(unit for receiver in organisation.receivers for unit in receiver.for_units)
    defaults = [receiver for receiver in organisation.receivers if not receiver.for_units]
    for receiver in organisation.receivers:
        if (receiver.unit is None) == (receiver.body is None):
            yield Fault(receiver, "unit", "enten unit eller body", "Bekymringer skal gå ét sted hen.")
        for unit in receiver.for_units:
            if counts[unit] > 1:
                yield Fault(receiver, "for_units", "hver enhed højst én gang", f"»{unit}« har flere modtagere.")
    for receiver in defaults[1:]:
        yield Fault(receiver, "for_units", "højst én modtager uden for_units", "Der er flere modtagere for resten.")
