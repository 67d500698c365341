from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.circles.commands import disclose
from samspil.concerns.models import Concern, Notice
from samspil.concerns.queries.one import latest
from samspil.concerns.queries.words import state_of
from samspil.concerns.rules import why_not_settle_notice
from samspil.organisation.queries import why_shared


@command(Can.CONCERN_TRIAGE)
def settle_notice(actor: Actor, concern: Concern, *, outcome: str, reason: str = "", receiver: str = "") -> Notice:
    """Write down that the notification was sent, is not needed (with why), or was acknowledged (L18, L21)."""
    concern = latest(concern)
    sentence = why_not_settle_notice(state_of(concern), outcome, reason)
    if sentence:
        raise Refusal(sentence)
    act = disclose(actor, concern.circle, basis=concern.circle.basis, necessity=why_shared(actor.settings, "notice"))
    return Notice.objects.create(
        circle=concern.circle, concern=concern, outcome=outcome, reason=reason, receiver=receiver, act_id=act
    )
