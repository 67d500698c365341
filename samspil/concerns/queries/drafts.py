"""What the one who is worried sees: own drafts, and what became of what was sent."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import may
from samspil.circles.models import Circle
from samspil.concerns.models import Answer, Concern, ConcernText, Sending
from samspil.concerns.queries.words import state_of
from samspil.concerns.rules import State, why_not_write

SLOTS = ("observation", "interpretation", "child_words")


@dataclass(frozen=True)
class Mine:
    """A concern of one's own, in words without a name."""

    key: str
    words: str
    concern: Concern
    answers: tuple[Answer, ...]


def workplaces(actor: Actor) -> list[Circle]:
    """The unit circles from which the actor may raise a concern."""
    circles = (
        Circle.objects.filter(kind="unit", municipality_id=actor.municipality_id).select_related("unit").order_by("id")
    )
    return [circle for circle in circles if may(Can.CONCERN_RAISE, circle.pk)]


def drafts_of(actor: Actor) -> list[Concern]:
    return list(_reported(actor).filter(~Exists(Sending.objects.filter(concern=OuterRef("pk")))))


def my_concerns(actor: Actor) -> list[Mine]:
    """What the actor has sent, the newest first: words and keys alone, for Min SSP."""
    sent = _reported(actor).filter(Exists(Sending.objects.filter(concern=OuterRef("pk"))))
    rows = sent.prefetch_related("sending_rows__unit", "sending_rows__body", "answer_rows")
    return [_mine(concern) for concern in rows]


def open_draft(actor: Actor, key: str) -> Concern:
    """The door to one's own unsent draft; Http404 for everybody else, and once it is sent."""
    concern = open_reported(actor, key)
    if concern.sending_rows.all():
        raise Http404
    return concern


def open_reported(actor: Actor, key: str) -> Concern:
    """The door for the one who wrote it, and for no other (H-02)."""
    rows = _reported(actor).prefetch_related(
        Prefetch("sending_rows", Sending.objects.select_related("unit", "body")),
        Prefetch("texts", ConcernText.objects.order_by("id")),
        "answer_rows__written_by__person",
        "notice_rows",
        "triage_rows",
    )
    return get_object_or_404(rows, key=key)


def parts_of(concern: Concern) -> dict[str, str]:
    """The newest text of each voice."""
    return {text.slot: text.text for text in concern.texts.all() if not text.replaced}


def set_aside(concern: Concern) -> list[ConcernText]:
    """What was typed in another window at the same time; kept, so that a person can choose."""
    newest = {text.text for text in concern.texts.all() if not text.replaced}
    return [text for text in concern.texts.all() if text.replaced and text.text not in newest]


def why_no_more_files(circle_id: int) -> str | None:
    """Why the one who wrote this concern can send no more along."""
    return why_not_write(State(sent=Sending.objects.filter(circle_id=circle_id).exists()))


def reported_state(concern: Concern) -> State:
    return state_of(concern)


def _reported(actor: Actor) -> QuerySet[Concern]:
    rows = Concern.objects.filter(written_by__person_id=actor.person_id).order_by("-id")
    return rows.select_related("circle__unit", "circle__category", "young_person__school", "written_by__person")


def _mine(concern: Concern) -> Mine:
    answers = tuple(sorted(concern.answer_rows.all(), key=lambda row: row.pk))
    place = concern.sending_rows.all()[0].receiver
    if answers:
        return Mine(concern.key, "Du har fået svar", concern, answers)
    return Mine(concern.key, f"{place} har det. Du får svar", concern, answers)
