"""The doors to one case and to what it came from, and what its acts must know."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.relation import Holder, may, who_may
from samspil.cases import rules
from samspil.cases.models import Case, CaseConcern, CaseItem, CaseNote, Closure, FollowUp, LeadPerson, Reopening
from samspil.circles.models import Circle, Disclosure, YoungPerson
from samspil.circles.queries import narrow_to_matter
from samspil.concerns.models import Concern, Notice
from samspil.decisions.models import Commitment, Decision, Submission
from samspil.organisation.models import Body, ConcernKind, LegalBasis
from samspil.organisation.queries import choosable_bases


def open_case(actor: Actor, key: str) -> Case:
    """The door to one case, with all that stands in its head."""
    return get_object_or_404(_whole(), key=key)


def _whole() -> QuerySet[Case]:
    basis = LegalBasis.objects.filter(municipality=OuterRef("municipality"), slug=OuterRef("circle__basis"))
    return Case.objects.select_related(
        "young_person__school", "circle__category", "circle__body", "municipality", "written_by__person", "lead"
    ).annotate(
        was_closed=Exists(Closure.objects.filter(circle=OuterRef("circle"), case=OuterRef("pk"))),
        was_reopened=Exists(Reopening.objects.filter(circle=OuterRef("circle"), case=OuterRef("pk"))),
        basis_name=Subquery(basis.order_by("-valid_from").values("name")[:1]),
    )


def read_case(actor: Actor, key: str) -> Case:
    """The same for a page that only shows: nothing but this matter is asked about."""
    narrow_to_matter(Case, key)
    return open_case(actor, key)


def read_course(actor: Actor, key: str) -> Case:
    """The same with what its course and its closing ask about, so that they need not ask again."""
    narrow_to_matter(Case, key)
    tied = {"circle": OuterRef("circle"), "case": OuterRef("pk")}
    items = CaseItem.objects.filter(circle=OuterRef(OuterRef("circle")), case=OuterRef(OuterRef("pk")))
    matters = Circle.objects.filter(key__in=items.values("circle_key"))
    concerns = CaseConcern.objects.filter(circle=OuterRef(OuterRef("circle")), case=OuterRef(OuterRef("pk")))
    rows = _whole().annotate(
        matters=ArraySubquery(matters.values("pk")),
        notice_waits=Exists(_in_doubt(concerns)),
        words_left=Exists(CaseConcern.objects.filter(child_words_left=True, **tied)),
    )
    return get_object_or_404(rows, key=key)


def is_closed(case: Case) -> bool:
    return case.circle.closed_at is not None


def open_own_note(actor: Actor, case: Case, thread: str, version: int) -> CaseNote:
    """The door to a note in the case for the one who wrote it."""
    rows = CaseNote.objects.filter(circle_id=case.circle_id, written_by__person=actor.person_id)
    return get_object_or_404(rows.select_related("written_by"), case=case, thread=thread, version=version)


def leads(case: Case) -> list[LeadPerson]:
    """Who have held the threads, the one who does first."""
    rows = LeadPerson.objects.filter(circle_id=case.circle_id, case=case)
    return list(rows.select_related("tenure__person", "written_by__person").order_by("-pk"))


def follow_ups(case: Case) -> list[FollowUp]:
    rows = FollowUp.objects.filter(circle_id=case.circle_id, case=case)
    return list(rows.select_related("written_by__person").order_by("-pk"))


def waiting_follow_up(case: Case) -> FollowUp | None:
    newest = FollowUp.objects.filter(circle_id=case.circle_id, case=case).order_by("-pk").first()
    return newest if newest and newest.held_on is None else None


def last_closure(case: Case) -> Closure:
    return Closure.objects.filter(circle_id=case.circle_id, case=case).latest("pk")


def item_keys(case: Case) -> QuerySet[CaseItem, Any]:
    """The keys of the item circles in which the case has been a matter; for a condition, never for a page."""
    return CaseItem.objects.filter(circle_id=case.circle_id, case=case).values("circle_key")


def running_commitments(case: Case) -> int:
    """Promises not yet reported done, in the case's own circle and in those of its matters that the actor sees."""
    mine = Commitment.objects.filter(ended_at__isnull=True)
    circles = Circle.objects.filter(key__in=item_keys(case)).values("pk")
    return mine.filter(Q(circle_id=case.circle_id) | Q(circle__in=circles)).count()


def waiting_submission(case: Case) -> bool:
    keys = CaseItem.objects.filter(circle_id=case.circle_id, case=case).values("submission_key")
    return Submission.objects.filter(key__in=keys, settled_at__isnull=True).exists()


