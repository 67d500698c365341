"""The lintel over pages with a name."""

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, who_may
from samspil.circles.models import Circle
from samspil.circles.queries import pages
from samspil.ui.parts import Band


def room_band(circle: Circle, *, draft: bool = False, holders: tuple[Holder, ...] | None = None) -> Band:
    """Over one concern. A draft that nobody else can read says so."""
    known = pages.band(circle, holders)
    if draft and known.people == 1:
        return Band("din kladde", 1, known.href, draft=True)
    return Band(known.title, known.people, known.href, f"du er {known.because}")


def queue_band(actor: Actor, circles: list[int]) -> Band | None:
    """Over the list of those that wait: names stand there too. The newest of them says who can see such a list."""
    circle = (
        Circle.objects.filter(pk__in=circles, kind="concern", municipality_id=actor.municipality_id)
        .order_by("-id")
        .first()
    )
    if circle is None:
        return None
    holders = [holder for holder in who_may(circle.pk) if Can.CONCERN_TRIAGE in holder.capabilities]
    own = next((holder for holder in holders if holder.mine), None)
    if own is None:
        return None
    seen_by = len({holder.person_id for holder in holders})
    return Band(f"Modtagelsen, {own.place}", seen_by, pages.who_href(circle), f"du er {own.because}")
