from samspil.desk.views.access import access_answer, access_request, access_requests
from samspil.desk.views.everybody import ask, chapter, guide, handbook, more, organisation, rhythms
from samspil.desk.views.find import find
from samspil.desk.views.home import home, step
from samspil.desk.views.log import kept_rooms, seen, seen_young, spot_check
from samspil.desk.views.officer import judgement, log, look_up, lookup, oddities
from samspil.desk.views.promises import kept, promise, tick, undo
from samspil.desk.views.room import step_out, who

__all__ = [
    "access_answer",
    "access_request",
    "access_requests",
    "ask",
    "chapter",
    "find",
    "guide",
    "handbook",
    "home",
    "judgement",
    "kept",
    "kept_rooms",
    "log",
    "look_up",
    "lookup",
    "more",
    "oddities",
    "organisation",
    "promise",
    "rhythms",
    "seen",
    "seen_young",
    "spot_check",
    "step",
    "step_out",
    "tick",
    "undo",
    "who",
]
