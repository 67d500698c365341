"""Who reads and writes the rows: by the relation, by bare models, by trying to write, and looked up backwards."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import transaction

from samspil.authority.relation import who_may
from samspil.authority.tables import protected_models
from samspil.decisions.models import Commitment, Decision
from samspil.lib import clock
from samspil.meetings.models import (
    AgendaItem,
    Attendance,
    Convening,
    Ending,
    Guest,
    ItemText,
    Meeting,
    MinutesSending,
    MinuteTaker,
    Opening,
)
from tests.conftest import as_owner
from tests.doors.matrix import PEOPLE, STATED, people_in
from tests.world.turn import Turn, any_seat_of, seat_of

Right = tuple[str, str]
Clock = Callable[[datetime], None]


def stated(person: str, verb: str) -> set[Right]:
    return {(row["circle"], row["kind"]) for row in STATED["rows"] if person in people_in(row.get(verb, []))}


def rows_stated() -> set[Right]:
    return {(row["circle"], row["kind"]) for row in STATED["rows"]}


def by_relation(turn: Turn, person: str, verb: str) -> set[Right]:
    rows = as_owner("select circle_id, capability from access_grant where person_id = %s", [turn.people[person]])
    held = set(rows)
    return {(circle, kind) for circle, kind in rows_stated() if (turn.circles[circle], f"{kind}.{verb}") in held}


def by_models(turn: Turn) -> set[Right]:
    """What a query without any condition brings to the one who acts now."""
    seen: dict[str, set[int]] = defaultdict(set)
    for model in protected_models():
        seen[model.kind] |= set(model._default_manager.values_list("circle_id", flat=True))
    return {(circle, kind) for circle, kind in rows_stated() if turn.circles[circle] in seen[kind]}


def by_writing(turn: Turn) -> set[Right]:
    """Where a change of a row takes; each is undone."""
    mark = transaction.savepoint()
    done = {right for right in rows_stated() if _changes(turn.circles[right[0]], right[1])}
    transaction.savepoint_rollback(mark)
    return done


def _changes(circle: int, kind: str) -> bool:
    models = [model for model in protected_models() if model.kind == kind]
    return any(model._default_manager.filter(circle_id=circle).update(circle_id=circle) for model in models)


@pytest.mark.parametrize("person", PEOPLE)
def test_four_ways_of_asking_give_the_stated_answer(turn: Turn, acting: Any, person: str) -> None:
    reads, writes = stated(person, "reads"), stated(person, "writes")
    assert by_relation(turn, person, "read") == reads
    assert by_relation(turn, person, "write") == writes
    with acting(person):
        assert by_models(turn) == reads | stated(person, "guests")
        assert by_writing(turn) == writes
        backwards = {name: {holder.person_id for holder in who_may(number)} for name, number in turn.circles.items()}
    rows = as_owner("select distinct circle_id, person_id from access_grant")
    there = {name: {one for circle, one in rows if circle == number} for name, number in turn.circles.items()}
    inside = {name for name in turn.circles if turn.people[person] in there[name]}
    assert {name: found for name, found in backwards.items() if found} == {name: there[name] for name in inside}


@pytest.mark.parametrize("person", ["nanna", "bo", "uffe", "vera", "ended", "lone"])
def test_nobody_adds_a_row_where_the_kind_is_not_theirs(turn: Turn, acting: Any, person: str) -> None:
    from django.db.utils import DatabaseError

    from samspil.circles.models import YoungPerson

    for circle, kind in rows_stated():
        if kind != "youngperson" or (circle, kind) in stated(person, "writes"):
            continue
        with acting(person), pytest.raises(DatabaseError), transaction.atomic():
            YoungPerson.objects.create(circle_id=turn.circles[circle], name="Indsmuglet", sort_key="indsmuglet")


def reads_at(turn: Turn, acting: Any, person: str, circle: str, kind: str) -> bool:
    """By the relation and by the bare models, which must agree."""
    held = (turn.circles[circle], f"{kind}.read")
    rows = as_owner("select circle_id, capability from access_grant where person_id = %s", [turn.people[person]])
    with acting(person):
        seen = any(
            model._default_manager.filter(circle_id=turn.circles[circle]).exists()
            for model in protected_models()
            if model.kind == kind
        )
    assert seen == (held in rows), (person, circle, kind)
    return seen


def test_a_guest_leaves_at_the_second(turn: Turn, acting: Any, clock_at: Clock) -> None:
    leaves = turn.moments["guest_leaves"]
    clock_at(leaves - timedelta(seconds=1))
    assert reads_at(turn, acting, "karl", "item", "note")
    clock_at(leaves)
    assert not reads_at(turn, acting, "karl", "item", "note")
    assert reads_at(turn, acting, "bo", "item", "note")


@pytest.mark.parametrize("person", ["karl", "olga"])
def test_a_closed_concern_is_read_for_the_days_given_and_no_longer(
    turn: Turn, acting: Any, clock_at: Clock, person: str
) -> None:
    ends = turn.moments["concern_closed"] + timedelta(days=30)
    clock_at(ends - timedelta(minutes=1))
    assert reads_at(turn, acting, person, "other_concern", "answer")
    clock_at(ends + timedelta(minutes=1))
    assert not reads_at(turn, acting, person, "other_concern", "answer")
    keepers = as_owner(
        "select person_id from access_grant where circle_id = %s and capability = 'circle.keep'",
        [turn.circles["other_concern"]],
    )
    assert ((turn.people[person],) in keepers) == (person == "olga"), "who kept it looks after it unread"


def midnight(days: int) -> datetime:
    return midnight_of(clock.today() + timedelta(days=days))


def midnight_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=clock.COPENHAGEN)


def test_a_seat_begins_at_midnight_in_copenhagen(turn: Turn, acting: Any, clock_at: Clock) -> None:
    first_day = "select valid_from from organisation_tenure where person_id = %s"
    begins = midnight_of(as_owner(first_day, [turn.people["future"]])[0][0])
    clock_at(begins - timedelta(seconds=1))
    assert not reads_at(turn, acting, "future", "other_item", "note")
    assert reads_at(turn, acting, "olga", "other_item", "note")
    clock_at(begins)
    assert reads_at(turn, acting, "future", "other_item", "note")


def test_a_seat_ends_at_midnight_in_copenhagen(turn: Turn, acting: Any, clock_at: Clock) -> None:
    number, ends = turn.people["bo"], midnight(1)
    as_owner("update organisation_tenure set valid_until = %s where person_id = %s", [ends.date(), number])
    try:
        clock_at(ends - timedelta(seconds=1))
        assert reads_at(turn, acting, "bo", "case", "case")
        clock_at(ends)
        assert not reads_at(turn, acting, "bo", "case", "case")
        assert reads_at(turn, acting, "mette", "case", "case")
    finally:
        as_owner("update organisation_tenure set valid_until = null where person_id = %s", [number])


def test_a_guest_reads_the_rows_of_the_meeting_and_the_item_asked_to_and_nothing_else_of_the_open_part(
    turn: Turn, acting: Any
) -> None:
    """By the bare models, so by every door that there is or will be."""
    room = turn.circles["open_netvaerk-aaskolen"]
    with acting("uffe"):
        everything = {model: set(_open_rows(model, room)) for model in protected_models()}
        items = set(
            AgendaItem.objects.filter(circle=room, meeting_key=turn.keys["meeting"]).values_list("pk", flat=True)
        )
        asked = set(Guest.objects.filter(tenure__person_id=turn.people["lone"]).values_list("item_id", flat=True))
        assert len(set(Meeting.objects.filter(circle=room).values_list("key", flat=True))) > 1
    with acting("lone"):
        seen = {model: set(_open_rows(model, room)) for model in protected_models()}
        assert {one.key for one in Meeting.objects.all()} == {turn.keys["meeting"]}
        meeting = Meeting.objects.get()
        assert {one.meeting_id for model in OF_MEETING for one in model._default_manager.all()} == {meeting.pk}
        assert {one.item_id for one in ItemText.objects.filter(circle=room)} <= asked
        assert {one.meeting_key for one in Decision.objects.filter(circle=room)} == {meeting.key}
        assert {one.decision.meeting_key for one in Commitment.objects.filter(circle=room)} == {meeting.key}
    assert seen[AgendaItem] == asked < items
    assert [model for model in seen if seen[model] and not model.guests_see] == []
    assert all(seen[model] < everything[model] for model in (Meeting, Attendance, Opening))


LET_IN = """do $$ declare m meetings_meeting; begin
  select * into m from meetings_meeting where key = '{meeting}';
  insert into meetings_attendance (circle_id, meeting_id, tenure_id, answer, is_guest, in_place_of_id)
  values (m.circle_id, m.id, {deputy}, '', false, {absent});
  perform stay_open(m, {deputy});
  perform let_deputies_in(m.key);
  raise exception 'let in: %%', (select array_agg(e.circle_id || ' ' || e.subject) from audit_entry e
                                 where e.verb = 'meetings.let_deputy_in');
end $$"""
"""Nothing of it stays."""


def test_each_deputy_let_into_a_closed_item_is_in_the_ledger(turn: Turn, acting: Any) -> None:
    with acting("anna"):
        seats = {"deputy": any_seat_of(turn, "nanna").pk, "absent": seat_of(turn, "mette").pk}
    told = f"let in: .*{turn.circles['item']} meeting:{turn.keys['meeting']}"
    with pytest.raises(psycopg.errors.RaiseException, match=told):
        as_owner(LET_IN.format(meeting=turn.keys["meeting"], **seats))


OF_MEETING = (Attendance, Convening, Ending, Guest, MinutesSending, MinuteTaker, Opening)


def _open_rows(model: Any, room: int) -> Any:
    return model._default_manager.filter(circle=room).values_list("pk", flat=True)
