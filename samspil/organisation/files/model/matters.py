"""Words, limits and legal ground of the work with concerns and cases."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from samspil.organisation.files.model.entry import (
    Between,
    BodyKey,
    Count,
    Days,
    Entry,
    Hours,
    Key,
    RetentionKey,
    TermKey,
    UnitKey,
    Words,
)
from samspil.organisation.files.vocabulary import Closable, Cooperation, FileType, RetentionOutcome, RetentionStart


@dataclass(frozen=True, kw_only=True)
class Retention(Entry):
    key: Key
    name: Words
    days: Days
    starts: RetentionStart
    outcome: RetentionOutcome
    warn_days: Count = 30


@dataclass(frozen=True, kw_only=True)
class LegalBasis(Entry):
    """One version of a basis; several versions share a key."""

    key: Key
    name: Words
    paragraph: Words
    text: Words
    version: Words
    valid_from: date
    valid_to: date | None = None
    choosable: bool = True
    cooperation: Cooperation = "SSP"


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    key: Key
    name: Words
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Taxonomy(Entry):
    key: Key
    name: Words
    terms: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class ConcernKind(Entry):
    """`notify_hint` shows the note on the duty to notify; `acute_hint` shows whom to call now."""

    key: Key
    name: Words
    hint: str = ""
    terms: tuple[TermKey, ...] = ()
    notify_hint: bool = False
    acute_hint: bool = False


@dataclass(frozen=True, kw_only=True)
class SeriousnessLevel(Entry):
    key: Key
    name: Words
    criteria: str = ""
    body: BodyKey | None = None
    unit: UnitKey | None = None


@dataclass(frozen=True, kw_only=True)
class TargetGroup(Entry):
    """From an age on, until before an age; both in half years, both may be left out."""

    key: Key
    name: Words
    from_age: float | None = None
    before_age: float | None = None
    text: str = ""

    @property
    def from_half_years(self) -> int | None:
        return None if self.from_age is None else round(self.from_age * 2)

    @property
    def before_half_years(self) -> int | None:
        return None if self.before_age is None else round(self.before_age * 2)


@dataclass(frozen=True, kw_only=True)
class ClosingReason(Entry):
    key: Key
    name: Words
    closes: tuple[Closable, ...]


CLOSING_REASONS = (
    ClosingReason(key="faerdig", name="Det, vi satte os for, er gjort", closes=("case", "item")),
    ClosingReason(key="andre", name="Andre har overtaget", closes=("case", "item")),
)
"""Where the file has none of its own."""


@dataclass(frozen=True, kw_only=True)
class ReactionLimits(Entry):
    """Hours by the clock, and weekdays (Monday to Saturday without holidays) for the receipt of a notification."""

    assess_hours: Hours = 24
    answer_hours: Hours = 48
    notice_receipt_weekdays: Annotated[int, Between(1, 30)] = 6


@dataclass(frozen=True, kw_only=True)
class DecisionOutcome(Entry):
    """A word for what was decided. `settles` ends the matter in that body; `promises` needs a commitment."""

    key: Key
    name: Words
    settles: bool = False
    promises: bool = False


DECISION_OUTCOMES = (
    DecisionOutcome(key="nothing", name="Ikke mere nu", settles=True),
    DecisionOutcome(key="commitment", name="Aftale", promises=True),
    DecisionOutcome(key="notify", name="Underretning"),
    DecisionOutcome(key="hand-on", name="Giv videre"),
    DecisionOutcome(key="again", name="Tag op igen"),
)
"""Where the file has none of its own."""


@dataclass(frozen=True, kw_only=True)
class SchoolHoliday(Entry):
    """Both days are within it."""

    name: Words
    from_date: date
    until_date: date


@dataclass(frozen=True, kw_only=True)
class Matters(Entry):
    """How long one reads what is closed, and where concerns go from here.

    `guest_days` are the days after a meeting's own that its guests and deputies read on.

    `groundless_category` is for concerns there was nothing in; `notice_unit` receives statutory notices.
    """

    closed_reading_days: Days = 30
    item_reading_days: Days = 14
    groundless_category: RetentionKey | None = None
    notice_unit: UnitKey | None = None
    oldest_child: Annotated[int, Between(1, 120)] = 30
    guest_days: Annotated[int, Between(0, 31)] = 1
    access_request_days: Annotated[int, Between(1, 90)] = 28


@dataclass(frozen=True, kw_only=True)
class JointWork(Entry):
    """Why it is necessary to share what is written in joint work, where nobody is asked at each act.

    The municipality's own sentences; these stand until it has written its own.
    """

    concern: Words = "Bekymringen skal vurderes af dem, der kan hjælpe."
    assessment: Words = "De, der har bekymringen, skal kunne se, hvad der er valgt og hvorfor."
    answer: Words = "Den, der skrev, skal have svar."
    comparison: Words = "Det skal stå klart, om to bekymringer handler om den samme."
    notice: Words = "Det skal stå klart, om kommunen er underrettet."
    identity: Words = "Det skal være sikkert, hvem det handler om."
    agenda: Words = "Punktet skal kunne behandles på mødet."
    minutes: Words = "De, der har punktet, skal kunne se, hvad der blev sagt."
    no_sharing: Words = "De andre skal ikke vente på oplysninger, der ikke kommer."
    decision: Words = "De, der har sagen, skal arbejde efter det samme."
    promise: Words = "De, der har sagen, skal vide, hvem der gør hvad."
    report: Words = "De, der har sagen, skal vide, hvordan det gik."
    follow_up: Words = "De, der har sagen, skal kunne følge op sammen."
    correction: Words = "Det, der står i sagen, skal være rigtigt."
    word: Words = "De, der arbejder med det samme, skal kunne spørge og svare hinanden."
    closing: Words = "De, der har sagen, skal vide, at den slutter og hvorfor."
    reopening: Words = "De, der har sagen, skal vide, at den tages op igen."


@dataclass(frozen=True, kw_only=True)
class Housekeeping(Entry):
    """Days that the log of readings and acts, and what a login leaves behind, are kept."""

    log_days: Days = 1826
    visit_days: Days = 30
    form_days: Days = 30
    attempt_days: Days = 30
    link_days: Days = 90


@dataclass(frozen=True, kw_only=True)
class LogWatch(Entry):
    """What of the log the data protection officer is told as a count, and how many look-ups are drawn by lot."""

    people_in_hour: Annotated[int, Between(1, 1000)] = 20
    night_from: Annotated[int, Between(18, 24)] = 22
    night_until: Annotated[int, Between(0, 8)] = 6
    near_days: Annotated[int, Between(1, 365)] = 14
    checks_a_month: Annotated[int, Between(0, 100)] = 10


FILE_TYPES: tuple[FileType, ...] = ("pdf", "png", "jpeg", "docx", "xlsx", "pptx", "txt")


@dataclass(frozen=True, kw_only=True)
class Files(Entry):
    """What may be put beside texts in a circle."""

    allowed: bool = True
    megabytes: Annotated[int, Between(1, 20)] = 10
    types: tuple[FileType, ...] = FILE_TYPES
