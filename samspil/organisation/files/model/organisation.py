"""A whole organisation file."""

from dataclasses import dataclass, field

from samspil.organisation.files.model.access import (
    Bundle,
    CircleUse,
    Delivery,
    LawfulRow,
    Mandate,
    Opening,
    Purpose,
    Receiver,
)
from samspil.organisation.files.model.bodies import Body, BodyLevel, Function
from samspil.organisation.files.model.entry import Entry
from samspil.organisation.files.model.matters import (
    CLOSING_REASONS,
    DECISION_OUTCOMES,
    ClosingReason,
    ConcernKind,
    DecisionOutcome,
    Files,
    Housekeeping,
    JointWork,
    LegalBasis,
    LogWatch,
    Matters,
    ReactionLimits,
    Retention,
    SchoolHoliday,
    SeriousnessLevel,
    TargetGroup,
    Taxonomy,
    Term,
)
from samspil.organisation.files.model.municipality import (
    Agency,
    Controller,
    Document,
    Door,
    Heading,
    Municipality,
    Post,
    Remark,
    Source,
    Text,
    Unit,
    UnitKind,
)


@dataclass(frozen=True, kw_only=True)
class Organisation(Entry):
    """Every list keeps the order of the file."""

    format: int
    municipality: Municipality
    texts: tuple[Text, ...]
    sources: tuple[Source, ...] = ()
    controllers: tuple[Controller, ...]
    agencies: tuple[Agency, ...]
    unit_kinds: tuple[UnitKind, ...]
    units: tuple[Unit, ...]
    posts: tuple[Post, ...] = ()
    headings: tuple[Heading, ...] = ()
    functions: tuple[Function, ...]
    body_levels: tuple[BodyLevel, ...]
    bodies: tuple[Body, ...]
    purposes: tuple[Purpose, ...]
    circles: tuple[CircleUse, ...]
    bundles: tuple[Bundle, ...] = ()
    mandates: tuple[Mandate, ...]
    lawful: tuple[LawfulRow, ...] = ()
    receivers: tuple[Receiver, ...]
    openings: tuple[Opening, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    retention: tuple[Retention, ...]
    legal_bases: tuple[LegalBasis, ...]
    taxonomies: tuple[Taxonomy, ...] = ()
    concern_kinds: tuple[ConcernKind, ...] = ()
    seriousness_levels: tuple[SeriousnessLevel, ...] = ()
    target_groups: tuple[TargetGroup, ...] = ()
    closing_reasons: tuple[ClosingReason, ...] = CLOSING_REASONS
    reaction_limits: ReactionLimits = field(default_factory=ReactionLimits)
    matters: Matters = field(default_factory=Matters)
    joint_work: JointWork = field(default_factory=JointWork)
    housekeeping: Housekeeping = field(default_factory=Housekeeping)
    log_watch: LogWatch = field(default_factory=LogWatch)
    files: Files = field(default_factory=Files)
    decision_outcomes: tuple[DecisionOutcome, ...] = DECISION_OUTCOMES
    school_holidays: tuple[SchoolHoliday, ...] = ()
    documents: tuple[Document, ...] = ()
    doors: tuple[Door, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for taxonomy in self.taxonomies for term in taxonomy.terms)

    @property
    def groundless_category(self) -> str:
        """The one the file names; else the shortest that counts from closing, if there is one."""
        counted = [one for one in self.retention if one.starts == "closed"]
        shortest = min(counted, key=lambda one: one.days, default=None)
        return self.matters.groundless_category or (shortest.key if shortest else "")
