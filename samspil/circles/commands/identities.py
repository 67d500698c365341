"""CPR of a young person, stored sealed by those who may write identities (A20, law L14)."""

from typing import Any

from django.db import transaction
from django.db.utils import IntegrityError

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.circles.commands.acts import disclose
from samspil.circles.models import Circle, Identity, YoungPerson
from samspil.circles.queries.identities import (
    identity_of,
    index_of,
    keyring,
    opened,
    sealing_context,
    with_number,
)
from samspil.lib import cpr as cpr_numbers
from samspil.organisation.queries import why_shared


@command(Can.IDENTITY_WRITE)
def store_identity(actor: Actor, young_person: YoungPerson, *, cpr: str) -> None:
    """Seal a CPR number in the young person's own circle; another that was there stays as an older version.

    Raises Refusal with a Danish sentence that does not repeat the number.
    """
    try:
        number = cpr_numbers.parse(cpr)
    except cpr_numbers.CprError as error:
        raise Refusal(str(error)) from None
    _hold_to_birth_date(young_person, number)
    circle = Circle.objects.select_related("municipality").get(pk=young_person.circle_id)
    known, place = identity_of(young_person), circle.municipality.slug
    if known is not None and opened(known, young_person) == number:
        return
    _hold_to_one(young_person, number, place)
    act = disclose(actor, circle, basis=circle.basis, necessity=why_shared(circle.municipality.settings, "identity"))
    ring = keyring()
    facts = {
        "cpr_sealed": ring.seal(number.encode(), sealing_context(young_person.key), place),
        "cpr_index": index_of(ring, number, place),
    }
    _replace(young_person, circle, known, act_id=act, **facts)


def _replace(young_person: YoungPerson, circle: Circle, known: Identity | None, **facts: Any) -> None:
    """Two who write at once meet in the unique constraint of the version in force."""
    version = 1 if known is None else known.version + 1
    try:
        with transaction.atomic():
            if known is not None:
                known.replaced = True
                known.save(update_fields=["replaced"])
            Identity.objects.create(circle=circle, young_person=young_person, version=version, **facts)
    except IntegrityError as error:
        if error.__cause__ is None or "identity_" not in str(error.__cause__):
            raise
        raise Refusal("En anden skrev nummeret i samme øjeblik. Se efter, hvad der står nu.") from None


def _hold_to_one(young_person: YoungPerson, number: cpr_numbers.Cpr, municipality: str) -> None:
    """Within a circle a number is one person's; across circles nobody is told of another."""
    other = with_number(young_person.circle_id, number, municipality)
    if other is not None and other.young_person_id != young_person.pk:
        raise Refusal("Det nummer står på en anden her i rummet. Se efter, om det er den samme.")


def _hold_to_birth_date(young_person: YoungPerson, number: cpr_numbers.Cpr) -> None:
    born = cpr_numbers.birth_date(number)
    if young_person.birth_date not in {None, born}:
        raise Refusal("CPR-nummeret passer ikke med den fødselsdato, der står. Ret den af dem, der er forkert.")
