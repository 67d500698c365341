"""The words of an organisation file that the code itself knows. All other words are data of the municipality."""

from typing import Final, Literal, get_args

Status = Literal["stated", "observed", "inferred", "unclear", "contradicted", "not_stated"]
LegalKind = Literal["municipal", "police", "public_authority", "self_governing_public", "outsider"]
Side = Literal["school", "social", "police", "other"]
CircleKind = Literal[
    "office",
    "unit",
    "body_open",
    "body_closed",
    "concern",
    "case",
    "item",
    "party",
    "list",
    "group",
    "mediation",
    "meeting",
]
Part = Literal["keeper", "custodian", "party", "follower", "guest", "officer"]
RowClass = Literal["open", "named", "identity", "export", "search"]
TieKind = Literal["decides_for", "advises", "reports_to", "staffed_by", "forms"]
RhythmKind = Literal["weekly", "monthly", "yearly", "at_least", "on_demand"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
PeriodKind = Literal["year", "school_year", "half_year", "quarter", "month"]
ItemKind = Literal["decision", "discussion", "information", "message"]
RetentionStart = Literal["opened", "closed", "latest"]
RetentionOutcome = Literal["discard", "handover", "block"]
Cooperation = Literal["SSP", "PSP", "KSP", "other"]
Closable = Literal["concern", "case", "item"]
Keeper = Literal["receiver", "body", "unit"]
FileType = Literal["pdf", "png", "jpeg", "docx", "xlsx", "pptx", "txt"]

OPEN_BASIS: Final = "open"
OPEN_KINDS: Final[frozenset[CircleKind]] = frozenset({"office", "unit", "body_open", "meeting"})
NAMED_KINDS: Final[frozenset[CircleKind]] = frozenset(get_args(CircleKind)) - OPEN_KINDS
FORMAT: Final = 1
REQUIRED_TEXTS: Final = ("purpose", "privacy", "accessibility")
