"""A rhythm as data."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MONTHS_IN = {"year": 12, "school_year": 12, "half_year": 6, "quarter": 3, "month": 1}
ALL_MONTHS = frozenset(range(1, 13))
NTHS = (-2, -1, 1, 2, 3, 4, 5)
MOST_IN_PERIOD = 26


class Kind(StrEnum):
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    AT_LEAST = "at_least"


@dataclass(frozen=True)
class Rhythm:
    """Which of the fields count depends on the kind.

    weekly    every `interval` weeks on `weekday`
    monthly   the `nth` `weekday` of every `interval` months
    yearly    in `months` of every `interval` years
    at_least  `minimum` times `per` period

    Weekdays count from Monday = 0; `nth` is -1 for the last one. Without a weekday the rhythm
    leaves the day open. Empty `months` are all months. Intervals are counted from the `anchor`;
    without one from the start of the days asked for.
    """

    kind: Kind
    interval: int = 1
    weekday: int | None = None
    nth: int | None = None
    months: frozenset[int] = frozenset()
    minimum: int = 1
    per: str = "year"
    skip_holidays: bool = True
    anchor: date | None = None

    def __post_init__(self) -> None:
        demands = {
            "interval": self.interval >= 1,
            "weekday": self.weekday is None or 0 <= self.weekday <= 6,  # noqa: PLR2004 - Sunday
            "nth": self.nth is None or (self.nth in NTHS and self.weekday is not None),
            "months": self.months <= ALL_MONTHS and (self.kind is not Kind.YEARLY or self.months),
            "minimum": 1 <= self.minimum <= MOST_IN_PERIOD,
            "per": self.per in MONTHS_IN,
        }
        wrong = [name for name, holds in demands.items() if not holds]
        if wrong:
            message = f"out of bounds in a {self.kind} rhythm: {', '.join(wrong)}"
            raise ValueError(message)

    @property
    def leaves_day_open(self) -> bool:
        return self.weekday is None or self.kind is Kind.AT_LEAST

    def in_months(self, day: date) -> bool:
        return not self.months or day.month in self.months
