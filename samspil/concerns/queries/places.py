"""Where a concern has its page, for what lies below: only its key is asked for."""

from samspil.authority.actor import Actor
from samspil.circles.models import Circle
from samspil.concerns.models import Concern
from samspil.words.queries import Place


def place_of_concern(actor: Actor, circle: Circle) -> Place | None:
    del actor
    key = Concern.objects.filter(circle=circle).order_by("pk").values_list("key", flat=True).first()
    return Place(f"/bekymringer/{key}/", "Bekymringen") if key else None
