"""Everything a person may be mandated to do. The class decides which agencies may hold it (A3)."""

from enum import StrEnum


class Can(StrEnum):
    """`noun.verb`, alphabetical."""

    ACCOUNT_MANAGE = "account.manage"
    ANSWER_READ = "answer.read"
    ANSWER_WRITE = "answer.write"
    CASE_CLOSE = "case.close"
    CASE_IMPORT = "case.import"
    CASE_OPEN = "case.open"
    CASE_READ = "case.read"
    CASE_WRITE = "case.write"
    CIRCLE_ADMIT = "circle.admit"
    CIRCLE_EXCLUDE = "circle.exclude"
    CIRCLE_KEEP = "circle.keep"
    CIRCLE_READ = "circle.read"
    CIRCLE_RELEASE = "circle.release"
    CIRCLE_SHARE = "circle.share"
    COMMITMENT_READ = "commitment.read"
    COMMITMENT_WRITE = "commitment.write"
    CONCERN_RAISE = "concern.raise"
    CONCERN_READ = "concern.read"
    CONCERN_TRIAGE = "concern.triage"
    CONCERN_WRITE = "concern.write"
    CONTACT_READ = "contact.read"
    CONTACT_WRITE = "contact.write"
    DECISION_READ = "decision.read"
    DECISION_WRITE = "decision.write"
    DISCLOSURE_READ = "disclosure.read"
    FIGURES_READ = "figures.read"
    FILE_READ = "file.read"
    FILE_WRITE = "file.write"
    IDENTITY_READ = "identity.read"
    IDENTITY_WRITE = "identity.write"
    ITEM_OPEN = "item.open"
    ITEM_READ = "item.read"
    ITEM_WRITE = "item.write"
    LOG_READ = "log.read"
    MEETING_CONVENE = "meeting.convene"
    MEETING_READ = "meeting.read"
    NOTE_READ = "note.read"
    NOTE_WRITE = "note.write"
    OPEN_READ = "open.read"
    OPEN_WRITE = "open.write"
    ORGANISATION_EDIT = "organisation.edit"
    SUBJECT_SEARCH = "subject.search"
    TEXT_EDIT = "text.edit"
    TRIAGE_READ = "triage.read"
    TRIAGE_WRITE = "triage.write"
    YOUNGPERSON_READ = "youngperson.read"
    YOUNGPERSON_WRITE = "youngperson.write"


IDENTITY_CLASS = frozenset({Can.CONTACT_READ, Can.CONTACT_WRITE, Can.IDENTITY_READ, Can.IDENTITY_WRITE})
SEARCH_CLASS = frozenset({Can.CASE_IMPORT, Can.SUBJECT_SEARCH})
"""Asks for many people at once which of them are known here: no file can give it to the police."""
OPEN_CLASS = frozenset(
    {
        Can.ACCOUNT_MANAGE,
        Can.CIRCLE_KEEP,
        Can.CIRCLE_READ,
        Can.CONCERN_RAISE,
        Can.FIGURES_READ,
        Can.LOG_READ,
        Can.MEETING_CONVENE,
        Can.MEETING_READ,
        Can.OPEN_READ,
        Can.OPEN_WRITE,
        Can.ORGANISATION_EDIT,
        Can.TEXT_EDIT,
    }
)


def row_class(can: Can) -> str:
    """The class of rows a capability reaches: `open`, `named` or `identity` (law L5, L14); `search` reaches none."""
    if can in SEARCH_CLASS:
        return "search"
    if can in IDENTITY_CLASS:
        return "identity"
    return "open" if can in OPEN_CLASS else "named"
