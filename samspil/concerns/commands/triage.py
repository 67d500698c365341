"""What happens with a concern, chosen by a person, with the answer to the reporter in the same act."""

from dataclasses import dataclass
from datetime import date

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.authority.relation import may
from samspil.circles.commands import close_circle, deliver, disclose, open_circle, set_category
from samspil.circles.models import Circle
from samspil.concerns.models import Answer, Concern, Notice, Triage
from samspil.concerns.queries import openers
from samspil.concerns.queries.one import latest
from samspil.concerns.queries.parts import parts_to_bring
from samspil.concerns.queries.taking_up import triage_choices
from samspil.concerns.queries.words import about_words, groundless_category, kind_words, kinds_of, state_of
from samspil.concerns.rules import (
    CASE,
    CLOSING,
    GROUNDLESS,
    MEETING,
    NOTIFY,
    SENT,
    why_not_settle_notice,
    why_not_triage,
)
from samspil.concerns.rules.words import STANDARD_ANSWERS
from samspil.decisions.commands import carry, submitted
from samspil.decisions.rules import matter_words
from samspil.documents.commands import carry as carry_files
from samspil.documents.queries import with_content
from samspil.lib import clock
from samspil.lib.danish_dates import plain_day
from samspil.lib.excerpts import CHILD_WORDS, MINIMUM, Excerpt, chosen
from samspil.organisation.models import Body
from samspil.organisation.queries import why_shared


@dataclass(frozen=True)
class Choice:
    """What was chosen in the form. `tell` is what the others must know; `along` the parts that go along as they are.

    `files` are the keys of files that go along as copies.
    """

    outcome: str
    answer: str = ""
    reason: str = ""
    necessity: str = ""
    body: Body | None = None
    receiver: str = ""
    tell: str = ""
    along: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        return bool(self.tell.strip() or self.along)


@command(Can.CONCERN_TRIAGE)
def triage_concern(actor: Actor, concern: Concern, *, choice: Choice) -> Triage:
    """Carry out the choice, write it down, answer the reporter; all of it or nothing."""
    concern = latest(concern)
    facts = {"necessity": choice.necessity, "answer": choice.answer}
    _refuse(why_not_triage(state_of(concern), choice.outcome, **facts, told=choice.told))
    circle = concern.circle
    opened = _carry_out(actor, concern, choice)
    act = disclose(
        actor, circle, basis=circle.basis, necessity=choice.necessity or why_shared(actor.settings, "assessment")
    )
    triage = Triage.objects.create(
        circle=circle,
        concern=concern,
        outcome=choice.outcome,
        reason=choice.reason,
        necessity=choice.necessity,
        body=choice.body if choice.outcome == MEETING else None,
        opened_key=opened.key if opened else "",
        act_id=act,
    )
    if choice.outcome == NOTIFY:
        Notice.objects.create(
            circle=circle, concern=concern, outcome=SENT, reason=choice.reason, receiver=choice.receiver, act_id=act
        )
    words = choice.answer.strip() or STANDARD_ANSWERS.get(choice.outcome, "")
    Answer.objects.create(circle=circle, concern=concern, text=words, act_id=act)
    if choice.outcome in CLOSING:
        _close(actor, concern, choice)
    return triage


def _carry_out(actor: Actor, concern: Concern, choice: Choice) -> Circle | None:
    if choice.outcome == MEETING:
        return _bring_to_body(actor, concern, choice)
    if choice.outcome == CASE:
        return _begin_case(actor, concern, choice)
    if choice.outcome == NOTIFY:
        _refuse(why_not_settle_notice(state_of(concern), SENT, choice.reason))
    return None


def _bring_to_body(actor: Actor, concern: Concern, choice: Choice) -> Circle:
    """A circle of its own for this matter in that body, with the necessary minimum in it (A6)."""
    body = choice.body
    if body is None or body not in triage_choices(actor, concern).bodies:
        raise Refusal("Vælg, hvem der skal tage det op.")
    title = f"{body.words.get('closed_name') or body.name}: {matter_words('concern', _sent_on(concern)).lower()}"
    circle = _opened(actor, concern, "item", title, body)
    act = deliver(actor, concern.circle, circle, basis=circle.basis, necessity=choice.necessity)
    if concern.young_person is not None:
        carry(concern.young_person, circle, act)
    submitted(
        circle,
        body,
        title=about_words(concern, short=False),
        reason=f"Ny bekymring: {kind_words(concern, kinds_of(actor))}",
        act_id=act,
        about=("concern", concern.key),
        excerpts=(*_excerpts(concern, choice), *_left(concern, choice)),
    )
    _bring_files(concern, choice, circle, act)
    return circle


def _opened(actor: Actor, concern: Concern, kind: str, title: str, body: Body | None) -> Circle:
    """The one who brings a matter writes it there: by a seat in the body, else by the own seat, let in as a party."""
    source = concern.circle
    seated = body is not None and _has_seat(actor, body)
    part = "" if seated or body is None else "party"
    return open_circle(
        actor, source, kind=kind, purpose=source.purpose, title=title, body=body, unit=source.unit, own_part=part
    )


def _has_seat(actor: Actor, body: Body) -> bool:
    closed = Circle.objects.filter(kind="body_closed", body=body).first()
    return closed is not None and may(Can.ITEM_OPEN, closed.pk)


def _begin_case(actor: Actor, concern: Concern, choice: Choice) -> Circle:
    if not triage_choices(actor, concern).opens_case:
        raise Refusal("Her i kommunen begynder en sag på et møde. Tag bekymringen op dér.")
    title = f"Sag fra {concern.circle.unit.name}, {plain_day(clock.today())}"
    circle = _opened(actor, concern, "case", title, None)
    act = deliver(actor, concern.circle, circle, basis=circle.basis, necessity=choice.necessity)
    if concern.young_person is not None:
        carry(concern.young_person, circle, act)
    openers.begin_case(actor, concern, circle, act, _excerpts(concern, choice))
    _bring_files(concern, choice, circle, act)
    return circle


def _bring_files(concern: Concern, choice: Choice, circle: Circle, act: int) -> None:
    carry_files(with_content(concern.circle, choice.files), circle, act_id=act)


def _excerpts(concern: Concern, choice: Choice) -> tuple[Excerpt, ...]:
    """What was written for the others, and the parts of the concern that were chosen; nothing else leaves it."""
    own = (Excerpt(MINIMUM, choice.tell.strip()),) if choice.tell.strip() else ()
    return own + chosen(parts_to_bring(concern), choice.along)


def _left(concern: Concern, choice: Choice) -> tuple[Excerpt, ...]:
    """That there are a child's own words which did not go along, and nothing of what they are."""
    said = any(part.is_child_words for part in parts_to_bring(concern))
    return (Excerpt(CHILD_WORDS, ""),) if said and CHILD_WORDS not in choice.along else ()


def _sent_on(concern: Concern) -> date:
    return clock.in_copenhagen(concern.sending_rows.all()[0].written_at).date()


def _close(actor: Actor, concern: Concern, choice: Choice) -> None:
    if choice.outcome == GROUNDLESS:
        category = groundless_category(actor)
        if category is not None:
            set_category(actor, concern.circle, Can.CONCERN_TRIAGE, category)
    days = int(actor.settings["closed_reading_days"])
    close_circle(actor, concern.circle, Can.CONCERN_TRIAGE, reading_days=days)


def _refuse(sentence: str | None) -> None:
    if sentence:
        raise Refusal(sentence)
