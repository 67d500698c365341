from samspil.circles.models.circle import Circle, Disclosure, Exclusion, Member
from samspil.circles.models.people import Delivery, Identity, YoungPerson

__all__ = ["Circle", "Delivery", "Disclosure", "Exclusion", "Identity", "Member", "YoungPerson"]
