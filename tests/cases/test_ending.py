"""Closing, reopening, and taking a case to a meeting."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.cases import queries
from samspil.cases.commands import bring_to_meeting, close_case, reopen_case, set_follow_up
from samspil.cases.models import CaseItem, Closure, Reopening
from samspil.circles.commands import admit, release
from samspil.circles.models import Circle, Member
from samspil.decisions.commands import Promise, promise, report_commitment
from samspil.decisions.models import Submission
from samspil.lib import clock
from samspil.organisation.models import Body, Tenure

REASON = {"reason": "hjulpet", "words": "Han går i klub igen."}


def test_the_consultant_closes_and_a_teacher_may_not(acting: Any, case_key: Any) -> None:
    with acting("mette") as mette, pytest.raises(NotAllowed):
        close_case(mette, queries.open_case(mette, case_key), **REASON)
    with acting("anna") as anna:
        close_case(anna, queries.open_case(anna, case_key), **REASON)
        case = queries.open_case(anna, case_key)
        assert queries.is_closed(case)
        assert Closure.objects.get(case=case).words == "Han går i klub igen."
        assert Member.objects.filter(circle=case.circle, part="custodian", ends_at=None).count() == 1
        with pytest.raises(Refusal, match="allerede lukket"):
            close_case(anna, case, **REASON)
        with pytest.raises(Refusal, match="er lukket"):
            set_follow_up(anna, case, due=clock.today() + timedelta(days=1))


def test_a_case_with_a_running_promise_is_not_closed(acting: Any, case_key: Any) -> None:
    with acting("anna") as anna:
        case = queries.open_case(anna, case_key)
        submission = Submission.objects.get(key=CaseItem.objects.get(case=case).submission_key)
        holder = next(one for one in queries.holders(case) if one.name == "Ali Demir")
        promised = Promise(Tenure.objects.get(pk=holder.tenure_id), "Ring til klubben", clock.today())
        commitment = promise(anna, submission, promised=promised)
        with pytest.raises(Refusal, match="en aftale, som ikke er færdig"):
            close_case(anna, case, **REASON)
        report_commitment(anna, commitment, outcome="done")
        assert close_case(anna, case, **REASON).pk


def test_a_closed_case_is_taken_up_again_and_closed_anew_with_all_rows_kept(acting: Any, case_key: Any) -> None:
    with acting("anna") as anna:
        with pytest.raises(Refusal, match="er åben"):
            reopen_case(anna, queries.open_case(anna, case_key), words="Nyt")
        close_case(anna, queries.open_case(anna, case_key), **REASON)
    with acting("mette") as mette, pytest.raises(NotAllowed):
        reopen_case(mette, queries.open_case(mette, case_key), words="Nyt")
    with acting("anna") as anna:
        reopen_case(anna, queries.open_case(anna, case_key), words="Han er udeblevet igen.")
        case = queries.open_case(anna, case_key)
        assert not queries.is_closed(case)
        close_case(anna, case, **REASON)
        assert (Closure.objects.filter(case=case).count(), Reopening.objects.filter(case=case).count()) == (2, 1)


def test_a_case_comes_to_the_bodys_table_again_in_the_same_circle(acting: Any, case_key: Any) -> None:
    with acting("anna") as anna:
        case = queries.open_case(anna, case_key)
        body = Body.objects.get(slug="netvaerk-aaskolen", municipality_id=anna.municipality_id)
        first = Submission.objects.get(key=CaseItem.objects.get(case=case).submission_key)
        facts: dict[str, Any] = {"body": body, "reason": "Opfølgning", "necessity": "Netværket følger op."}
        with pytest.raises(Refusal, match="allerede på det næste møde"):
            bring_to_meeting(anna, case, **facts)
        first.settled_at = clock.now()
        first.save(update_fields=["settled_at"])
        second = bring_to_meeting(anna, case, **facts)
        assert second.circle_id == first.circle_id
        assert (second.subject_kind, second.subject_key) == ("case", case_key)
    with acting("bo") as bo, pytest.raises(NotAllowed):
        bring_to_meeting(bo, queries.open_case(bo, case_key), **facts)


def test_another_body_gets_a_circle_of_its_own_with_the_minimum(acting: Any, case_key: Any) -> None:
    with acting("anna") as anna:
        case = queries.open_case(anna, case_key)
        Submission.objects.update(settled_at=clock.now())
        body = Body.objects.get(slug="ssp-udvalget", municipality_id=anna.municipality_id)
        facts: dict[str, Any] = {"body": body, "reason": "For stor for os", "necessity": "Udvalget kan hjælpe."}
        submission = bring_to_meeting(anna, case, **facts)
        assert Circle.objects.get(pk=submission.circle_id).body == body
    with acting("bo"):
        assert not Submission.objects.filter(pk=submission.pk).exists()


def test_reopening_keeps_those_whom_only_the_closing_sent_out(acting: Any, case_key: Any) -> None:
    def seat(key: str) -> Tenure:
        return Tenure.objects.filter(person__work_email__startswith=f"{key}@").order_by("pk")[0]

    let_in: dict[str, Any] = {"part": "guest", "basis": "ssp115", "necessity": "Hun kender den unge."}
    with acting("anna") as anna:
        circle = queries.open_case(anna, case_key).circle
        admit(anna, circle, tenure=seat("nanna"), **let_in)
        admit(anna, circle, tenure=seat("olga"), ends_at=clock.now() + timedelta(days=900), **let_in)
        admit(anna, circle, tenure=seat("karl"), **let_in)
        release(anna, circle, Member.objects.get(circle=circle, tenure=seat("karl")))
        close_case(anna, queries.open_case(anna, case_key), **REASON)
        stays = {key: Member.objects.get(circle=circle, tenure=seat(key)) for key in ("nanna", "olga", "karl")}
        assert all(member.ends_at for member in stays.values())
        reopen_case(anna, queries.open_case(anna, case_key), words="Nyt")
        for key, member in stays.items():
            before = member.ends_at
            member.refresh_from_db()
            assert member.ends_at == (None if key == "nanna" else before)
