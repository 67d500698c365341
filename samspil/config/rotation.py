"""Sealing anew what was sealed under an older key: CPR numbers, files, the secrets of apps and of codes on paper."""

import base64
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connections, transaction

from samspil.accounts.adapter import CONTEXT
from samspil.circles.models import Identity
from samspil.circles.queries.identities import index_of, sealing_context
from samspil.documents.models import FileRow, ReportedFile, StoredFile
from samspil.documents.queries.sealed import sealing_context as file_context
from samspil.lib.sealing import Keyring


@dataclass(frozen=True)
class Rotation:
    """How many sealed values there are of each sort, and how many of them were sealed anew."""

    key: str
    numbers: int
    numbers_anew: int
    factors: int
    factors_anew: int
    files: int
    files_anew: int


def rotate() -> Rotation:
    """On the operator's connection, all in one transaction; a second run finds nothing to do. Raises SealingError."""
    ring = Keyring.from_environment(settings.DATA_KEYS)
    with transaction.atomic(using=settings.OWNER_ALIAS):
        factors = [_factor_anew(ring, row) for row in _sealed_factors()]
        with connections[settings.OWNER_ALIAS].cursor() as cursor:
            cursor.execute("set local role samspil_rule")  # the owner of a protected table sees none of its rows
            numbers = [_number_anew(ring, row) for row in _sealed_numbers()]
            files = [_file_anew(ring, model, pk) for model in (StoredFile, ReportedFile) for pk in _files(model)]
            cursor.execute("set local role samspil_owner")
    return Rotation(ring.current, len(numbers), sum(numbers), len(factors), sum(factors), len(files), sum(files))


def _sealed_factors() -> list[Any]:
    """Locked until the end; a passkey holds no secret."""
    rows = Authenticator.objects.using(settings.OWNER_ALIAS).exclude(type=Authenticator.Type.WEBAUTHN)
    return list(rows.select_for_update().order_by("pk"))


def _sealed_numbers() -> list[Identity]:
    rows = Identity.objects.using(settings.OWNER_ALIAS).select_related("young_person", "municipality")
    return list(rows.select_for_update(of=("self",)).order_by("pk"))


def _factor_anew(ring: Keyring, row: Any) -> bool:
    data = {name: _text_anew(ring, value) if name in {"secret", "seed"} else value for name, value in row.data.items()}
    if data == row.data:
        return False
    row.data = data
    row.save(using=settings.OWNER_ALIAS, update_fields=["data"])
    return True


def _text_anew(ring: Keyring, text: str) -> str:
    return base64.b64encode(ring.reseal(base64.b64decode(text), CONTEXT)).decode()


def _number_anew(ring: Keyring, row: Identity) -> bool:
    sealed = bytes(row.cpr_sealed)
    anew = ring.reseal(sealed, sealing_context(row.young_person.key), row.municipality.slug)
    if anew == sealed:
        return False
    place = row.municipality.slug
    number = ring.open_sealed(anew, sealing_context(row.young_person.key), place).decode()
    row.cpr_sealed, row.cpr_index = anew, index_of(ring, number, place)
    row.save(using=settings.OWNER_ALIAS, update_fields=["cpr_sealed", "cpr_index"])
    return True


def _files(model: type[FileRow]) -> list[int]:
    rows = model._default_manager.using(settings.OWNER_ALIAS)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _file_anew(ring: Keyring, model: type[FileRow], pk: int) -> bool:
    """One file in memory at a time."""
    rows = model._default_manager.using(settings.OWNER_ALIAS).select_related("municipality")
    row: Any = rows.select_for_update(of=("self",)).get(pk=pk)
    sealed = bytes(row.sealed)
    anew = ring.reseal(sealed, file_context(row.key), row.municipality.slug)
    if anew == sealed:
        return False
    row.sealed = anew
    row.save(using=settings.OWNER_ALIAS, update_fields=["sealed"])
    return True
