"""The database that every test starts from: migrated, Lillerup and Storerup applied by the production loader."""

from dataclasses import replace
from pathlib import Path

from django.core.management import call_command

from samspil.organisation.files.check import parse
from samspil.organisation.files.expand import expand
from samspil.organisation.loading import apply_organisation, count_rows
from samspil.organisation.models import Municipality
from tests.world.people import ELSEWHERE, PEOPLE, settle_all

FILE = Path(__file__).parent / "lillerup.toml"


def build() -> None:
    call_command("migrate", database="owner", verbosity=0)
    lillerup = parse(FILE)
    storerup = replace(lillerup, municipality=replace(lillerup.municipality, slug="storerup", name="Storerup Kommune"))
    for organisation, people in ((lillerup, PEOPLE), (storerup, ELSEWHERE)):
        apply_organisation(expand(organisation), "prøve")
        settle_all(Municipality.objects.using("owner").get(slug=organisation.municipality.slug), people)
    count_rows()
