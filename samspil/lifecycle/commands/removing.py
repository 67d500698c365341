"""Removing a municipality for good: what stands in the way, and the act."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from samspil.lifecycle.queries import export_in
from samspil.lifecycle.rules import why_not_remove
from samspil.organisation.models import Municipality


class NotRemoved(Exception):
    """Says in Danish what stands in the way. Nothing was changed."""


@dataclass(frozen=True)
class Removed:
    """The receipt's number, and how many rows went with it."""

    receipt: int
    rows: int
    digest: str


def remove(slug: str, typed: str, place: Path, because: str) -> Removed:
    """In one transaction, while the other municipalities go on. Raises Municipality.DoesNotExist, NotRemoved."""
    listed, digest = export_in(place)
    with transaction.atomic(using=settings.OWNER_ALIAS), connections[settings.OWNER_ALIAS].cursor() as cursor:
        cursor.execute("set local role samspil_rule")
        found = Municipality.objects.using(settings.OWNER_ALIAS).select_for_update().get(slug=slug)
        acted = _acted_since(cursor, found.pk, digest)
        reason = why_not_remove(found.name, typed, listed, slug, acted=acted)
        if reason:
            raise NotRemoved(reason)
        cursor.execute("select remove_municipality(%s, %s)", [found.pk, because])
        receipt = int(cursor.fetchone()[0])
        cursor.execute("select facts ->> 'rows', facts ->> 'digest' from audit_receipt where id = %s", [receipt])
        rows, told = cursor.fetchone()
        cursor.execute("set local role samspil_owner")
    return Removed(receipt, int(rows), told)


def _acted_since(cursor: Any, municipality_id: int, digest: str) -> bool | None:
    cursor.execute("select acted_since_export(%s, %s)", [municipality_id, digest])
    row = cursor.fetchone()
    return None if row is None else bool(row[0])
