"""The rows of one municipality as JSON: a file a table, a line a row, and what every field means."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q

from samspil.lifecycle.rules import WITHHELD
from samspil.organisation.models import Municipality, Person, Tenure

CHUNK = 500


def handed_out() -> list[Any]:
    """Every model whose rows leave, in the order of their tables."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("samspil.")]
    return sorted((m for m in ours if m._meta.db_table not in WITHHELD), key=lambda model: model._meta.db_table)


def rows_of(model: Any, municipality_id: int) -> Iterator[Any]:
    """On the operator's connection, in the transaction that the caller opened."""
    rows = model._default_manager.using(settings.OWNER_ALIAS).filter(_lies_in(model, municipality_id))
    secret = [field.name for field in model._meta.concrete_fields if isinstance(field, models.BinaryField)]
    yield from rows.defer(*secret).order_by("pk").iterator(chunk_size=CHUNK)


def _lies_in(model: Any, municipality_id: int) -> Q:
    if model is Municipality:
        return Q(pk=municipality_id)
    if model is Person:  # also whoever is employed elsewhere and holds a seat here
        served = Tenure.objects.filter(municipality_id=municipality_id).values("person_id")
        return Q(municipality_id=municipality_id) | Q(pk__in=served)
    return Q(municipality_id=municipality_id)


def fields_of(model: Any) -> list[Any]:
    """What is sealed or a digest stays behind; so does what one logs in with."""
    fields = model._meta.concrete_fields
    return [one for one in fields if not isinstance(one, models.BinaryField) and one.attname != "account_id"]


def as_line(row: Any, beside: dict[str, Any]) -> str:
    told = {one.attname: _plain(getattr(row, one.attname)) for one in fields_of(type(row))}
    return json.dumps({**told, **beside}, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime | date | time) else value


def described() -> dict[str, Any]:
    """What each file and each field is called in Danish, and which file a number points into."""
    return {model._meta.db_table: _description(model) for model in handed_out()}


def _description(model: Any) -> dict[str, Any]:
    told = {one.attname: _field(one) for one in fields_of(model)}
    return {"name": str(model._meta.verbose_name_plural), "fields": told}


def _field(one: Any) -> dict[str, str]:
    told = {"name": str(one.verbose_name), "type": one.get_internal_type()}
    return {**told, "refers_to": one.related_model._meta.db_table} if one.is_relation else told
