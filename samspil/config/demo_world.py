"""The municipalities of the demo and the people one can be there. Their work is made by `season`."""

import hashlib
import tomllib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from samspil.config.local import ROOT, STATE
from samspil.lib import clock
from samspil.organisation.files.check import parse
from samspil.organisation.files.expand import expand
from samspil.organisation.loading import apply_organisation, count_rows
from samspil.organisation.loading.people import Term, settle
from samspil.organisation.loading.practice import apply_practice, has_practice
from samspil.organisation.models import Municipality, Person

ORGANISATIONS = ("frederiksberg", "glostrup", "halsnaes", "holstebro", "koebenhavn")
PEOPLE = ROOT / "samspil" / "config" / "demo_people.toml"
SINCE_DAYS = 400


def fill(say: Callable[[str], None]) -> None:
    """Apply the shipped files (what is unchanged stays), and settle people where a municipality has none."""
    if is_filled():
        say("The municipalities and their people are as they were")
        return
    _fill(say)
    _stamp().write_text(_source())


def is_empty() -> bool:
    return not Municipality.objects.using("owner").exists()


def is_filled() -> bool:
    """Whether this database was filled from the files and by the loader as they are now."""
    known = set(Municipality.objects.using("owner").values_list("slug", flat=True))
    return known >= set(ORGANISATIONS) and _stamp().exists() and _stamp().read_text() == _source()


def _stamp() -> Path:
    own = settings.DATABASES["owner"]
    place = f"{own['HOST']} {own['NAME']}"
    return STATE / f"filled-{hashlib.sha256(place.encode()).hexdigest()[:12]}"


def _source() -> str:
    """Everything that decides what is filled in: files, loader, capabilities."""
    folder = ROOT / "samspil" / "organisation"
    code = [*folder.glob("files/**/*.py"), *folder.glob("loading/*.py"), ROOT / "samspil/authority/capability.py"]
    read = [PEOPLE, *(ROOT / "organisations" / f"{slug}.toml" for slug in ORGANISATIONS), *sorted(code)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in read)).hexdigest()


def _fill(say: Callable[[str], None]) -> None:
    people = tomllib.loads(PEOPLE.read_text())
    for slug in ORGANISATIONS:
        organisation = parse(ROOT / "organisations" / f"{slug}.toml")
        difference = apply_organisation(expand(organisation), "demo")
        municipality = Municipality.objects.using("owner").get(slug=slug)
        if has_practice(slug):
            apply_practice(organisation, "demo")
        say(f"{municipality.name}: {len(difference)} changes in the organisation")
        if not Person.objects.using("owner").filter(municipality=municipality).exists():
            with transaction.atomic(using="owner"):
                settle_people(municipality, people[slug])
            say(f"{municipality.name}: {len(people[slug])} invented people in their seats")
    count_rows()


def settle_people(municipality: Municipality, people: dict[str, Any]) -> None:
    start = clock.today() - timedelta(days=SINCE_DAYS)
    for key, person in people.items():
        terms = tuple(Term(seat, start) for seat in person["seats"])
        ended = tuple(Term(seat, start, clock.today() - timedelta(days=20)) for seat in person.get("ended", ()))
        settle(
            municipality,
            person["name"],
            f"{key}@{municipality.slug}.example",
            (*terms, *ended),
            phone=person.get("phone", ""),
        )


def who_one_can_be() -> str:
    """Some people of each municipality: what the start of the demo prints."""
    people = tomllib.loads(PEOPLE.read_text())
    names = dict(Municipality.objects.using("owner").values_list("slug", "name"))
    lines = [
        f"  {person['name']:<18} {person['does']} ({names[slug]})"
        for slug in ORGANISATIONS
        for person in people[slug].values()
        if "does" in person
    ]
    return "You can be:\n" + "\n".join(lines)
