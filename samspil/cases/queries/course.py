"""What has happened in a case, as sentences that begin with who (screens.md, Sag)."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby, zip_longest
from typing import Any

from samspil.authority.actor import Actor
from samspil.cases import rules
from samspil.cases.models import Case, CaseNote, Closure, FollowUp, LeadPerson, Reopening
from samspil.cases.queries.doors import follow_ups, is_closed, leads
from samspil.cases.queries.people import first_name
from samspil.decisions.models import Commitment, CommitmentReport, Decision
from samspil.decisions.rules import REPORT_WORDS, outcome_name
from samspil.lib import clock, danish_dates

MEETING, TALK, SHARED, OTHER = "moeder", "samtaler", "delt", "andet"
FILTERS = (("", "Alt"), (MEETING, "Møder"), (TALK, "Samtaler"), (SHARED, "Delt"))


@dataclass(frozen=True)
class Happening:
    """One sentence: who did what when. `words` are a child's own; `meta` is where it came from.

    Of a note, `earlier` are the versions that were corrected, `corrected` says by whom and when, and `mine` is the note
    if the actor may correct it.
    """

    on: date
    who: str
    text: str
    kinds: frozenset[str]
    words: str = ""
    meta: str = ""
    act: str = ""
    late: str = ""
    earlier: tuple[CaseNote, ...] = ()
    corrected: str = ""
    mine: CaseNote | None = None


@dataclass(frozen=True)
class Month:
    name: str
    happenings: tuple[Happening, ...]


@dataclass(frozen=True)
class Course:
    """All that the pages of one case draw from; loaded once. `promised` counts what runs, in the case's room too."""

    leads: tuple[LeadPerson, ...]
    follow_ups: tuple[FollowUp, ...]
    notes: tuple[CaseNote, ...]
    decisions: tuple[Decision, ...]
    commitments: tuple[Commitment, ...]
    promised: int
    reports: tuple[CommitmentReport, ...]
    closures: tuple[Closure, ...]
    reopenings: tuple[Reopening, ...]

    @property
    def lead(self) -> LeadPerson | None:
        return self.leads[0] if self.leads else None

    @property
    def follow_up(self) -> FollowUp | None:
        """The one that waits."""
        newest = self.follow_ups[0] if self.follow_ups else None
        return newest if newest and newest.held_on is None else None

    @property
    def running(self) -> list[Commitment]:
        return [one for one in self.commitments if one.ended_at is None]

    @property
    def child_words(self) -> list[CaseNote]:
        return [note for note in self.notes if note.slot == CaseNote.CHILD_WORDS]


def course_of(case: Case) -> Course:
    circles = case.matters  # type: ignore[attr-defined]  # annotated by read_course
    own = {"circle_id": case.circle_id, "case": case}
    promised = Commitment.objects.filter(circle__in=[case.circle_id, *circles]).order_by("due")
    known = tuple(promised.select_related("submission__body", "tenure__person", "written_by__person"))
    commitments = tuple(one for one in known if one.circle_id != case.circle_id)
    return Course(
        leads=tuple(leads(case)),
        follow_ups=tuple(follow_ups(case)),
        notes=tuple(_notes(case)),
        decisions=tuple(
            Decision.objects.filter(circle__in=circles).select_related("submission__body").order_by("-written_at")
        ),
        commitments=commitments,
        promised=sum(1 for one in known if one.ended_at is None),
        reports=_reports(commitments),
        closures=tuple(Closure.objects.filter(**own).select_related("written_by__person") if case.was_closed else ()),  # type: ignore[attr-defined]  # annotated by open_case
        reopenings=tuple(
            Reopening.objects.filter(**own).select_related("written_by__person") if case.was_reopened else ()  # type: ignore[attr-defined]  # annotated by open_case
        ),
    )


def closing_barred(case: Case, course: Course) -> str | None:
    """What `what_bars_closing` says, from what the page has loaded."""
    return rules.why_not_close(
        closed=is_closed(case),
        commitments=course.promised,
        notifications=int(case.notice_waits),  # type: ignore[attr-defined]  # annotated by read_course
    )


def _reports(commitments: tuple[Commitment, ...]) -> tuple[CommitmentReport, ...]:
    """How the promises went, each with its promise; one query, or none."""
    known = {one.pk: one for one in commitments}
    circles = {one.circle_id for one in commitments}
    rows = CommitmentReport.objects.filter(circle__in=circles, commitment__in=known).order_by("pk")
    found = tuple(rows.select_related("written_by__person")) if known else ()
    for row in found:
        row.commitment = known[row.commitment_id]
    return found


def _notes(case: Case) -> list[CaseNote]:
    """What stands now, each with its earlier versions beside it."""
    rows = CaseNote.objects.filter(circle_id=case.circle_id, case=case)
    known = list(rows.select_related("written_by__person", "act__sender").order_by("-happened_on", "-pk"))
    for note in known:
        note.earlier = tuple(one for one in known if one.replaced and one.thread == note.thread)
        note.corrected = _corrected(note) if note.earlier else ""
    return [note for note in known if not note.replaced]


def _corrected(note: CaseNote) -> str:
    who = note.written_by.person.name if note.written_by else "nogen"
    return f"Rettet af {who} {danish_dates.moment(note.written_at, clock.today())}"


def voice_of(case: Case) -> list[CaseNote]:
    """The child's own words, newest first."""
    return [note for note in _notes(case) if note.slot == CaseNote.CHILD_WORDS]


