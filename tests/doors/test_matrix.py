"""Who gets in where: every door, every person, asked for and pressed."""

import re
from collections import Counter
from typing import Any

import pytest

from samspil.authority.doors import Door, Reach
from tests.doors.matrix import EVERYBODY, NOBODY, STATED, VISITS, Visit, table
from tests.doors.sweep import Answer, Sweep
from tests.world.turn import Turn


def test_every_door_is_stated_and_every_statement_has_its_door() -> None:
    stated = {visit.door for visit in VISITS} | set(STATED["outside"])
    assert set(table().rows) == stated


def test_no_door_outside_stands_among_those_that_need_a_person() -> None:
    rows = table().rows
    for name in STATED["outside"]:
        assert reach_of(rows[name]) is not Reach.PERSON, name
    for visit in VISITS:
        assert reach_of(rows[visit.door]) is Reach.PERSON, visit.door


def reach_of(rows: Any) -> Reach:
    door = rows[0].door
    assert isinstance(door, Door)
    return door.reach


def test_each_no_has_a_yes_somewhere_at_the_same_door() -> None:
    inside = {visit.door for visit in VISITS if visit.yes}
    assert {visit.door for visit in VISITS} == inside


def expected(visit: Visit, person: str) -> int:
    if visit.takes == "POST":
        return 302 if person == NOBODY else 405
    return 302 if person == NOBODY else visit.gives if person in visit.yes else 404


@pytest.mark.parametrize("person", EVERYBODY)
def test_pages_open_for_those_stated_and_for_nobody_else(sweep: Sweep, person: str) -> None:
    wrong = []
    for visit in VISITS:
        answer = sweep.get(visit, person)
        if answer.status != expected(visit, person) or (person == NOBODY and not answer.is_login):
            wrong.append(f"{visit.label}: {answer.status}, not {expected(visit, person)}")
    assert not wrong, "\n".join(wrong)


def pressed(sweep: Sweep, visit: Visit, person: str) -> Answer:
    """Press the button with what `fill` says, and undo it."""
    from django.db import transaction

    from samspil.ui.forms import new_form_key

    address = sweep.table.address(visit, sweep.turn.keys).split("?")[0]
    fill = {name: sweep.turn.keys.get(value, value) for name, value in visit.fill.items()}
    mark = transaction.savepoint()
    try:
        return sweep.ask(person, lambda client: client.post(address, {"form_key": new_form_key(), **fill}))
    finally:
        transaction.savepoint_rollback(mark)


BUTTONS = [visit for visit in VISITS if visit.takes != "GET" and not visit.ask]


@pytest.mark.parametrize("visit", BUTTONS, ids=lambda visit: visit.label)
def test_buttons_act_for_those_stated_and_for_nobody_else(sweep: Sweep, turn: Turn, visit: Visit) -> None:
    wrong = []
    for person in EVERYBODY:
        answer = pressed(sweep, visit, person)
        shut = answer.status in {404, 403, 405} or answer.is_login
        if shut == (person in visit.may) or (person == NOBODY and not answer.is_login) or answer.status >= 500:
            wrong.append(f"{person}: {answer.status}")
        wrong += [f"{person}: is told {word}" for word in answer.words if not sweep.may_read(person, word)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("visit", [visit for visit in VISITS if visit.takes == "GET"], ids=lambda visit: visit.label)
def test_a_page_that_is_only_read_takes_no_button(sweep: Sweep, turn: Turn, visit: Visit) -> None:
    status = pressed(sweep, visit, min(visit.yes, default="anna")).status
    assert status in ({405} if visit.yes and visit.gives == 200 else {404, 405})


@pytest.mark.parametrize(("name", "stated"), STATED["outside"].items())
def test_doors_outside_answer_everybody_alike(sweep: Sweep, turn: Turn, name: str, stated: dict[str, Any]) -> None:
    from django.test import Client

    address = table().rows[name][0].path(stated.get("at", {}))
    bare = Client().get(address)
    assert bare.status_code == stated["status"]
    text = f"{bare.headers}{bare.content.decode()}"
    assert not [word for word in sweep.turn.words if word in text]
    assert not [known for known in sweep.turn.keys.values() if len(known) == 10 and known in text]


def test_no_two_things_on_a_page_bear_one_id(sweep: Sweep) -> None:
    """Else a label presses the other form's box."""
    twice = {}
    for visit in VISITS:
        if visit.yes and visit.takes != "POST" and visit.gives == 200:
            ids = Counter(re.findall(r'\sid="([^"]+)"', sweep.get(visit, min(visit.yes)).text))
            if doubled := sorted(one for one, times in ids.items() if times > 1):
                twice[visit.label] = doubled
    assert twice == {}
