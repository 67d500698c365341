"""What anybody may see, without logging in. Each answer is a function or a table that the database opens to all."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection
from django.db.utils import OperationalError
from django.shortcuts import get_object_or_404

from samspil.lib import clock
from samspil.organisation.models import Municipality, MunicipalText
from samspil.ui.colours import Colours
from samspil.ui.shell import Places, Shell

PURPOSE, PRIVACY, ACCESSIBILITY = "purpose", "privacy", "accessibility"


@dataclass(frozen=True)
class PublicBody:
    slug: str
    name: str
    task: str
    level: int
    level_name: str
    rhythm: str


@dataclass(frozen=True)
class KeyPerson:
    """A public seat; `name` is empty where it is vacant."""

    place: str
    function: str
    name: str
    phone: str
    hours: str


@dataclass(frozen=True)
class PublicUnit:
    slug: str
    name: str
    phone: str
    email: str
    hours: str


@dataclass(frozen=True)
class PublicText:
    title: str
    paragraphs: tuple[str, ...]
    valid_from: date
    responsible: str


@dataclass(frozen=True)
class Level:
    name: str
    bodies: tuple[PublicBody, ...]


def open_municipality(slug: str) -> Municipality:
    return get_object_or_404(Municipality, slug=slug, practice_of=None)


def municipalities() -> list[Municipality]:
    return list(Municipality.objects.filter(practice_of=None).order_by("name"))


def text_of(municipality: Municipality, slug: str) -> PublicText | None:
    """The newest version in force today."""
    rows = MunicipalText.objects.filter(
        municipality=municipality, slug=slug, language="da", valid_from__lte=clock.today()
    )
    row = rows.order_by("-valid_from", "-version").first()
    if row is None:
        return None
    paragraphs = tuple(part.strip() for part in row.text.split("\n\n") if part.strip())
    return PublicText(row.title, paragraphs, row.valid_from, row.responsible)


def levels(municipality: Municipality) -> list[Level]:
    bodies = [PublicBody(*row) for row in _rows("public_bodies", municipality.slug)]
    return [Level(name, tuple(found)) for name, found in groupby(bodies, key=lambda body: body.level_name)]


def key_persons(municipality: Municipality) -> list[KeyPerson]:
    return [KeyPerson(*row) for row in _rows("public_seats", municipality.slug)]


def key_places(municipality: Municipality) -> list[tuple[str, list[KeyPerson]]]:
    """The key persons of each place, so that one finds one's own school at a glance."""
    return [(name, list(found)) for name, found in groupby(key_persons(municipality), key=lambda one: one.place)]


def units(municipality: Municipality) -> list[PublicUnit]:
    return [PublicUnit(*row) for row in _rows("public_units", municipality.slug)]


def place_of_contact(municipality: Municipality) -> str:
    """The unit where the work is anchored, unless the contact bears its name already."""
    wanted = municipality.settings.get("anchoring_unit")
    contact = municipality.settings.get("contact") or {}
    names = [unit.name for unit in units(municipality) if unit.slug == wanted and unit.name != contact.get("name")]
    return names[0] if names else ""


def public_shell(municipality: Municipality, path: str) -> Shell:
    return Shell(
        municipality_name=municipality.name,
        municipality_slug=municipality.slug,
        invented=bool(municipality.settings.get("invented")),
        path=path,
        places=places_of(municipality.slug),
    )


def places_of(slug: str) -> Places:
    """Where the links at the foot of a page lead, for somebody of this municipality."""
    here = f"/kommuner/{slug}/"
    return Places(privacy=f"{here}oplysninger/", accessibility=f"{here}tilgaengelighed/")


def colours_of(municipality: Municipality) -> Colours:
    return Colours.of(municipality.colours)


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
            return bool(cursor.fetchone() == (1,))
    except OperationalError:
        return False


def _rows(function: str, slug: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"select * from {function}(%s)", [slug])  # noqa: S608  # one of the three names above
        return list(cursor.fetchall())
