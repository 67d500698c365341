"""One concern as those who triage see it: what was seen on the left, what can be done on the right."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.errors import NotAllowed
from samspil.authority.relation import Holder, who_may
from samspil.circles.queries import masked_cpr
from samspil.concerns.models import Answer, Concern, ConcernText, Likeness, Notice, Sending, Triage
from samspil.concerns.queries.contacts import leaders_at
from samspil.concerns.queries.taking_up import ways_to_case
from samspil.concerns.queries.words import about_words, kind_words, limits_of, state_of
from samspil.concerns.rules import SENT, Limits, State, acknowledge_by, answer_by, assess_by, clock_state, gone
from samspil.lib import clock, danish_dates
from samspil.organisation.models import ConcernKind, RetentionCategory


@dataclass(frozen=True)
class Face:
    """A clock: the words, how much has gone, and the last moment."""

    words: str
    rest: str
    percent: int
    state: str
    meta: str


@dataclass(frozen=True)
class Opened:
    """Everything the page of one concern shows."""

    concern: Concern
    state: State
    texts: dict[str, str]
    title: str
    lead: str
    sending: Sending
    triages: tuple[Triage, ...]
    notices: tuple[Notice, ...]
    answers: tuple[Answer, ...]
    alike: tuple[Concern, ...]
    clocks: tuple[Face, ...]
    leader: str
    holders: tuple[Holder, ...]

    @property
    def can(self) -> frozenset[str]:
        return _own(self.holders)

    @property
    def reporter(self) -> str:
        return str(self.sending.written_by.person.name)

    @property
    def reporter_first(self) -> str:
        return self.reporter.split()[0]

    @property
    def said_to(self) -> str:
        return f"Til {self.reporter}"

    @property
    def childs(self) -> str:
        """`Karims`, `Villads’`"""
        return f"{self.child_first}’" if self.child_first[-1] in "sxz" else f"{self.child_first}s"

    @property
    def child_first(self) -> str:
        young = self.concern.young_person
        return young.name.split()[0] if young and young.name.split() else "Den unge"


def open_concern(actor: Actor, key: str) -> Concern:
    """The door for those who triage; Http404 for the one who only wrote it."""
    concern: Concern = _open(actor, key)[0]
    return concern


def _open(actor: Actor, key: str) -> tuple[Any, tuple[Holder, ...]]:
    """The concern, and everybody who is in its room."""
    concern = get_object_or_404(_told(actor), key=key)
    holders = who_may(concern.circle_id)
    if Can.CONCERN_TRIAGE not in _own(holders):
        raise NotAllowed("concerns.open_concern", concern.circle_id, f"concern:{concern.key}")
    return concern, holders


def _own(holders: tuple[Holder, ...]) -> frozenset[str]:
    return frozenset(can for holder in holders if holder.mine for can in holder.capabilities)


def latest(concern: Concern) -> Concern:
    """The concern as it stands, held until this transaction ends, so that two who choose at once do it in turn."""
    Concern.objects.select_for_update().get(pk=concern.pk)
    return _whole().get(pk=concern.pk)


def open_waiting(actor: Actor, key: str) -> Opened:
    concern, holders = _open(actor, key)
    limits, now, state = limits_of(actor), clock.now(), state_of(concern)
    kinds = {kind["slug"]: ConcernKind(**kind) for kind in concern.kinds_told}
    sending = concern.sending_rows.all()[0]
    notices = tuple(concern.notice_rows.all())
    place = _place(concern)
    return Opened(
        concern=concern,
        state=state,
        texts={text.slot: text.text for text in concern.texts.all() if not text.replaced},
        title=about_words(concern, short=False),
        lead=". ".join(part for part in (kind_words(concern, kinds), place) if part),
        sending=sending,
        triages=tuple(concern.triage_rows.all()),
        notices=notices,
        answers=tuple(concern.answer_rows.all()),
        alike=tuple(_alike(concern)),
        clocks=tuple(_faces(concern, state, limits, now)),
        leader=concern.leader or "",
        holders=holders,
    )


def cpr_shown(actor: Actor, concern: Concern, can: frozenset[str]) -> str:
    if concern.young_person is None or Can.IDENTITY_READ not in can:
        return ""
    return masked_cpr(actor, concern.young_person)


def _place(concern: Concern) -> str:
    """`7.a, Åskolen`; the workplace it came from where no school is named."""
    young = concern.young_person
    school = young.school if young else None
    parts = (young.school_class if young else "", str(school or concern.circle.unit))
    return ", ".join(part for part in parts if part)


def _told(actor: Actor) -> QuerySet[Any]:
    """With what the organisation says about it: words, leader, what may become of it and for how long it is kept."""
    here = {"municipality_id": actor.municipality_id}
    kinds = (
        ConcernKind.objects.filter(**here).order_by("position", "id").values(told=JSONObject(slug="slug", name="name"))
    )
    kept = RetentionCategory.objects.filter(slug=actor.settings["groundless_category"], **here).order_by("id")
    return _whole().annotate(
        kinds_told=ArraySubquery(kinds),
        leader=Subquery(leaders_at(actor, OuterRef("circle__unit")).values("person__name")[:1]),
        groundless=Subquery(kept.values(told=JSONObject(outcome="outcome", days="days"))[:1]),
        has_way_to_case=Exists(ways_to_case(OuterRef("municipality"), OuterRef("circle__unit"))),
    )


def _whole() -> QuerySet[Concern]:
    sendings = Sending.objects.select_related("written_by__person", "written_by__seat__function", "unit", "body")
    return (
        Concern.objects.filter(Exists(Sending.objects.filter(concern=OuterRef("pk"))))
        .select_related("circle__unit", "circle__category", "young_person__school")
        .prefetch_related(
            Prefetch("sending_rows", sendings),
            Prefetch("texts", ConcernText.objects.order_by("id")),
            Prefetch("triage_rows", Triage.objects.select_related("written_by__person", "body").order_by("id")),
            Prefetch("notice_rows", Notice.objects.select_related("written_by__person").order_by("id")),
            Prefetch("answer_rows", Answer.objects.select_related("written_by__person").order_by("id")),
        )
    )


def _alike(concern: Concern) -> QuerySet[Concern]:
    """Others of the same name and birth date that the actor can see and has not judged. A suggestion, never more."""
    young = concern.young_person
    if young is None or young.birth_date is None:
        return Concern.objects.none()
    judged = Likeness.objects.filter(concern=concern, other_key=OuterRef("key"), circle_id=concern.circle_id)
    same = Q(young_person__sort_key=young.sort_key, young_person__birth_date=young.birth_date)
    others = Concern.objects.filter(same, ~Exists(judged), Exists(Sending.objects.filter(concern=OuterRef("pk"))))
    return others.exclude(circle_id=concern.circle_id).select_related("circle", "young_person").order_by("-id")[:5]


def _faces(concern: Concern, state: State, limits: Limits, now: datetime) -> list[Face]:
    """The clocks that still run."""
    sending = concern.sending_rows.all()[0]
    begun, faces = sending.written_at, []
    if state.notice_open or not state.outcomes:
        end = assess_by(begun, state, limits)
        hours = round((end - begun).total_seconds() / 3600)
        rests = ("til den skal være vurderet", "over fristen for at vurdere")
        if state.outcomes:
            rests = ("til underretningen skal være afklaret", "over fristen for at afklare underretningen")
        faces.append(_face((begun, end), now, rests, f"{hours} timer, senest"))
    if not concern.answer_rows.all():
        first = sending.written_by.person.name.split()[0]
        rests = (f"til {first} skal have svar", f"over fristen for at svare {first}")
        faces.append(_face((begun, answer_by(begun, limits)), now, rests, "senest"))
    if state.notice == SENT:
        faces.append(
            _receipt(next(row for row in reversed(concern.notice_rows.all()) if row.outcome == SENT), limits, now)
        )
    return [] if state.closed else faces


def _face(span: tuple[datetime, datetime], now: datetime, rests: tuple[str, str], lead: str) -> Face:
    """`rests` goes on after the words: before the end, and after it."""
    begun, end = span
    return Face(
        words=danish_dates.duration(abs(end - now)),
        rest=rests[now > end],
        percent=round(100 * gone(begun, end, now)),
        state=clock_state(begun, end, now),
        meta=f"{lead} {danish_dates.moment(end, clock.today())}",
    )


def _receipt(notice: Notice, limits: Limits, now: datetime) -> Face:
    """The municipality's own deadline to confirm: whole weekdays, to the end of the last (L21)."""
    sent_on: date = clock.in_copenhagen(notice.written_at).date()
    last = acknowledge_by(sent_on, limits)
    today = clock.in_copenhagen(now).date()
    whole = max(1, (last - sent_on).days)
    passed = (today - sent_on).days
    state = "late" if today > last else "soon" if last == today else ""
    return Face(
        words=danish_dates.days_left(last, today),
        rest="til kommunens kvittering for underretningen",
        percent=min(100, round(100 * passed / whole)),
        state=state,
        meta=f"{limits.notice_receipt_weekdays} hverdage, senest {danish_dates.short_day(last)}",
    )
