"""CPR of a young person: sealed at rest, masked on pages, for those alone who may see identities (A20, law L14)."""

from django.conf import settings

from samspil.authority.actor import Actor
from samspil.circles.models import Identity, YoungPerson
from samspil.lib import cpr as cpr_numbers
from samspil.lib.sealing import Keyring


def masked_cpr(actor: Actor, young_person: YoungPerson) -> str:
    """`140313-xxxx`, or nothing where none is stored or the actor may not see it."""
    known = Identity.objects.filter(circle_id=young_person.circle_id, young_person=young_person).first()
    if known is None:
        return ""
    plain = keyring().open_sealed(bytes(known.cpr_sealed), sealing_context(young_person.key), actor.municipality_slug)
    return cpr_numbers.mask(cpr_numbers.Cpr(plain.decode()))


def keyring() -> Keyring:
    return Keyring.from_environment(settings.DATA_KEYS)


def sealing_context(key: str) -> str:
    """What a sealed number is bound to: the young person's public key, so that it opens in no other row."""
    return f"young_person.cpr:{key}"
