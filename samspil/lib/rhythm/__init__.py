"""How often a body meets: as data, as dates, and in Danish words."""

from samspil.lib.rhythm.dates import Occurrences, Skipped, occurrences, part_of, period, still_missing
from samspil.lib.rhythm.kept import Lack, Mark, Meetings, Met, Month, lacks, months
from samspil.lib.rhythm.model import Kind, Rhythm
from samspil.lib.rhythm.words import in_words

__all__ = [
    "Kind",
    "Lack",
    "Mark",
    "Meetings",
    "Met",
    "Month",
    "Occurrences",
    "Rhythm",
    "Skipped",
    "in_words",
    "lacks",
    "months",
    "occurrences",
    "part_of",
    "period",
    "still_missing",
]
