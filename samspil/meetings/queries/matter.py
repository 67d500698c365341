"""One matter as the meeting needs it: since last, the child's own words, what was shared, decided, promised."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from samspil.circles.models import YoungPerson
from samspil.decisions.models import Commitment, CommitmentReport, Decision
from samspil.decisions.rules import REPORT_WORDS, matter_words, outcome_name
from samspil.lib import clock, danish_dates
from samspil.meetings.models import AgendaItem, ItemText, SharedNote
from samspil.meetings.queries.texts import notes_in, texts_of

PERSON = "tenure__person"


@dataclass(frozen=True)
class Happening:
    """A sentence of the timeline: who, in bold between `before` and `after`, and how it stands."""

    at: datetime
    before: str
    who: str
    after: str
    state: str = ""
    late: bool = False


@dataclass
class Matter:
    texts: dict[str, ItemText] = field(default_factory=dict)
    notes: list[SharedNote] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    decision: Decision | None = None
    decision_words: str = ""
    promises: list[Commitment] = field(default_factory=list)
    running: int = 0


def matter_of(item: AgendaItem, settings: dict[str, Any]) -> Matter:
    """Five queries, however long the story is."""
    if item.submission_id is None:
        return Matter(texts=texts_of([item]).get(item.pk, {}))
    here = {"circle_id": item.circle_id}
    decisions = list(Decision.objects.filter(submission_id=item.submission_id, **here).order_by("pk"))
    commitments = list(
        Commitment.objects.filter(submission_id=item.submission_id, **here).select_related(PERSON).order_by("pk")
    )
    reports = list(
        CommitmentReport.objects.filter(commitment__in=commitments, **here)
        .select_related("written_by__person")
        .order_by("pk")
    )
    notes = notes_in([item.circle_id]) if item.is_closed else []
    now = [one for one in decisions if one.meeting_key == item.meeting_key]
    decision = now[-1] if now else None
    mine = {one.pk for one in now}
    return Matter(
        texts=texts_of([item]).get(item.pk, {}),
        notes=[note for note in notes if note.item_id == item.pk],
        happenings=sorted(
            [
                *_brought(item),
                *(
                    _decided(one, settings)
                    for one in decisions
                    if one.pk not in mine and not _promised(one, commitments)
                ),
                *(_promise(one) for one in commitments if one.decision_id not in mine),
                *(_report(one) for one in reports),
                *(_note(note) for note in notes if note.item_id != item.pk),
            ],
            key=lambda one: one.at,
        ),
        decision=decision,
        decision_words=outcome_name(settings, decision.outcome) if decision else "",
        promises=[one for one in commitments if one.decision_id in mine],
        running=sum(1 for one in commitments if one.ended_at is None and one.decision_id not in mine),
    )


def young_people(items: list[AgendaItem]) -> dict[int, YoungPerson]:
    """The young person of each closed item's circle."""
    rows = YoungPerson.objects.filter(circle_id__in={item.circle_id for item in items if item.is_closed}).order_by(
        "-pk"
    )
    return {row.circle_id: row for row in rows}


def title_of(item: AgendaItem, young: YoungPerson | None, day: date) -> str:
    """`Karim, 14 år` within the room; elsewhere, and on the wall, what kind of matter and from when."""
    if young is None:
        return plain_title(item)
    name = young.name.split(" ")[0]
    return f"{name}, {danish_dates.age_in_words(young.birth_date, day)}" if young.birth_date else name


def plain_title(item: AgendaItem) -> str:
    """`Bekymring fra 23. november 2026`: an initial is a name too."""
    submission = item.submission
    if submission is None:
        return item.title or "Punkt"
    return item.title or matter_words(submission.subject_kind, clock.in_copenhagen(submission.written_at).date())


def day_in_words(instant: datetime) -> str:
    """`Onsdag 9. december`, with the year when it is another."""
    day = clock.in_copenhagen(instant).date()
    words = danish_dates.long_day(day).capitalize()
    return words.removesuffix(f" {day.year}") if day.year == clock.today().year else words


def _brought(item: AgendaItem) -> list[Happening]:
    submission = item.submission
    return (
        [Happening(submission.written_at, "Taget op: ", "", submission.reason)] if submission and item.is_closed else []
    )


def _promised(decision: Decision, commitments: list[Commitment]) -> bool:
    """A decision that became a commitment is told once, as the commitment."""
    return any(one.decision_id == decision.pk for one in commitments)


def _decided(decision: Decision, settings: dict[str, Any]) -> Happening:
    text = f". {decision.text}" if decision.text else "."
    return Happening(decision.written_at, "Besluttet: ", "", f"{outcome_name(settings, decision.outcome)}{text}")


def _promise(one: Commitment) -> Happening:
    today = clock.today()
    late = one.ended_at is None and one.due < today
    state = "" if one.ended_at else f"Åben, {danish_dates.days_left(one.due, today)}"
    return Happening(
        one.written_at,
        "Det blev aftalt: ",
        one.tenure.person.name,
        f": {one.what.rstrip('.')}.",
        state,
        late,
    )


def _report(one: CommitmentReport) -> Happening:
    who = one.written_by.person.name.split(" ")[0] if one.written_by else "Nogen"
    text = f" {one.text}" if one.text else ""
    return Happening(
        one.written_at, "", who, f" melder om aftalen: {REPORT_WORDS.get(one.outcome, one.outcome).lower()}.{text}"
    )


def _note(note: SharedNote) -> Happening:
    person = note.on_behalf_of.person
    return Happening(note.written_at, "", person.name.split(" ")[0], f" delte: {note.text}")
