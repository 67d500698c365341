from samspil.cases.views.acts import (
    closure,
    correction,
    follow_up,
    follow_up_held,
    lead,
    meeting,
    note,
    opening,
    reopening,
)
from samspil.cases.views.locked import locked, unlocking
from samspil.cases.views.pages import case, case_list, shared, voice

__all__ = [
    "case",
    "case_list",
    "closure",
    "correction",
    "follow_up",
    "follow_up_held",
    "lead",
    "locked",
    "meeting",
    "note",
    "opening",
    "reopening",
    "shared",
    "unlocking",
    "voice",
]
