"""From the call to the minutes; each act by the one who may, and not by another."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.lib import clock
from samspil.meetings.commands import moving, planning, running, writing
from samspil.meetings.models import Attendance
from samspil.meetings.queries.people import attendees, in_the_way
from samspil.post.models import Outgoing
from tests.meetings.matters import item_of, lay_meeting, meeting_of, seat_of


@pytest.mark.requirement("F-04")
def test_one_person_calls_runs_ends_and_sends(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        planning.convene(anna, meeting)
        called = Attendance.objects.filter(meeting=meeting).count()
        assert called == 8
        assert Outgoing.objects.filter(kind="meetings.convening").count() == called
        with pytest.raises(Refusal, match="ikke begyndt"):
            running.end_meeting(anna, meeting)
        running.start_meeting(anna, meeting)
        with pytest.raises(Refusal, match="i gang"):
            running.start_meeting(anna, meeting)
        with pytest.raises(Refusal, match="Afslut mødet"):
            running.send_minutes(anna, meeting)
        running.end_meeting(anna, meeting)
        assert running.send_minutes(anna, meeting) == called
        running.send_minutes(anna, meeting)
        assert Outgoing.objects.filter(kind="meetings.minutes").count() == 2 * called


@pytest.mark.parametrize("act", ["convene", "start", "end", "send", "change", "cancel"])
def test_a_member_who_does_not_convene_runs_nothing(world: Any, acting: Any, laid: Any, act: Any) -> None:
    key, _ = laid
    with acting("bo") as bo:
        meeting = meeting_of(bo, key)
        acts: dict[str, Callable[[], object]] = {
            "convene": lambda: planning.convene(bo, meeting),
            "start": lambda: running.start_meeting(bo, meeting),
            "end": lambda: running.end_meeting(bo, meeting),
            "send": lambda: running.send_minutes(bo, meeting),
            "change": lambda: moving.move_meeting(
                bo, meeting, starts_at=meeting.starts_at, ends_at=meeting.ends_at, place="x", about=""
            ),
            "cancel": lambda: moving.cancel_meeting(bo, meeting, reason="Sygdom"),
        }
        with pytest.raises(NotAllowed):
            acts[act]()


def test_laying_a_meeting_is_the_convener_s_and_never_in_the_past(world: Any, acting: Any) -> None:
    with acting("anna") as anna:
        assert lay_meeting(anna).body.slug == "netvaerk-aaskolen"
        with pytest.raises(Refusal, match="gået"):
            lay_meeting(anna, days=-3)
    with acting("mette") as mette, pytest.raises(NotAllowed):
        lay_meeting(mette)


def test_everybody_answers_for_oneself_the_outsider_too(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    for who, answer in (("bo", "yes"), ("uffe", "no"), ("mette", "deputy")):
        with acting(who) as actor:
            meeting = meeting_of(actor, key)
            planning.answer_invitation(actor, meeting, answer=answer)
            assert meeting_of(actor, key).my_answer == answer
            with pytest.raises(NotAllowed):
                planning.answer_invitation(actor, meeting, answer="maybe")


def test_whoever_sits_in_the_room_without_access_is_in_the_way_until_out(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        planning.convene(anna, meeting)
        running.start_meeting(anna, meeting)
        seats = {seat_of(anna, world.people[who]).pk for who in ("anna", "bo", "uffe")}
        running.mark_present(anna, meeting, tenure_ids=seats)
        readers = {world.people[who] for who in ("anna", "bo", "mette")}
        assert [one.name for one in in_the_way(attendees(meeting), readers)] == ["Uffe Engel"]
        running.show_out(anna, meeting, person_ids={world.people["uffe"]})
        assert in_the_way(attendees(meeting), readers) == []
        running.call_in(anna, meeting, person_id=world.people["uffe"])
        assert [one.name for one in in_the_way(attendees(meeting), readers)] == ["Uffe Engel"]


def test_a_settled_matter_closes_after_the_minutes_and_an_open_one_stays(world: Any, acting: Any, laid: Any) -> None:
    from samspil.circles.models import Circle, Member
    from tests.meetings.matters import bring_matter

    key, item_key = laid
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        settled, living = item_of(anna, key, item_key), bring_matter(anna, meeting, "Sofie Andersen")
        writing.decide(anna, settled, meeting_key=key, outcome="nothing")
        writing.decide(anna, living, meeting_key=key, outcome="again")
        running.start_meeting(anna, meeting)
        running.end_meeting(anna, meeting)
        running.send_minutes(anna, meeting)
        assert Circle.objects.get(pk=settled.circle_id).closed_at is not None
        assert Circle.objects.get(pk=living.circle_id).closed_at is None
        late = clock.now() + timedelta(days=15)
        assert not Member.objects.filter(circle_id=settled.circle_id, ends_at__gt=late).exists()
        assert Member.objects.filter(circle_id=settled.circle_id, part="custodian", ends_at=None).count() == 1
