"""The agenda builds itself, once; what is promised comes back."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404

from samspil.authority.errors import NotAllowed
from samspil.decisions.commands import Promise
from samspil.lib import clock
from samspil.meetings.commands import agenda, planning, running, writing
from samspil.meetings.commands.moving import cancel_meeting
from samspil.meetings.queries.agenda import items_of
from tests.meetings.matters import bring_matter, item_of, lay_meeting, meeting_of, seat_of


@pytest.mark.requirement("N-04")
def test_the_agenda_is_built_once_and_by_the_convener(world: Any, acting: Any) -> None:
    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        assert agenda.build_agenda(anna, meeting) > 0
        before = [item.title for item in items_of(meeting)]
        assert agenda.build_agenda(anna, meeting) == 0
        assert [item.title for item in items_of(meeting)] == before
        assert before[0] == "Godkend dagsorden"
        assert before[-1] == "Eventuelt"
        key = meeting.key
    with acting("bo") as bo, pytest.raises(NotAllowed):
        agenda.build_agenda(bo, meeting_of(bo, key))


@pytest.mark.requirement("F-03")
def test_a_matter_with_a_running_promise_comes_back_and_a_settled_one_does_not(
    world: Any, acting: Any, laid: Any
) -> None:
    key, item_key = laid
    with acting("anna") as anna:
        item = item_of(anna, key, item_key)
        promise = Promise(
            seat_of(anna, world.people["ali"]), "Følger ham til klubben", clock.today() + timedelta(days=7)
        )
        writing.decide(anna, item, meeting_key=key, outcome="commitment", promises=(promise,))
        other = bring_matter(anna, meeting_of(anna, key), name="Sofie Andersen")
        writing.decide(anna, other, meeting_key=key, outcome="nothing")
        running.start_meeting(anna, meeting_of(anna, key))
        running.end_meeting(anna, meeting_of(anna, key))
        following = lay_meeting(anna, days=30)
        agenda.build_agenda(anna, following)
        closed = [one for one in items_of(following) if one.is_closed]
        assert [(one.submission_id, one.reason) for one in closed] == [(item.submission_id, "opfølgning")]
        assert [one.circle_id for one in closed] == [item.circle_id]
        assert agenda.build_agenda(anna, following) == 0


@pytest.mark.parametrize("first", ["called off", "over without an end", "taken off"])
def test_what_the_next_meeting_will_come_to_is_not_taken_by_the_one_after_until_that_one_does_not(
    world: Any, acting: Any, clock_at: Any, laid: Any, first: str
) -> None:
    key, item_key = laid
    with acting("anna") as anna:
        meeting, item = meeting_of(anna, key), item_of(anna, key, item_key)
        own = agenda.add_item(anna, meeting, title="Natteravne i december")
        following = lay_meeting(anna, days=30)
        waits = {item.submission_id, own.submission_id}
        agenda.build_agenda(anna, following)
        assert waits.isdisjoint({one.submission_id for one in items_of(following)})
        if first == "called off":
            cancel_meeting(anna, meeting, reason="For få kan komme")
        elif first == "taken off":
            for one in (item, own):
                agenda.remove_item(anna, meeting, item=one)
        else:
            running.start_meeting(anna, meeting)
    if first == "over without an end":
        clock_at(meeting.ends_at + timedelta(minutes=1))
    with acting("anna") as anna:
        agenda.build_agenda(anna, following)
        assert {one.submission_id for one in items_of(following)} >= waits


def test_a_member_adds_an_open_item_and_the_outsider_reads_it_but_adds_none(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("bo") as bo:
        added = agenda.add_item(bo, meeting_of(bo, key), title="Natteravne i december")
        assert added.title in [one.title for one in items_of(meeting_of(bo, key))]
    with acting("uffe") as uffe, pytest.raises(Http404):
        meeting_of(uffe, key)
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    with acting("uffe") as uffe:
        meeting = meeting_of(uffe, key)
        assert added.title in [one.title for one in items_of(meeting)]
        with pytest.raises(NotAllowed):
            agenda.add_item(uffe, meeting, title="Noget andet")


def test_only_who_may_bring_a_matter_up_opens_a_closed_item(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        assert bring_matter(anna, meeting_of(anna, key), "Villads Krogh").is_closed
    with acting("bo") as bo, pytest.raises(NotAllowed):
        bring_matter(bo, meeting_of(bo, key), "Villads Krogh")


def test_items_move_and_are_taken_off_and_stay_off(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        titles = [one.title for one in items_of(meeting) if not one.is_closed]
        second = next(one for one in items_of(meeting) if one.title == titles[1])
        agenda.move_item(anna, meeting, item=second, up=True)
        assert [one.title for one in items_of(meeting) if not one.is_closed][:2] == [titles[1], titles[0]]
        agenda.remove_item(anna, meeting, item=item_of(anna, key, second.key))
        agenda.build_agenda(anna, meeting)
        assert titles[1] not in [one.title for one in items_of(meeting)]
        other = next(one for one in items_of(meeting) if not one.is_closed)
    with acting("bo") as bo:
        with pytest.raises(NotAllowed):
            agenda.move_item(bo, meeting_of(bo, key), item=other, up=False)
        with pytest.raises(NotAllowed):
            agenda.remove_item(bo, meeting_of(bo, key), item=other)
