"""What the pages of a concern show."""

from samspil.concerns.queries.bands import queue_band, room_band
from samspil.concerns.queries.contacts import (
    Helper,
    Receiver,
    acute_doors,
    contact_words,
    expected_receiver,
    helper_of,
    leader_of,
    municipality_contact,
    receiver_of,
)
from samspil.concerns.queries.drafts import (
    drafts_of,
    my_concerns,
    open_draft,
    open_reported,
    parts_of,
    reported_state,
    set_aside,
    workplaces,
)
from samspil.concerns.queries.one import Opened, cpr_shown, open_concern, open_waiting
from samspil.concerns.queries.queue import Queue, Row, queue_of, waiting_count, whole_queue
from samspil.concerns.queries.sharing import Verdict, receivers_to_choose, rule_lines, usable_bases, verdict
from samspil.concerns.queries.taking_up import Possible, triage_choices
from samspil.concerns.queries.words import (
    first_name,
    groundless_category,
    groundless_of,
    kind_words,
    kinds_of,
    limits_of,
    purpose_of,
    schools_with_bodies,
)

__all__ = [
    "Helper",
    "Opened",
    "Possible",
    "Queue",
    "Receiver",
    "Row",
    "Verdict",
    "acute_doors",
    "contact_words",
    "cpr_shown",
    "drafts_of",
    "expected_receiver",
    "first_name",
    "groundless_category",
    "groundless_of",
    "helper_of",
    "kind_words",
    "kinds_of",
    "leader_of",
    "limits_of",
    "municipality_contact",
    "my_concerns",
    "open_concern",
    "open_draft",
    "open_reported",
    "open_waiting",
    "parts_of",
    "purpose_of",
    "queue_band",
    "queue_of",
    "receiver_of",
    "receivers_to_choose",
    "reported_state",
    "room_band",
    "rule_lines",
    "schools_with_bodies",
    "set_aside",
    "triage_choices",
    "usable_bases",
    "verdict",
    "waiting_count",
    "whole_queue",
    "workplaces",
]
