"""The lintel over pages with a name."""

from samspil.circles import pages
from samspil.circles.models import Circle
from samspil.ui.parts import Band


def room_band(circle: Circle, *, draft: bool = False) -> Band:
    """Over one concern. A draft that nobody else can read says so."""
    known = pages.band(circle)
    if draft and known.people == 1:
        return Band("din kladde", 1, known.href, draft=True)
    return Band(known.title, known.people, known.href, f"du er {known.because}")
