"""What stands in the database about an organisation, as a file again."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction

from samspil.organisation.files.check import examine_text
from samspil.organisation.files.expand import Expanded, expand
from samspil.organisation.files.following import CannotFollow, followed
from samspil.organisation.files.model import Organisation
from samspil.organisation.files.problem import OrganisationFileError, Problem
from samspil.organisation.files.writing import file_text
from samspil.organisation.loading.apply import apply_organisation
from samspil.organisation.loading.upsert import called
from samspil.organisation.models import (
    Agency,
    Body,
    ConcernKind,
    Controller,
    Function,
    Municipality,
    OrganisationEdition,
    RetentionCategory,
    Seat,
    Unit,
)


class NeverAppliedError(Exception):
    """No organisation file has been applied for this municipality."""


@dataclass(frozen=True)
class Exported:
    """`kept` says whether the original could be followed; the rest, why the file does not say all that stands."""

    text: str
    kept: bool
    problems: tuple[Problem, ...]
    differences: tuple[str, ...]
    beside: tuple[str, ...]


def export_organisation(municipality: Municipality, original: str | None = None) -> Exported:
    """The latest edition as a file, in the form of `original` where one is given. Nothing is changed."""
    text, kept = latest_text(municipality, original)
    organisation, problems = examine_text(text, f"{municipality.slug}.toml")
    if organisation is None or problems:
        return Exported(text, kept, tuple(problems), (), ())
    try:
        differences, beside = _planned(municipality, expand(organisation))
    except OrganisationFileError as refused:
        return Exported(text, kept, tuple(refused.problems), (), ())
    return Exported(text, kept, (), differences, beside)


def latest_text(municipality: Municipality, original: str | None = None) -> tuple[str, bool]:
    """Written anew, or the original with what has changed, if that then says the same; and whether it did."""
    editions = OrganisationEdition.objects.using(settings.OWNER_ALIAS).filter(municipality=municipality)
    latest = editions.order_by("-id").first()
    if latest is None:
        raise NeverAppliedError
    anew = file_text(latest.content)
    if original is None:
        return anew, True
    try:
        text = followed(original, latest.content)
        same = _read(text) == _read(anew)
    except (CannotFollow, tomllib.TOMLDecodeError):
        return anew, False
    return (text, True) if same else (anew, False)


def _read(text: str) -> Organisation | None:
    return examine_text(text, "")[0]


def _planned(municipality: Municipality, expanded: Expanded) -> tuple[tuple[str, ...], tuple[str, ...]]:
    with transaction.atomic(using=settings.OWNER_ALIAS):
        differences = apply_organisation(expanded, "")
        transaction.set_rollback(True, using=settings.OWNER_ALIAS)
    return tuple(differences), tuple(_beside(municipality, expanded))


def _beside(municipality: Municipality, expanded: Expanded) -> Iterator[str]:
    """Rows that an earlier edition made and the latest does not name: they stand until they are ended."""
    file = expanded.organisation
    named: dict[Any, set[str]] = {
        Controller: {one.key for one in file.controllers},
        Agency: {one.key for one in file.agencies},
        Unit: {one.key for one in file.units},
        Function: {one.key for one in expanded.functions},
        RetentionCategory: {one.key for one in file.retention},
        ConcernKind: {one.key for one in file.concern_kinds},
        Body: {one.slug for one in expanded.bodies},
        Seat: {one.slug for one in expanded.seats},
    }
    for model, slugs in named.items():
        rows = model.objects.using(settings.OWNER_ALIAS).filter(municipality=municipality)
        standing = rows.filter(closed_on__isnull=True) if model is Seat else rows
        yield from (f"{called(model)} »{row}«" for row in standing.exclude(slug__in=slugs).order_by("slug"))
