"""What the band on every page with a name says (screens.md): whose room, how many can see, why I can."""

from dataclasses import dataclass

from django.urls import reverse

from samspil.authority.relation import Holder, who_may
from samspil.circles.models import Circle


@dataclass(frozen=True)
class SeenBy:
    title: str
    people: int
    because: str
    href: str
    holders: tuple[Holder, ...]

    @property
    def count_words(self) -> str:
        return "Kun du kan se dette" if self.people == 1 else f"{self.people} personer kan se dette"


def who_href(circle: Circle) -> str:
    """Where it stands who can see what lies in the circle."""
    return reverse("desk:who", args=[circle.key])


def band(circle: Circle, holders: tuple[Holder, ...] | None = None) -> SeenBy:
    """One query, or none where the page knows them already. `because` comes after "Du kan se dette, fordi du er"."""
    everybody = who_may(circle.pk) if holders is None else holders
    readers = tuple(holder for holder in everybody if holder.reads)
    mine = next((holder for holder in readers if holder.mine), None)
    people = len({holder.person_id for holder in readers})
    return SeenBy(circle.title, people, mine.because if mine else "", who_href(circle), readers)
