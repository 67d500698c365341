"""All that is done with a case. Each act writes one row; nothing is overwritten."""

from samspil.cases.commands.ending import bring_to_meeting, close_case, reopen_case, reopen_locked
from samspil.cases.commands.opening import Opening, begin_case, open_case
from samspil.cases.commands.work import add_note, appoint_lead, correct_note, hold_follow_up, set_follow_up

__all__ = [
    "Opening",
    "add_note",
    "appoint_lead",
    "begin_case",
    "bring_to_meeting",
    "close_case",
    "correct_note",
    "hold_follow_up",
    "open_case",
    "reopen_case",
    "reopen_locked",
    "set_follow_up",
]
