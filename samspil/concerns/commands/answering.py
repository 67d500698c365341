from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.circles.commands import disclose
from samspil.concerns.models import Answer, Concern, Likeness
from samspil.organisation.queries import why_shared


@command(Can.ANSWER_WRITE)
def answer_reporter(actor: Actor, concern: Concern, *, text: str) -> Answer:
    """A further answer: state and what happens next, never all that happens (L22)."""
    if not concern.sending_rows.all():
        raise Refusal("Bekymringen er ikke sendt endnu.")
    act = disclose(actor, concern.circle, basis=concern.circle.basis, necessity=why_shared(actor.settings, "answer"))
    return Answer.objects.create(circle=concern.circle, concern=concern, text=text, act_id=act)


@command(Can.TRIAGE_WRITE)
def judge_likeness(actor: Actor, concern: Concern, *, other_key: str, same: bool) -> Likeness:
    """Write down whether the other concern is about the same young person. Nothing is joined, moved or shown by it."""
    if not Concern.objects.filter(key=other_key).exists():
        raise Refusal("Den anden bekymring kan ikke vises længere.")
    if Likeness.objects.filter(concern=concern, other_key=other_key).exists():
        raise Refusal("Det er allerede afgjort.")
    act = disclose(
        actor, concern.circle, basis=concern.circle.basis, necessity=why_shared(actor.settings, "comparison")
    )
    return Likeness.objects.create(circle=concern.circle, concern=concern, other_key=other_key, same=same, act_id=act)
