from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.relation import may
from samspil.cases import queries, rules
from samspil.cases.commands.acts import act_in, joint_act, stop_if, tell
from samspil.cases.models import Case, CaseItem, Closure, Reopening
from samspil.circles.commands import ask_act, close_circle, deliver, open_circle
from samspil.circles.models import Circle
from samspil.decisions.commands import carry, submitted
from samspil.decisions.models import Submission
from samspil.decisions.rules import matter_words
from samspil.lib import clock
from samspil.organisation.models import Body


@command(Can.CASE_CLOSE)
def close_case(actor: Actor, case: Case, *, reason: str, words: str) -> Closure:
    """Nobody reads it after the municipality's days, and the retention clock begins (A13).

    So it goes with the matters that it lies in and no meeting has decided about: no minutes would ever close those.
    """
    stop_if(queries.what_bars_closing(case))
    closure = Closure.objects.create(
        circle=case.circle, act_id=joint_act(actor, case, "closing"), case=case, reason=reason, words=words
    )
    tell(case, ended_at=clock.now())
    days = rules.reading_days(case.municipality.settings)
    for room in queries.undecided_rooms(case):
        if may(Can.ITEM_WRITE, room.pk):
            close_circle(actor, room, Can.ITEM_WRITE, reading_days=days)
    close_circle(actor, case.circle, Can.CASE_CLOSE, reading_days=days)
    return closure


@command(Can.CASE_CLOSE)
def reopen_case(actor: Actor, case: Case, *, words: str) -> Reopening:
    """The keeper takes it up again. Whoever has left is let in anew, by an act of its own."""
    stop_if(rules.why_not_reopen(closed=queries.is_closed(case)))
    ask_act("cases.reopen_case", case, "select reopen_circle(%s)", [case.circle_id])
    return _take_up(actor, case, words)


@command(Can.CIRCLE_KEEP)
def reopen_locked(actor: Actor, circle: Circle, *, words: str) -> Case:
    """Where reading has ended: whoever has the duties and may close a case takes it up, and then reads it again."""
    ask_act("cases.reopen_locked", circle, "select reopen_circle(%s)", [circle.pk])
    case = Case.objects.select_related("circle").get(circle=circle)
    _take_up(actor, case, words)
    return case


def _take_up(actor: Actor, case: Case, words: str) -> Reopening:
    tell(case, ended_at=None)
    return Reopening.objects.create(
        circle=case.circle,
        act_id=joint_act(actor, case, "reopening"),
        case=case,
        closure=queries.last_closure(case),
        words=words,
    )


@command(Can.ITEM_OPEN)
def bring_to_meeting(actor: Actor, case: Case, *, body: Body, reason: str, necessity: str) -> Submission:
    """On the body's next agenda: in the circle that the matter already has there, else in a new one."""
    stop_if(rules.why_not_bring(closed=queries.is_closed(case), waiting=queries.waiting_submission(case)))
    circle = queries.item_circle(case, body)
    fresh = circle is None
    if circle is None:
        title = f"{body.words.get('closed_name') or body.name}: {matter_words('case', clock.today()).lower()}"
        circle = open_circle(actor, case.circle, kind="item", purpose=case.circle.purpose, title=title, body=body)
    stop_if(rules.why_not_there(member=may(Can.ITEM_WRITE, circle.pk)))
    act = deliver(actor, case.circle, circle, basis=case.circle.basis, necessity=necessity)
    if fresh:
        carry(case.young_person, circle, act)
    submission = submitted(
        circle, body, title=case.young_person.name, reason=reason, act_id=act, about=("case", case.key)
    )
    CaseItem.objects.create(
        circle=case.circle,
        act_id=act_in(actor, case, necessity),
        case=case,
        circle_key=circle.key,
        submission_key=submission.key,
    )
    return submission
