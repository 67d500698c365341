"""The parts of a concern that may go along when it is brought on, each by a choice of its own."""

from samspil.concerns.models import Concern
from samspil.lib import clock
from samspil.lib.excerpts import CHILD_WORDS, INTERPRETATION, OBSERVATION, Excerpt

SLOTS = (OBSERVATION, CHILD_WORDS, INTERPRETATION)


def parts_to_bring(concern: Concern) -> tuple[Excerpt, ...]:
    """What was seen, the child's own words, what the writer thinks: as they stand, and told by seat."""
    sending = concern.sending_rows.all()[0]
    written = {text.slot: text.text.strip() for text in concern.texts.all() if not text.replaced}
    on = concern.happened_on or clock.in_copenhagen(sending.written_at).date()
    source = f"{sending.written_by.seat.function.name}, {concern.circle.unit}"
    return tuple(Excerpt(slot, written[slot], source, on) for slot in SLOTS if written.get(slot))
