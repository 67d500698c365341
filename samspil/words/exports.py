"""The mail about a message: that there is one, and nothing of whom, what or where."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q

from samspil.authority.actor import Actor
from samspil.post.exports import Mail, mail_kind
from samspil.words.models import Receiver


@mail_kind("words.waiting")
def waiting(actor: Actor, payload: Mapping[str, Any]) -> Mail | None:
    """While it waits for this receiver, or an answer has come to the one who wrote; the room must still be theirs."""
    mine = Q(tenure__person_id=actor.person_id, done_at=None)
    answered = Q(written_by__person_id=actor.person_id, done_at__isnull=False)
    rows = Receiver.objects.filter(mine | answered, word_id=payload["word"], circle__closed_at=None)
    if not rows.exists():
        return None
    text = f"Du har en besked i Samspil.\n\nLog ind, og læs den på Min SSP:\n{settings.SITE_ADDRESS}/\n"
    return Mail("Du har en besked", text)
