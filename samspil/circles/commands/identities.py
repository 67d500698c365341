"""CPR of a young person, stored sealed by those who may write identities (A20, law L14)."""

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.circles.commands.acts import disclose
from samspil.circles.models import Circle, Identity, YoungPerson
from samspil.circles.queries.identities import keyring, sealing_context
from samspil.lib import cpr as cpr_numbers

NECESSITY = "Det skal være sikkert, hvem det handler om."


@command(Can.IDENTITY_WRITE)
def store_identity(actor: Actor, young_person: YoungPerson, *, cpr: str) -> None:
    """Seal a CPR number in the young person's own circle; a number that is there already is replaced.

    Raises Refusal with a Danish sentence that does not repeat the number.
    """
    try:
        number = cpr_numbers.parse(cpr)
    except cpr_numbers.CprError as error:
        raise Refusal(str(error)) from None
    _hold_to_birth_date(young_person, number)
    sealed = keyring().seal(number.encode(), sealing_context(young_person.key), actor.municipality_slug)
    known = Identity.objects.filter(circle_id=young_person.circle_id, young_person=young_person).first()
    if known is None:
        circle = Circle.objects.get(pk=young_person.circle_id)
        act = disclose(actor, circle, basis=circle.basis, necessity=NECESSITY)
        Identity.objects.create(circle=circle, young_person=young_person, cpr_sealed=sealed, act_id=act)
    else:
        known.cpr_sealed = sealed
        known.save(update_fields=["cpr_sealed"])


def _hold_to_birth_date(young_person: YoungPerson, number: cpr_numbers.Cpr) -> None:
    born = cpr_numbers.birth_date(number)
    if young_person.birth_date not in {None, born}:
        raise Refusal("CPR-nummeret passer ikke med den fødselsdato, der står. Ret den af dem, der er forkert.")
