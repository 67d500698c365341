"""Who can see a confidential room, and why; read from the relation itself."""

from datetime import date

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, who_may
from samspil.circles.models import Circle
from samspil.circles.queries import open_circle_by_key
from samspil.lib import clock
from samspil.lib.initials import initials
from samspil.organisation.models import LegalBasis
from samspil.ui.parts import Sheet, Viewer, ViewerGroup

KEEPS = "Passer rummet og kan ikke læse det"
HEADINGS = {
    "follower": "Fordi de selv har skrevet det",
    "guest": "Fordi de er gæster",
    "party": "Fordi de er taget med",
    "officer": "Fordi de fører tilsyn",
}


def open_room(actor: Actor, key: str) -> Circle:
    return open_circle_by_key(actor, key)


def sheet_of(actor: Actor, circle: Circle, back: str) -> Sheet:
    holders = who_may(circle.pk)
    readers = [holder for holder in holders if holder.reads or not circle.named]
    known = {holder.person_id for holder in readers}
    others = [holder for holder in holders if holder.person_id not in known]
    return Sheet(
        count=len(known),
        room=circle.title,
        purpose=_purpose(actor, circle),
        basis=_basis(circle),
        groups=(*_groups(circle, readers), *_keepers(others)),
        back_href=back,
        seen_href=f"/rum/{circle.key}/set/" if circle.named and _keeps(holders) else "",
        objection_href=f"/rum/{circle.key}/ud/",
    )


def _keeps(holders: tuple[Holder, ...]) -> bool:
    return any(holder.mine and Can.CIRCLE_KEEP in holder.capabilities for holder in holders)


def _purpose(actor: Actor, circle: Circle) -> str:
    names = {one["key"]: one["name"] for one in actor.settings.get("purposes") or []}
    words = names.get(circle.purpose, circle.purpose)
    return f"er til for {words[:1].lower()}{words[1:].rstrip('.')}."


def _basis(circle: Circle) -> str:
    row = (
        LegalBasis.objects.filter(municipality_id=circle.municipality_id, slug=circle.basis)
        .order_by("-valid_from")
        .first()
    )
    return row.name if row else "åbent, uden navne på børn"


def _groups(circle: Circle, holders: list[Holder]) -> tuple[ViewerGroup, ...]:
    """Each person once: by the seat first, then as somebody's deputy."""
    place = circle.body.name if circle.body else circle.unit.name if circle.unit else "rummet"
    found: dict[str, dict[int, Viewer]] = {}
    known: set[int] = set()
    for holder in sorted(holders, key=lambda one: (one.tenure_kind == "deputy", one.part != "keeper")):
        if holder.person_id not in known:
            known.add(holder.person_id)
            found.setdefault(_heading(holder, place), {})[holder.person_id] = _viewer(holder)
    return tuple(
        ViewerGroup(heading, tuple(people.values()), legend=not number)
        for number, (heading, people) in enumerate(found.items())
    )


def _keepers(holders: list[Holder]) -> tuple[ViewerGroup, ...]:
    """Each person once: whoever can open this page stands on it, also those who read nothing of the room."""
    people = {holder.person_id: _viewer(holder) for holder in holders}
    return (ViewerGroup(KEEPS, tuple(people.values()), legend=False),) if people else ()


def _heading(holder: Holder, place: str) -> str:
    if holder.tenure_kind == "deputy":
        return "Fordi de afløser en anden"
    return HEADINGS.get(holder.part) or f"Fordi de har plads i {place}"


def _viewer(holder: Holder) -> Viewer:
    side = holder.side if holder.side in {"school", "social", "police"} else ""
    seat = ", ".join(part for part in (holder.function_name, holder.agency) if part)
    name = f"{holder.name} (dig)" if holder.mine else holder.name
    return Viewer(name, initials(holder.name), seat, side, until=_until(holder))


def _until(holder: Holder) -> date | None:
    return clock.in_copenhagen(holder.until).date() if holder.until else None


def those_who_exclude(circle: Circle) -> list[str]:
    """Whom to tell that somebody else ought not to be here."""
    names = (
        holder.name for holder in who_may(circle.pk) if "circle.exclude" in holder.capabilities and not holder.mine
    )
    return list(dict.fromkeys(names))
