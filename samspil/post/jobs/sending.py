"""Sending what waits. Each mail is made in a transaction of its own that acts as the receiver."""

import logging
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from samspil.authority.actor import acting_as
from samspil.authority.visits import close_visit, open_visit
from samspil.lib import clock
from samspil.organisation.models import Person
from samspil.post.exports import KINDS, Mail
from samspil.post.models import Outgoing

MOST_AT_ONCE = 50
MOST_TRIES = 8
VISIT = timedelta(minutes=2)
NOTHING_VISIBLE = "nothing of it is visible to the receiver"
PRACTICE = "practice: nothing leaves by mail"
NO_ADDRESS = "the receiver has no address"
TRIED_TOO_OFTEN = "tried too often"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Letter:
    address: str
    mail: Mail


def send_due() -> int:
    """Send what is due and answer how many went. A mail that fails waits longer each time."""
    return sum(_send(outgoing) for outgoing in _take())


def _take() -> list[Outgoing]:
    """Take what is due, and put it off at once: whoever dies while sending, sends it again later."""
    with transaction.atomic():
        waiting = Outgoing.objects.select_for_update(skip_locked=True).filter(
            due__lte=clock.now(), sent_at=None, refused_at=None
        )
        taken = list(waiting.order_by("due", "pk")[:MOST_AT_ONCE])
        for outgoing in taken:
            outgoing.due = clock.now() + timedelta(minutes=2**outgoing.tries)
            outgoing.tries += 1
            outgoing.save(update_fields=["due", "tries"])
    return taken


def _send(outgoing: Outgoing) -> bool:
    try:
        letter = _written(outgoing)
        if isinstance(letter, Letter):
            _post(letter)
            outgoing.sent_at = clock.now()
        else:
            outgoing.refused_at, outgoing.refused = clock.now(), letter
    except Exception:  # one mail's fault is no reason to keep the others
        log.exception("mail %s of kind %s was not sent", outgoing.pk, outgoing.kind)
        if outgoing.tries >= MOST_TRIES:
            outgoing.refused_at, outgoing.refused = clock.now(), TRIED_TOO_OFTEN
    outgoing.save(update_fields=["sent_at", "refused_at", "refused"])
    return outgoing.sent_at is not None


def _written(outgoing: Outgoing) -> Letter | str:
    """The letter as this receiver may see it at this second, or why there is none."""
    ticket = secrets.token_hex(32)
    open_visit(ticket, outgoing.person_id, outgoing.municipality_id, clock.now() + VISIT, on_behalf=True)
    try:
        with acting_as(ticket, "post.mail") as actor:
            if actor.practice_of:
                return PRACTICE
            mail = KINDS[outgoing.kind](actor, outgoing.payload)
            address = str(Person.objects.get(pk=actor.person_id).work_email)
    finally:
        close_visit(ticket)
    if mail is None:
        return NOTHING_VISIBLE
    return Letter(address, mail) if address else NO_ADDRESS


def _post(letter: Letter) -> None:
    message = EmailMultiAlternatives(letter.mail.subject, letter.mail.text, to=[letter.address])
    for enclosure in letter.mail.enclosures:
        text = enclosure.content.decode()
        if enclosure.media_type.startswith("text/calendar"):
            message.attach_alternative(text, enclosure.media_type)
        message.attach(enclosure.file_name, text, enclosure.media_type)
    message.send()