def may_correct(actor: Actor, note: CaseNote) -> bool:
    own = note.written_by is not None and note.written_by.person_id == actor.person_id
    return own and note.slot != CaseNote.BROUGHT


def months(actor: Actor, case: Case, course: Course, only: str = "") -> list[Month]:
    """The newest month first; `only` one of the filters."""
    rows = [row for row in _happenings(actor, case, course) if not only or only in row.kinds]
    rows.sort(key=lambda row: row.on, reverse=True)
    grouped = groupby(rows, key=lambda row: (row.on.year, row.on.month))
    return [Month(_month_name(year, month), tuple(found)) for (year, month), found in grouped]


def _month_name(year: int, month: int) -> str:
    name = danish_dates.MONTHS[month - 1].capitalize()
    return name if year == clock.today().year else f"{name} {year}"


def _happenings(actor: Actor, case: Case, course: Course) -> list[Happening]:
    """A decision without words of its own that became commitments is told once, as those."""
    promised = {row.decision_id for row in course.commitments}
    return [
        *(_of_commitment(row) for row in course.commitments),
        *(_of_report(row) for row in course.reports),
        *(_of_decision(case, row) for row in course.decisions if row.text or row.pk not in promised),
        *(_of_note(actor, case, row) for row in course.notes),
        *(_of_lead(row) for row in course.leads),
        *(_of_follow_up(row, before) for row, before in zip_longest(course.follow_ups, course.follow_ups[1:])),
        *(_of_closure(case, row) for row in course.closures),
        *(_by(row, f"åbnede sagen igen. {row.words}") for row in course.reopenings),
        _by(case, f"åbnede sagen. {case.reason}"),
    ]


def _by(row: Any, text: str, *kinds: str, **more: Any) -> Happening:
    who = row.written_by.person.name if row.written_by else "Nogen"
    return Happening(clock.in_copenhagen(row.written_at).date(), who, text, frozenset(kinds or {OTHER}), **more)


def _of_commitment(row: Commitment) -> Happening:
    today = clock.today()
    text = f"aftalte: {row.tenure.person.name}: {row.what.rstrip('.')}. Senest {danish_dates.short_day(row.due)}"
    late = ""
    if row.ended_at is None and row.due < today:
        late = f"Åben, {danish_dates.days_left(row.due, today)}"
    body = row.submission.body.name if row.submission else "Mødet"
    on = clock.in_copenhagen(row.written_at).date()
    return Happening(on, body, text, frozenset({MEETING}), late=late)


def _of_report(row: CommitmentReport) -> Happening:
    outcome = REPORT_WORDS.get(row.outcome, row.outcome).lower()
    return _by(row, f"meldte om aftalen »{row.commitment.what.rstrip('.')}«: {outcome}. {row.text}".rstrip(), MEETING)


def _of_decision(case: Case, row: Decision) -> Happening:
    on = clock.in_copenhagen(row.written_at).date()
    words = row.text or outcome_name(case.municipality.settings, row.outcome)
    return Happening(on, row.submission.body.name, f"besluttede: {words}", frozenset({MEETING}))


def _of_note(actor: Actor, case: Case, row: CaseNote) -> Happening:
    act = act_of(row)
    source = f"Delt af {act.sender.name}. {case.basis_name}." if act else ""  # type: ignore[attr-defined]  # annotated by open_case
    kinds = {SHARED} if act and act.nature == "disclosure" else {OTHER}
    who, text, words = _told(case, row)
    return Happening(
        row.happened_on,
        who,
        text,
        frozenset({TALK, *kinds} if words else kinds),
        words,
        source,
        act.act_key if act else "",
        earlier=row.earlier,
        corrected=row.corrected,
        mine=row if may_correct(actor, row) else None,
    )


def act_of(note: CaseNote) -> Any:
    """The act by which the note was shared; a correction where one agency is alone shares nothing more."""
    return next((one.act for one in (note, *note.earlier) if one.act), None)


def _told(case: Case, row: CaseNote) -> tuple[str, str, str]:
    """Who, what the sentence says, and a child's own words."""
    if row.slot == CaseNote.CHILD_WORDS:
        return row.listener, f"lyttede til {first_name(case.young_person)}.", row.text
    who = row.written_by.person.name if row.written_by else "Nogen"
    if row.slot == CaseNote.BROUGHT:
        whose = f" ({row.listener})" if row.listener else ""
        return who, f"tog med fra begyndelsen{whose}: {row.text}", ""
    return who, f"skrev: {row.text}", ""


def _of_lead(row: LeadPerson) -> Happening:
    if row.written_by and row.written_by.person_id == row.tenure.person_id:
        return _by(row, "blev tovholder.")
    return _by(row, f"gjorde {row.tenure.person.name} til tovholder.")


def _of_follow_up(row: FollowUp, before: FollowUp | None) -> Happening:
    """One that was never held has been moved by the next."""
    held = f" Den blev holdt {danish_dates.short_day(row.held_on)}" if row.held_on else ""
    day = danish_dates.short_day(row.due)
    if before is None or before.held_on or before.due == row.due:
        return _by(row, f"satte en opfølgning senest {day}{held}")
    return _by(row, f"flyttede opfølgningen fra {danish_dates.short_day(before.due)} til {day}{held}")


def _of_closure(case: Case, row: Closure) -> Happening:
    reason = dict(rules.closing_reasons(case.municipality.settings)).get(row.reason, row.reason)
    return _by(row, f"lukkede sagen. {reason}. {row.words}")