def open_notifications(case: Case) -> int:
    """Concerns behind the case where nobody has said yet whether the municipality is to be notified (law L18)."""
    return _in_doubt(CaseConcern.objects.filter(circle_id=case.circle_id, case=case)).count()


def _in_doubt(tied: QuerySet[CaseConcern]) -> QuerySet[Concern]:
    answered = Notice.objects.filter(circle=OuterRef("circle"), concern=OuterRef("pk"))
    in_doubt = Concern.objects.filter(key__in=tied.values("concern_key"), notice_in_doubt=True)
    return in_doubt.filter(~Exists(answered))


def what_bars_closing(case: Case) -> str | None:
    return rules.why_not_close(
        closed=is_closed(case),
        commitments=running_commitments(case),
        notifications=open_notifications(case),
    )


def item_circle(case: Case, body: Body) -> Circle | None:
    """Where the matter already lies in this body, if it does and the actor is there."""
    return Circle.objects.filter(kind="item", body=body, closed_at__isnull=True, key__in=item_keys(case)).first()


def undecided_rooms(case: Case) -> list[Circle]:
    """Those of the case's matters that are settled without a decision, as the start import leaves them."""
    rows = Submission.objects.filter(circle__key__in=item_keys(case), circle__kind="item")
    waiting = rows.filter(Q(settled_at=None) | Exists(Decision.objects.filter(submission=OuterRef("pk"))))
    rooms = Circle.objects.filter(kind="item", closed_at__isnull=True, key__in=item_keys(case))
    return list(rooms.exclude(pk__in=waiting.values("circle_id")).order_by("pk"))


def bodies(actor: Actor) -> list[tuple[str, str]]:
    """The bodies with a closed part in which the actor has a seat."""
    rows = Circle.objects.filter(kind="body_closed", municipality_id=actor.municipality_id).select_related("body")
    return [(circle.body.key, circle.body.name) for circle in rows.order_by("body__sort_key")]


def open_body(actor: Actor, key: str) -> Body:
    return get_object_or_404(Body, key=key, municipality_id=actor.municipality_id)


def disclosures(case: Case) -> list[Disclosure]:
    """The register of the case's circle, newest first (A8)."""
    rows = Disclosure.objects.filter(circle_id=case.circle_id)
    return list(rows.select_related("sender", "sender_tenure__person").order_by("-at", "-pk"))


def bases(actor: Actor) -> list[tuple[str, str]]:
    return [(basis.slug, basis.name) for basis in choosable_bases(actor.municipality_id)]


def basis_names(actor: Actor) -> dict[str, str]:
    rows = LegalBasis.objects.filter(municipality_id=actor.municipality_id)
    return {row.slug: row.name for row in rows.order_by("valid_from")}


def open_submission(actor: Actor, key: str) -> Submission:
    """The door to what was brought to a body, for whoever will open a case from it."""
    rows = Submission.objects.select_related("circle", "body", "municipality")
    return get_object_or_404(rows, key=key, circle__kind="item")


def kind_names(actor: Actor, slugs: list[str]) -> str:
    """Kinds of worry in the municipality's plain words."""
    rows = ConcernKind.objects.filter(municipality_id=actor.municipality_id, slug__in=slugs).order_by("position")
    return ", ".join(row.name for row in rows)


def young_people(circle_id: int) -> list[YoungPerson]:
    return list(YoungPerson.objects.filter(circle_id=circle_id).select_related("school").order_by("pk"))


def case_of_submission(key: str) -> bool:
    return CaseItem.objects.filter(submission_key=key).exists()


def case_of_concern(key: str) -> bool:
    return CaseConcern.objects.filter(concern_key=key).exists()


def holders(case: Case) -> list[Holder]:
    """Those who can read the case: anyone of them may hold its threads."""
    return [holder for holder in who_may(case.circle_id) if holder.reads]


def able_to_lead(case: Case) -> list[Holder]:
    """Those of them whose function can follow up, as the municipality's file says."""
    return [holder for holder in holders(case) if Can.CASE_WRITE in holder.capabilities]


def follows_up(actor: Actor, case: Case) -> bool:
    """The lead person, and whoever may end the case."""
    led = case.lead_id is not None and case.lead.person_id == actor.person_id
    return led or may(Can.CASE_CLOSE, case.circle_id)


def tenure_choices(case: Case) -> list[tuple[str, str]]:
    return [(str(holder.tenure_id), f"{holder.name}, {holder.because}") for holder in able_to_lead(case)]
