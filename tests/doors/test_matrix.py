"""Who gets in where: every door, every person, asked for and pressed."""

import pytest

from samspil.authority.doors import Reach
from tests.doors.matrix import EVERYBODY, NOBODY, STATED, VISITS, Visit, table
from tests.doors.sweep import Answer, Sweep


def test_every_door_is_stated_and_every_statement_has_its_door():
    stated = {visit.door for visit in VISITS} | set(STATED["outside"])
    assert set(table().rows) == stated


def test_no_door_outside_stands_among_those_that_need_a_person():
    rows = table().rows
    for name in STATED["outside"]:
        assert rows[name][0].door.reach is not Reach.PERSON, name
    for visit in VISITS:
        assert rows[visit.door][0].door.reach is Reach.PERSON, visit.door


def test_each_no_has_a_yes_somewhere_at_the_same_door():
    inside = {visit.door for visit in VISITS if visit.yes}
    assert {visit.door for visit in VISITS} == inside


def expected(visit: Visit, person: str) -> int:
    if visit.takes == "POST":
        return 302 if person == NOBODY else 405
    return 302 if person == NOBODY else visit.gives if person in visit.yes else 404


@pytest.mark.parametrize("person", EVERYBODY)
def test_pages_open_for_those_stated_and_for_nobody_else(sweep: Sweep, person: str):
    wrong = []
    for visit in VISITS:
        answer = sweep.get(visit, person)
        if answer.status != expected(visit, person) or (person == NOBODY and not answer.is_login):
            wrong.append(f"{visit.label}: {answer.status}, not {expected(visit, person)}")
    assert not wrong, "\n".join(wrong)
