"""CPR of a young person: sealed at rest, masked on pages, for those alone who may see identities (A20, law L14)."""

from django.conf import settings

from samspil.authority.actor import Actor
from samspil.circles.models import Identity, YoungPerson
from samspil.lib import cpr as cpr_numbers
from samspil.lib.sealing import Keyring

INDEX_COLUMN = "identity.cpr"


def masked_cpr(actor: Actor, young_person: YoungPerson) -> str:
    """`140313-xxxx`, or nothing where none is stored or the actor may not see it."""
    known = identity_of(young_person)
    return "" if known is None else cpr_numbers.mask(opened(known, young_person))


def identity_of(young_person: YoungPerson) -> Identity | None:
    """The version in force."""
    rows = Identity.objects.filter(circle_id=young_person.circle_id, young_person=young_person, replaced=False)
    return rows.select_related("municipality").first()


def opened(known: Identity, young_person: YoungPerson) -> cpr_numbers.Cpr:
    """The number itself, for comparing and masking and nothing else."""
    context, place = sealing_context(young_person.key), known.municipality.slug
    return cpr_numbers.Cpr(keyring().open_sealed(bytes(known.cpr_sealed), context, place).decode())


def with_number(circle_id: int, number: cpr_numbers.Cpr, municipality: str) -> Identity | None:
    """Who in this circle has the number, by its keyed hash under any key on the ring; one at the most."""
    marks = keyring().blind_indexes(number, municipality, INDEX_COLUMN)
    rows = Identity.objects.filter(circle_id=circle_id, cpr_index__in=marks, replaced=False)
    return rows.select_related("municipality").first()


def index_of(ring: Keyring, number: str, municipality: str) -> bytes:
    return ring.blind_index(number, municipality, INDEX_COLUMN)


def keyring() -> Keyring:
    return Keyring.from_environment(settings.DATA_KEYS)


def sealing_context(key: str) -> str:
    """What a sealed number is bound to: the young person's public key, so that it opens in no other row."""
    return f"young_person.cpr:{key}"
