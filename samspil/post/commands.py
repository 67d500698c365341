"""Putting a mail in the outbox, in the transaction of the act that it tells about."""

from datetime import datetime
from typing import Any

from samspil.lib import clock
from samspil.post.models import Outgoing


def queue_mails(
    kind: str, letters: dict[int, str], *, municipality_id: int, payload: dict[str, Any], due: datetime | None = None
) -> None:
    """One mail to each person id of `letters`; the value is what makes it once only. A second time changes nothing.

    `payload` holds ids, nothing else.
    """
    rows = [
        Outgoing(
            kind=kind,
            person_id=person,
            municipality_id=municipality_id,
            payload=payload,
            dedupe=f"{kind}:{dedupe}:{person}",
            due=due or clock.now(),
        )
        for person, dedupe in letters.items()
    ]
    Outgoing.objects.bulk_create(rows, ignore_conflicts=True)
