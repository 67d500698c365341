"""Bodies of the cooperation, their seats, rhythm and ties, and the functions that people have there."""

from dataclasses import dataclass
from typing import Annotated, Any, get_args

from samspil.organisation.files.model.entry import (
    AgencyKey,
    Between,
    BodyKey,
    BodyLevelKey,
    Count,
    Dated,
    Entry,
    FunctionKey,
    HeadingKey,
    Key,
    Month,
    SeriousnessKey,
    TargetGroupKey,
    TimeOfDay,
    UnitKey,
    UnitKindKey,
    Words,
)
from samspil.organisation.files.vocabulary import ItemKind, PeriodKind, RhythmKind, TieKind, Weekday


@dataclass(frozen=True, kw_only=True)
class Rhythm(Entry):
    """How often, with the source's own `words`; `on_demand` has no dates of its own."""

    kind: RhythmKind
    interval: Annotated[int, Between(1, 52)] = 1
    weekday: Weekday | None = None
    nth: Annotated[int, Between(-1, 5)] | None = None
    months: tuple[Month, ...] = ()
    minimum: Annotated[int, Between(1, 26)] = 1
    per: PeriodKind = "year"
    skip_holidays: bool = True
    about: bool = False
    time: TimeOfDay | None = None
    minutes: Annotated[int, Between(5, 1440)] | None = None
    words: str = ""

    @property
    def rule(self) -> dict[str, Any] | None:
        """What `samspil.lib.rhythm.Rhythm` is made from; months as a sorted list, so that it can be stored."""
        if self.kind == "on_demand":
            return None
        return {
            "kind": self.kind,
            "interval": self.interval,
            "weekday": None if self.weekday is None else get_args(Weekday).index(self.weekday),
            "nth": self.nth,
            "months": sorted(self.months),
            "minimum": self.minimum,
            "per": self.per,
            "skip_holidays": self.skip_holidays,
        }


@dataclass(frozen=True, kw_only=True)
class Duty(Entry):
    text: Words
    rhythm: Rhythm | None = None
    each_meeting: bool = False


@dataclass(frozen=True, kw_only=True)
class Step(Entry):
    """One thing that somebody new in the function must have, see or meet."""

    text: Words
    done_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Function(Entry):
    """`name` as it stands inside a sentence; `seat_words` is followed by the name of the body or unit."""

    key: Key
    name: Words
    seat_words: str = ""
    text: str = ""
    duties: tuple[Duty, ...] = ()
    onboarding: tuple[Step, ...] = ()
    public: bool = False

    @property
    def seat_phrase(self) -> str:
        return self.seat_words or f"{self.name} i"


@dataclass(frozen=True, kw_only=True)
class BodyLevel(Entry):
    key: Key
    name: Words
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Tie(Entry):
    """The parent `decides_for` or `forms` this body.

    This body `advises` or `reports_to` the parent, or the parent is `staffed_by` it.
    """

    parent: BodyKey
    kind: TieKind
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class StandingItem(Entry):
    title: Words
    kind: ItemKind = "discussion"
    closed: bool = False
    months: tuple[Month, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Competence(Entry):
    closed_matters: bool
    text: str = ""
    target_groups: tuple[TargetGroupKey, ...] = ()
    seriousness_levels: tuple[SeriousnessKey, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seat(Entry):
    """Who sits comes from one of: an agency, a unit, or (`own_unit`) the unit that the instance was made for."""

    function: FunctionKey
    key: Key | None = None
    name: str = ""
    agency: AgencyKey | None = None
    unit: UnitKey | None = None
    own_unit: bool = False
    number: Count | None = None
    minimum: Count | None = None
    maximum: Count | None = None
    optional: bool = False
    ad_hoc: bool = False
    voting: bool = True
    public: bool = False
    heading: HeadingKey | None = None
    appointed_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Body(Dated):
    """One body, or one per unit of a list or kind; then `{unit}` in the names stands for the unit's name."""

    key: Key
    name: Words
    level: BodyLevelKey
    agency: AgencyKey
    competence: Competence
    task: str = ""
    open_name: str = ""
    closed_name: str = ""
    per_units: tuple[UnitKey, ...] = ()
    per_unit_kind: UnitKindKey | None = None
    except_units: tuple[UnitKey, ...] = ()
    ties: tuple[Tie, ...] = ()
    seats: tuple[Seat, ...] = ()
    convenes: FunctionKey | None = None
    chairs: FunctionKey | None = None
    writes: FunctionKey | None = None
    agenda: tuple[StandingItem, ...] = ()
    rhythms: tuple[Rhythm, ...] = ()
    changed_by: BodyKey | None = None
    municipalities: tuple[str, ...] = ()
    ad_hoc: bool = False
    in_cooperation: bool = True
    public: bool = False

    @property
    def is_made_per_unit(self) -> bool:
        return bool(self.per_units or self.per_unit_kind)
