from dataclasses import dataclass

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.cases import queries, rules
from samspil.cases.commands.acts import stop_if
from samspil.cases.models import Case, CaseConcern, CaseItem, CaseNote
from samspil.circles.commands import deliver, open_circle
from samspil.circles.models import Circle
from samspil.concerns.models import Concern
from samspil.concerns.queries.parts import parts_to_bring
from samspil.decisions.commands import carry
from samspil.decisions.models import Submission
from samspil.documents.commands import carry as carry_files
from samspil.documents.queries import with_content
from samspil.lib import clock
from samspil.lib.danish_dates import plain_day
from samspil.lib.excerpts import CHILD_WORDS, Excerpt, chosen


@dataclass(frozen=True)
class Opening:
    """Why there is a case, why what it begins with is necessary there, and which excerpts and files go along."""

    problem: str
    reason: str
    level: str
    basis: str
    necessity: str
    along: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@command(Can.CASE_OPEN)
def open_case(actor: Actor, submission: Submission, *, opening: Opening) -> Case:
    """From a matter in a body: a circle of the case's own, with the necessary minimum in it (scenario 4)."""
    people = queries.young_people(submission.circle_id)
    stop_if(rules.why_not_open(people=len(people), already=queries.case_of_submission(submission.key)))
    source, body = submission.circle, submission.body
    title = f"Sag i {body.words.get('closed_name') or body.name} fra {plain_day(clock.today())}"
    circle = open_circle(actor, source, kind="case", purpose=source.purpose, title=title, body=body)
    act = deliver(actor, source, circle, basis=opening.basis, necessity=opening.necessity)
    young = carry(people[0], circle, act)
    case = Case.objects.create(
        circle=circle,
        act_id=act,
        young_person=young,
        sort_key=young.sort_key,
        problem=opening.problem,
        reason=opening.reason,
        level=opening.level,
    )
    CaseItem.objects.create(circle=circle, act_id=act, case=case, circle_key=source.key, submission_key=submission.key)
    _bring_along(case, chosen(submission.brought, opening.along))
    carry_files(with_content(source, opening.files), circle, act_id=act)
    if submission.subject_kind == "concern":
        had = submission.told_of(CHILD_WORDS)
        _tie(case, submission.subject_key, words_left=had and CHILD_WORDS not in opening.along)
    return case


@command(Can.CASE_OPEN)
def begin_case(actor: Actor, concern: Concern, circle: Circle, act_id: int, excerpts: tuple[Excerpt, ...]) -> None:
    """Straight from a concern, in a circle that triage has opened and brought the young person into.

    The reporter is not in it (scenario 4).
    """
    people = queries.young_people(circle.pk)
    stop_if(rules.why_not_open(people=len(people), already=queries.case_of_concern(concern.key)))
    case = Case.objects.create(
        circle=circle,
        act_id=act_id,
        young_person=people[0],
        sort_key=people[0].sort_key,
        problem=queries.kind_names(actor, concern.kinds),
        reason=f"{concern.circle.title}.",
    )
    _bring_along(case, excerpts)
    had = any(part.is_child_words for part in parts_to_bring(concern))
    _tie(case, concern.key, words_left=had and not any(one.is_child_words for one in excerpts))


def _bring_along(case: Case, excerpts: tuple[Excerpt, ...]) -> None:
    """Each stands in the course from the first day; a child's own words stay a child's own words."""
    for one in excerpts:
        CaseNote.objects.create(
            circle=case.circle,
            act_id=case.act_id,
            case=case,
            slot=CaseNote.CHILD_WORDS if one.is_child_words else CaseNote.BROUGHT,
            text=one.text,
            happened_on=one.on or clock.today(),
            listener=one.source,
        )


def _tie(case: Case, concern_key: str, *, words_left: bool) -> None:
    """With whether the child's own words are in the concern and nowhere in the case."""
    CaseConcern.objects.create(
        circle=case.circle, act_id=case.act_id, case=case, concern_key=concern_key, child_words_left=words_left
    )
