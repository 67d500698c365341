"""Bringing running cases in: the same acts as at any case, one after the other, all of them or none."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command, record
from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.relation import who_may
from samspil.cases.commands import Opening, appoint_lead, open_case, set_follow_up
from samspil.cases.models import Case
from samspil.circles.commands import disclose, open_circle, set_category, store_identity
from samspil.circles.models import Circle, YoungPerson
from samspil.circles.queries.searches import must_pause, search_digest, searched_lately
from samspil.decisions.commands import Promise, promise, submitted, unsettle
from samspil.decisions.models import Submission
from samspil.decisions.rules import matter_words
from samspil.intake import queries, rules
from samspil.lib import clock
from samspil.organisation.models import RetentionCategory, Tenure, Unit

LOOKED_UP = "intake.look_over"
Seats = Mapping[int, Tenure]


@dataclass(frozen=True)
class Promised:
    line: rules.CommitmentLine
    tenure_id: int


@dataclass(frozen=True)
class PromisedHere:
    """A commitment about a case that is here already, in the matter that the body has of it."""

    matter: Submission
    one: Promised


@dataclass(frozen=True)
class Chosen:
    """A line that comes along: what it says, what was chosen for it, and the commitments that lie with it."""

    line: rules.CaseLine
    school: Unit | None
    lead_id: int | None
    basis: str
    category: RetentionCategory
    promises: tuple[Promised, ...] = ()


def look_over(actor: Actor, circle: Circle, carried: rules.Carried) -> queries.Seen:
    """Each line as it would become. It asks whether people are known here, so it is held and written down as a search.

    The lines that come back for the act within the hour are those that were asked about already, and are not held up.
    Raises Refusal where this person has asked for too many in a minute.
    """
    digest = search_digest(actor, f"{circle.key} {rules.carried_text(carried)}", LOOKED_UP)
    again = searched_lately(digest)
    if not again and must_pause():
        raise Refusal(rules.PAUSE)
    seen = queries.seen(actor, circle, carried)
    people = "again" if again else f"people={rules.people_in(carried)}"
    record(LOOKED_UP, None, f"search:{digest} {people},case={seen.known}")
    return seen


@command(Can.CASE_IMPORT)
def bring_in(
    actor: Actor, circle: Circle, *, chosen: Sequence[Chosen], necessity: str, here: Sequence[PromisedHere] = ()
) -> list[Case]:
    """Each case as a matter of the body with a case opened from it, and the commitments of cases that are here.

    `circle` is the body's closed one. A refusal names the line, and nothing of the others stays.
    """
    cases, seats = [], _seats(chosen, here)
    for one in chosen:
        with _named(f"Linje {one.line.number}"):
            cases.append(_bring(actor, circle, one, necessity, seats))
    for promised in here:
        with _named(f"Aftalen på linje {promised.one.line.number}"):
            _promise(actor, promised.matter, [promised.one], seats)
            if promised.matter.settled_at is not None:
                unsettle(actor, promised.matter)
    return cases


def _seats(chosen: Sequence[Chosen], here: Sequence[PromisedHere]) -> Seats:
    """Those who lead or promise, asked for once for all lines."""
    wanted = {one.lead_id for one in chosen if one.lead_id} | {one.one.tenure_id for one in here}
    return Tenure.objects.in_bulk(wanted | {two.tenure_id for one in chosen for two in one.promises})


@contextmanager
def _named(line: str) -> Iterator[None]:
    try:
        yield
    except NotAllowed:
        raise
    except Refusal as refusal:
        raise Refusal(f"{line}: {refusal.sentence} Ingen af linjerne er hentet.") from refusal


def _bring(actor: Actor, circle: Circle, one: Chosen, necessity: str, seats: Seats) -> Case:
    matter = _matter(actor, circle, one, necessity)
    line = one.line
    case = open_case(actor, matter, opening=Opening(line.problem, line.reason, "", one.basis, necessity))
    set_category(actor, case.circle, Can.CASE_CLOSE, one.category)
    if line.whom.cpr:
        store_identity(actor, case.young_person, cpr=line.whom.cpr)
    if one.lead_id:
        appoint_lead(actor, case, tenure_id=one.lead_id)
        case.lead = seats[one.lead_id]
    if line.follow_up:
        set_follow_up(actor, case, due=line.follow_up)
    _promise(actor, matter, one.promises, seats)
    return case


def _matter(actor: Actor, circle: Circle, one: Chosen, necessity: str) -> Submission:
    """What the body has of the case. With a commitment in it it comes to the next meeting, without one it does not."""
    title, whom = matter_words("case", clock.today()), one.line.whom
    room = open_circle(actor, circle, kind="item", purpose=circle.purpose, title=title, body=circle.body)
    room.municipality = circle.municipality
    act = disclose(actor, room, basis=one.basis, necessity=necessity)
    YoungPerson.objects.create(
        circle=room,
        act_id=act,
        name=whom.name,
        sort_key=whom.sort_key,
        birth_date=whom.born,
        school=one.school,
        school_class=one.line.school_class,
    )
    settled = not one.promises
    return submitted(room, circle.body, title=title, reason=one.line.reason, act_id=act, settled=settled)


def _promise(actor: Actor, matter: Submission, promises: Sequence[Promised], seats: Seats) -> None:
    readers = {holder.tenure_id for holder in who_may(matter.circle_id) if holder.reads} if promises else set()
    for one in promises:
        if one.tenure_id not in readers or one.line.due is None:
            raise Refusal("En, der har lovet noget i sagen, kan ikke se den. Lad aftalen blive liggende.")
        promise(actor, matter, promised=Promise(seats[one.tenure_id], one.line.what, one.line.due))
