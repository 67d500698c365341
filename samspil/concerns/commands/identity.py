from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.circles.commands import store_identity
from samspil.concerns.models import Concern


@command(Can.IDENTITY_WRITE)
def name_by_cpr(actor: Actor, concern: Concern, *, cpr: str) -> None:
    """Keep the CPR number of the young person whom this concern is about."""
    if concern.young_person is None:
        raise Refusal("Der er intet navn på bekymringen, så der kan ikke stå et CPR-nummer.")
    store_identity(actor, concern.young_person, cpr=cpr)
