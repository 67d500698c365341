"""What the acts on a case share: the disclosure that each row carries, the minimum that goes along, and stopping."""

from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.errors import Refusal
from samspil.cases.models import Case
from samspil.circles.commands import disclose
from samspil.circles.models import Circle, YoungPerson


def stop_if(sentence: str | None) -> None:
    if sentence is not None:
        raise Refusal(sentence)


def act_in(actor: Actor, case: Case, necessity: str) -> int | None:
    """The act of writing in the case: on its circle's own basis, for the reason given (A8)."""
    return disclose(actor, case.circle, basis=case.circle.basis, necessity=necessity)


def carry(young: YoungPerson, circle: Circle, act: int) -> YoungPerson:
    """The necessary minimum: name, age and school go along; CPR, address and relatives do not."""
    return YoungPerson.objects.create(
        circle=circle,
        act_id=act,
        name=young.name,
        sort_key=young.sort_key,
        birth_date=young.birth_date,
        school=young.school,
        school_class=young.school_class,
        protected_address=young.protected_address,
    )


def tell(case: Case, **now: Any) -> None:
    """Let the case itself say what the row beside it says, for the lists."""
    for name, value in now.items():
        setattr(case, name, value)
    case.save(update_fields=list(now))
