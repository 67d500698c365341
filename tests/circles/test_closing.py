"""Closing a matter ends reading it, for its keeper too; the duties stay, and taking it up again gives reading back."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import Error

from samspil.authority.capability import Can
from samspil.authority.errors import NotAllowed
from samspil.authority.relation import capabilities, who_may
from samspil.circles import commands
from samspil.circles.models import Circle, Disclosure, Member, YoungPerson
from samspil.lib import clock
from tests.authority.matter import open_item_and_case
from tests.circles.hands import SHARED, ask, seat_of, sees, young
from tests.conftest import Acting, World

DAYS = 30
DUTIES = {Can.CIRCLE_KEEP, Can.CIRCLE_READ}
REOPEN = "select reopen_circle(%s)"


@pytest.fixture
def case(world: World, concern: Circle) -> Circle:
    """A case of the network at Åskolen, with the young person in it."""
    return Circle(pk=open_item_and_case(world)["case"])


def fill(acting: Acting, circle: Circle) -> None:
    with acting("anna") as anna:
        young(circle, act_id=commands.disclose(anna, circle, **SHARED))


def close(acting: Acting, circle: Circle, days: int = DAYS) -> None:
    with acting("anna") as anna:
        commands.close_circle(anna, circle, Can.CASE_CLOSE, reading_days=days)


def reads(acting: Acting, key: str, circle: Circle) -> bool:
    with acting(key):
        return YoungPerson.objects.filter(circle=circle).exists()


def agencies(acting: Acting, circle: Circle, source: Circle) -> set[str]:
    """Who would receive what is delivered there now."""
    with acting("olga") as olga:
        commands.deliver(olga, source, circle, **SHARED)
        told = Disclosure.objects.filter(circle=source, direction="sent").latest("pk")
        return {receiver["name"] for receiver in told.receivers}


def test_a_concern_is_closed_once_by_whoever_assesses_it_and_left_by_its_reporter(
    acting: Acting, concern: Circle, clock_at: Any
) -> None:
    with acting("nanna") as nanna, pytest.raises(NotAllowed):
        commands.close_circle(nanna, concern, Can.CONCERN_TRIAGE, reading_days=30)
    with acting("anna") as anna:
        with pytest.raises(NotAllowed):
            commands.close_circle(anna, concern, Can.CIRCLE_KEEP, reading_days=30)
        commands.close_circle(anna, concern, Can.CONCERN_TRIAGE, reading_days=30)
        with pytest.raises(NotAllowed):
            commands.close_circle(anna, concern, Can.CONCERN_TRIAGE, reading_days=300)
    start = clock.now()
    clock_at(start + timedelta(days=29))
    assert sees(acting, "nanna", concern)
    clock_at(start + timedelta(days=31))
    assert not sees(acting, "nanna", concern)
    assert sees(acting, "anna", concern)


def test_the_day_before_everybody_reads_the_day_after_nobody_does(
    acting: Acting, concern: Circle, case: Circle, clock_at: Any
) -> None:
    fill(acting, case)
    close(acting, case)
    start = clock.now()
    clock_at(start + timedelta(days=DAYS - 1))
    assert {"Politiet", "Socialforvaltningen"} <= agencies(acting, case, concern)
    for key in ("anna", "bo", "dorthe", "jens"):
        assert reads(acting, key, case)
    clock_at(start + timedelta(days=DAYS + 1))
    assert agencies(acting, case, concern) == set()
    for key in ("anna", "bo", "dorthe", "jens"):
        assert not reads(acting, key, case)
    with acting("anna") as anna:
        with pytest.raises(NotAllowed):
            commands.disclose(anna, case, **SHARED)
        assert capabilities(case.pk) == DUTIES
        assert Circle.objects.get(pk=case.pk).closed_at is not None
        holders = who_may(case.pk)
        assert [(one.name, one.part, one.reads, one.mine) for one in holders] == [
            ("Anna Holm", "custodian", False, True)
        ]
        assert holders[0].because == "SSP-konsulent i SSP-netværk Åskolen"
    for key in ("bo", "dorthe", "jens"):
        assert not sees(acting, key, case)
        with acting(key):
            assert who_may(case.pk) == ()


def test_the_duties_are_left_retention_and_letting_out(acting: Acting, case: Circle, clock_at: Any) -> None:
    with acting("anna") as anna:
        commands.admit(anna, case, part="guest", tenure=seat_of("nanna"), **SHARED)
    close(acting, case, days=0)
    clock_at(clock.now() + timedelta(days=1))
    with acting("anna"):
        category = Circle.objects.get(pk=case.pk).category
    with acting("bo") as bo, pytest.raises(NotAllowed):
        commands.set_category(bo, case, Can.CIRCLE_KEEP, category)
    with acting("anna") as anna:
        commands.set_category(anna, case, Can.CIRCLE_KEEP, category)
        custodian = Member.objects.get(circle=case, part="custodian")
        with pytest.raises(NotAllowed):
            commands.release(anna, case, custodian)
        with pytest.raises(NotAllowed):
            commands.admit(anna, case, part="guest", tenure=seat_of("karl"), **SHARED)


@pytest.mark.parametrize("days", [DAYS - 1, DAYS + 1])
def test_a_case_taken_up_again_is_read_by_the_keepers_people(
    acting: Acting, case: Circle, clock_at: Any, days: int
) -> None:
    fill(acting, case)
    with acting("anna") as anna:
        commands.admit(anna, case, part="party", tenure=seat_of("olga"), **SHARED)
    close(acting, case)
    start = clock.now()
    clock_at(start + timedelta(days=days))
    with acting("bo"), pytest.raises(Error, match="not allowed"):
        ask(REOPEN, case.pk)
    with acting("anna"):
        ask(REOPEN, case.pk)
        with pytest.raises(Error, match="not allowed"):
            ask(REOPEN, case.pk)
    for later in (days, 900):
        clock_at(start + timedelta(days=later))
        for key in ("anna", "bo", "dorthe"):
            assert reads(acting, key, case)
        assert reads(acting, "olga", case) == (days < DAYS)  # who has left is let in by an act of its own
    with acting("anna"):
        assert Member.objects.filter(circle=case, part="custodian", ends_at=None).count() == 0
        assert Member.objects.filter(circle=case, part="keeper", ends_at=None).count() == 1
    close(acting, case)
    clock_at(clock.now() + timedelta(days=DAYS + 1))
    assert not reads(acting, "anna", case)
    assert sees(acting, "anna", case)


def test_nobody_of_another_body_takes_it_up(acting: Acting, case: Circle, clock_at: Any) -> None:
    close(acting, case)
    clock_at(clock.now() + timedelta(days=DAYS + 1))
    for key in ("olga", "vera", "nanna"):
        with acting(key), pytest.raises(Error, match="not allowed"):
            ask(REOPEN, case.pk)
    with acting("anna"):
        ask(REOPEN, case.pk)
