"""Circles in use, who may do what in them, and where matters go."""

from dataclasses import dataclass

from samspil.organisation.files.model.entry import (
    BasisKey,
    BodyKey,
    BundleKey,
    Count,
    Entry,
    FunctionKey,
    Key,
    PurposeKey,
    RetentionKey,
    UnitKey,
    Words,
)
from samspil.organisation.files.vocabulary import OPEN_BASIS, CircleKind, Keeper, LegalKind, Part, RowClass


@dataclass(frozen=True, kw_only=True)
class CircleUse(Entry):
    """`members_stay_days`: how long all but the keeper go on reading after the matter is closed."""

    kind: CircleKind
    name: Words
    plural: Words
    retention: RetentionKey
    basis: BasisKey = OPEN_BASIS
    purpose: PurposeKey | None = None
    members_stay_days: Count = 30


@dataclass(frozen=True, kw_only=True)
class Purpose(Entry):
    key: Key
    name: Words


@dataclass(frozen=True, kw_only=True)
class Bundle(Entry):
    key: Key
    capabilities: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Mandate(Entry):
    """Everybody in these functions, in a circle of this kind where their body, unit or tenure has this part."""

    functions: tuple[FunctionKey, ...]
    circle: CircleKind
    part: Part
    bundles: tuple[BundleKey, ...]


@dataclass(frozen=True, kw_only=True)
class LawfulRow(Entry):
    """A change to the shipped table: one class of rows more (or, with `allowed = false`, less)."""

    basis: BasisKey
    legal_kind: LegalKind
    row_class: RowClass
    allowed: bool = True


@dataclass(frozen=True, kw_only=True)
class Receiver(Entry):
    """Who receives concerns from these units; without units: from all that no other row names."""

    unit: UnitKey | None = None
    body: BodyKey | None = None
    for_units: tuple[UnitKey, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Opening(Entry):
    """Whoever holds the capability in a circle of kind `origin` may open one of kind `opens`.

    It is kept by the receiver of the workplace, by a body that the opener chooses, or by the opener's own
    unit; the opener gets the part `opener`, or none.
    """

    origin: CircleKind
    opens: CircleKind
    capability: str
    keeper: Keeper
    opener: Part | None = None


@dataclass(frozen=True, kw_only=True)
class Delivery(Entry):
    """Whoever holds the capability in a circle of kind `origin` may deliver into circles of kind `target`."""

    origin: CircleKind
    target: CircleKind
    capability: str = "circle.share"
