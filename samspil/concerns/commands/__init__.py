"""The only writers of concerns."""

from samspil.concerns.commands.answering import answer_reporter, judge_likeness
from samspil.concerns.commands.drafts import (
    DraftFacts,
    send_concern,
    start_concern,
    write_draft,
)
from samspil.concerns.commands.identity import name_by_cpr
from samspil.concerns.commands.notices import settle_notice
from samspil.concerns.commands.triage import Choice, triage_concern
from samspil.concerns.queries.openers import register as register_case_opener

__all__ = [
    "Choice",
    "DraftFacts",
    "answer_reporter",
    "judge_likeness",
    "name_by_cpr",
    "register_case_opener",
    "send_concern",
    "settle_notice",
    "start_concern",
    "triage_concern",
    "write_draft",
]
