"""One municipality while the season lasts: its people, its stories, and what is under way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from samspil.config.season.cast import Cast, Player
from samspil.config.season.stage import Stage
from samspil.config.season.stories import Matter, Teller
from samspil.lib import clock


@dataclass
class House:
    """`matters` is the story behind a submission's key, so that what is said of it later fits what was said before.

    `lives` says how the case of a child goes on, by the child's number, and `ended` holds the keys of closed cases.
    """

    cast: Cast
    stage: Stage
    teller: Teller
    matters: dict[str, Matter] = field(default_factory=dict)
    lives: dict[str, str] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    @staticmethod
    def now() -> datetime:
        return clock.now()

    @staticmethod
    def today() -> date:
        return clock.today()

    def after(self, days: int, act: Callable[[], None]) -> None:
        self.stage.later(self.now() + timedelta(days=days), act)

    def player(self, person_id: int) -> Player | None:
        return next((one for one in self.cast.everybody if one.person_id == person_id), None)
