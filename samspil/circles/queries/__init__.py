from samspil.circles.queries.doors import (
    closed_circle_of,
    office_of,
    open_circle_by_key,
    open_circle_of,
    unit_circle,
)
from samspil.circles.queries.identities import masked_cpr
from samspil.circles.queries.narrowing import narrow_to_matter

__all__ = [
    "closed_circle_of",
    "masked_cpr",
    "narrow_to_matter",
    "office_of",
    "open_circle_by_key",
    "open_circle_of",
    "unit_circle",
]
