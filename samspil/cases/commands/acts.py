"""What the acts on a case share: the disclosure that each row carries, and stopping."""

from typing import Any

from samspil.authority.actor import Actor
from samspil.authority.errors import Refusal
from samspil.cases.models import Case
from samspil.circles.commands import disclose
from samspil.organisation.queries import why_shared


def stop_if(sentence: str | None) -> None:
    if sentence is not None:
        raise Refusal(sentence)


def act_in(actor: Actor, case: Case, necessity: str) -> int | None:
    """The act of writing in the case: on its circle's own basis, for the reason given (A8)."""
    return disclose(actor, case.circle, basis=case.circle.basis, necessity=necessity)


def joint_act(actor: Actor, case: Case, work: str) -> int | None:
    """The act of joint work in the case, for the municipality's own reason."""
    return act_in(actor, case, why_shared(actor.settings, work))


def tell(case: Case, **now: Any) -> None:
    """Let the case itself say what the row beside it says, for the lists."""
    for name, value in now.items():
        setattr(case, name, value)
    case.save(update_fields=list(now))
