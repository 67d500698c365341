"""The practice room of a municipality: the same organisation file once more, as a municipality of its own."""

from dataclasses import replace

from django.conf import settings
from django.db import transaction

from samspil.organisation.files.expand import expand
from samspil.organisation.files.model import Organisation
from samspil.organisation.loading.apply import apply_organisation
from samspil.organisation.models import Municipality

MARK = "-oevelse"


def apply_practice(organisation: Organisation, applied_by: str) -> Municipality:
    """Make the practice room of the municipality that this file describes, or follow the file; its row."""
    owner = settings.OWNER_ALIAS
    own = organisation.municipality
    twin = replace(own, slug=f"{own.slug}{MARK}", name=f"{own.name} (øvelse)")
    with transaction.atomic(using=owner):
        real = Municipality.objects.using(owner).get(slug=own.slug)
        apply_organisation(expand(replace(organisation, municipality=twin)), applied_by)
        Municipality.objects.using(owner).filter(slug=twin.slug).update(practice_of=real)
        return Municipality.objects.using(owner).get(slug=twin.slug)


def has_practice(slug: str) -> bool:
    return Municipality.objects.using(settings.OWNER_ALIAS).filter(practice_of__slug=slug).exists()
