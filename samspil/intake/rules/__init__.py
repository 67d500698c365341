"""What a start import may hold and what a line of it says; pure, and the same before and after somebody has chosen."""

from samspil.intake.rules.carrying import BROKEN, Carried, Told, carried_text, read_carried
from samspil.intake.rules.choosing import (
    COUNTED_FROM,
    PAUSE,
    brought_words,
    kept_words,
    why_not_promise_there,
    why_not_without_case,
)
from samspil.intake.rules.columns import CASES, COMMITMENTS, Column, Sheet
from samspil.intake.rules.lines import CaseLine, CommitmentLine, Whom, case_lines, commitment_lines, people_in
from samspil.intake.rules.sheets import MOST_CASES, MOST_COMMITMENTS, carried_of

__all__ = [
    "BROKEN",
    "CASES",
    "COMMITMENTS",
    "COUNTED_FROM",
    "MOST_CASES",
    "MOST_COMMITMENTS",
    "PAUSE",
    "Carried",
    "CaseLine",
    "Column",
    "CommitmentLine",
    "Sheet",
    "Told",
    "Whom",
    "brought_words",
    "carried_of",
    "carried_text",
    "case_lines",
    "commitment_lines",
    "kept_words",
    "people_in",
    "read_carried",
    "why_not_promise_there",
    "why_not_without_case",
]
