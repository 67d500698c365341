"""What the pages that gather several rooms show."""

from samspil.decisions.queries import open_commitment
from samspil.desk.queries.contacts import asking_of
from samspil.desk.queries.handbook import chapter
from samspil.desk.queries.home import asked_to, first_steps, followed_by, home_of, is_new, next_meetings
from samspil.desk.queries.organisation import guides_of, levels_of
from samspil.desk.queries.promised import kept_by, reports_of
from samspil.desk.queries.rhythms import LEGEND, rhythms_kept
from samspil.desk.queries.room import open_room, sheet_of, those_who_exclude

__all__ = [
    "LEGEND",
    "asked_to",
    "asking_of",
    "chapter",
    "first_steps",
    "followed_by",
    "guides_of",
    "home_of",
    "is_new",
    "kept_by",
    "levels_of",
    "next_meetings",
    "open_commitment",
    "open_room",
    "reports_of",
    "rhythms_kept",
    "sheet_of",
    "those_who_exclude",
]
