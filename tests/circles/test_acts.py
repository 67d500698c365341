"""Every act that gives, narrows or ends access: who may, and who may not."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.authority.capability import Can
from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.relation import who_may
from samspil.circles import commands
from samspil.circles.models import Circle, Disclosure, Member, YoungPerson
from samspil.lib import clock
from samspil.organisation.models import Body, Person, RetentionCategory, Tenure, Unit
from tests.authority.matter import BASIS, WHY
from tests.circles.hands import (
    SHARED,
    circle_id,
    draft,
    person,
    seat_of,
    sees,
    tenure_id,
    unit_of,
    young,
)
from tests.conftest import Acting, World, as_owner


def test_a_teacher_opens_a_concern_and_only_the_teacher_sees_it(acting: Acting) -> None:
    with acting("nanna") as nanna:
        circle = draft(nanna)
        young(circle)
        assert YoungPerson.objects.get(circle=circle).name == "Karim Haddad"
    for other in ("anna", "jens", "mette", "uffe", "vera", "admin"):
        with acting(other):
            assert YoungPerson.objects.count() == 0
        assert sees(acting, other, circle) == (other == "jens")  # the head keeps it, and reads nothing in it


def test_a_circle_is_opened_only_along_a_way_of_the_municipality(acting: Acting, world: World) -> None:
    with acting("nanna") as nanna:
        assert draft(nanna).kind == "concern"
        wrongs: list[dict[str, Any]] = [{"kind": "case"}, {"kind": "item"}, {"unit": Unit(pk=unit_of(world.storerup))}]
        for wrong in wrongs:
            with pytest.raises(NotAllowed):
                draft(nanna, **wrong)
    with acting("karl") as karl, pytest.raises(NotAllowed):
        commands.open_circle(
            karl, Circle(pk=circle_id("unit", "aaskolen")), kind="concern", purpose="x", title="x", unit=None
        )


def test_a_new_agency_is_let_in_with_basis_and_necessity_only(acting: Acting) -> None:
    with acting("bo") as bo:
        circle = draft(bo, "lokalpolitiet")
        row = young(circle)
        assert row.act_id is None
        team = Unit.objects.get(slug="ssp-team")
        halves: list[dict[str, Any]] = [{}, {"basis": BASIS}, {"necessity": WHY}, {"basis": BASIS, "necessity": "  "}]
        for half in halves:
            with pytest.raises(Refusal, match="grundlag"):
                commands.admit(bo, circle, part="keeper", unit=team, **half)
    assert not sees(acting, "anna", circle)
    with acting("bo") as bo:
        commands.admit(bo, circle, part="keeper", unit=team, **SHARED)
    with acting("anna"):
        told = Disclosure.objects.get(circle=circle)
        assert (told.basis, told.necessity, told.direction, told.nature) == (BASIS, WHY, "both", "disclosure")
        assert YoungPerson.objects.get(circle=circle).act_id == told.pk  # rows from before carry the act now


def test_only_the_receiver_of_the_workplace_is_let_in_by_the_reporter(acting: Acting) -> None:
    with acting("nanna") as nanna:
        circle = draft(nanna)
        strangers: list[dict[str, Any]] = [
            {"unit": Unit.objects.get(slug="lokalpolitiet")},
            {"body": Body.objects.get(slug="netvaerk-aaskolen")},
        ]
        for stranger in strangers:
            with pytest.raises(NotAllowed):
                commands.admit(nanna, circle, part="keeper", **stranger, **SHARED)
        team = Unit.objects.get(slug="ssp-team")
        for part, ends_at in (("party", None), ("follower", None), ("keeper", clock.now() + timedelta(days=1))):
            with pytest.raises(NotAllowed):
                commands.admit(nanna, circle, part=part, unit=team, ends_at=ends_at, **SHARED)
        commands.admit(nanna, circle, part="keeper", unit=team, **SHARED)
    assert sees(acting, "anna", circle)
    assert not sees(acting, "bo", circle)


def test_nobody_lets_in_a_seat_of_their_own(acting: Acting, item: Circle) -> None:
    with acting("anna") as anna:
        for part in ("keeper", "party", "guest"):
            with pytest.raises(NotAllowed):
                commands.admit(anna, item, part=part, tenure=seat_of("anna"), **SHARED)
        commands.admit(anna, item, part="guest", tenure=seat_of("nanna"), **SHARED)
    assert sees(acting, "nanna", item)


def test_an_outsider_is_refused_in_a_named_circle_whoever_asks(acting: Acting, item: Circle) -> None:
    with acting("anna") as anna:
        with pytest.raises(Refusal, match="navngiven person"):
            commands.admit(anna, item, part="guest", tenure=seat_of("uffe"), **SHARED)
        commands.admit(anna, item, part="guest", tenure=seat_of("nanna"), **SHARED)
    assert sees(acting, "nanna", item)
    assert not sees(acting, "uffe", item)


def test_nobody_of_another_municipality_is_let_in(acting: Acting, item: Circle) -> None:
    with acting("anna") as anna, pytest.raises(NotAllowed):
        commands.admit(anna, item, part="party", tenure=Tenure(pk=tenure_id("vera")), **SHARED)
    with acting("bo") as bo, pytest.raises(NotAllowed):
        commands.admit(bo, item, part="guest", tenure=seat_of("nanna"), **SHARED)


def test_a_guest_is_let_out_again_but_the_last_keeper_stays(acting: Acting, item: Circle) -> None:
    with acting("anna") as anna:
        commands.admit(anna, item, part="guest", tenure=seat_of("nanna"), **SHARED)
        guest, keeper = Member.objects.get(circle=item, part="guest"), Member.objects.get(circle=item, part="keeper")
    with acting("bo") as bo, pytest.raises(NotAllowed):
        commands.release(bo, item, guest)
    with acting("anna") as anna:
        with pytest.raises(Refusal, match="ansvaret"):
            commands.release(anna, item, keeper)
        commands.release(anna, item, guest)
    assert not sees(acting, "nanna", item)
    assert sees(acting, "anna", item)


def test_a_stay_ends_by_itself(acting: Acting, item: Circle, clock_at: Any) -> None:
    with acting("anna") as anna:
        commands.admit(
            anna, item, part="guest", tenure=seat_of("nanna"), ends_at=clock.now() + timedelta(hours=2), **SHARED
        )
    assert sees(acting, "nanna", item)
    clock_at(clock.now() + timedelta(hours=3))
    assert not sees(acting, "nanna", item)
    assert sees(acting, "bo", item)


def test_whoever_is_excluded_sees_nothing_whatever_seats_are_held(acting: Acting, item: Circle) -> None:
    with acting("uffe") as uffe, pytest.raises(NotAllowed):
        commands.exclude(uffe, item, Person(pk=uffe.person_id), "Jeg kender familien")
    with acting("bo") as bo:
        with pytest.raises(NotAllowed):
            commands.exclude(bo, item, person("dorthe"), "En grund")
        commands.exclude(bo, item, Person(pk=bo.person_id), "Jeg kender familien")
    assert not sees(acting, "bo", item)
    with acting("anna") as anna:
        commands.exclude(anna, item, person("dorthe"), "Hun er i familie med den unge")
        assert {"Bo Lauritsen", "Dorthe Winther"}.isdisjoint(holder.name for holder in who_may(item.pk))
    assert not sees(acting, "dorthe", item)
    assert sees(acting, "jens", item)


def test_the_category_is_chosen_by_who_decides_the_matter(acting: Acting, concern: Circle, world: World) -> None:
    wanted, foreign = (
        RetentionCategory(
            pk=as_owner("select max(id) from organisation_retentioncategory where municipality_id = %s", [place])[0][0]
        )
        for place in (world.lillerup, world.storerup)
    )
    with acting("nanna") as nanna, pytest.raises(NotAllowed):
        commands.set_category(nanna, concern, Can.CONCERN_TRIAGE, wanted)
    with acting("anna") as anna:
        with pytest.raises(NotAllowed):
            commands.set_category(anna, concern, Can.CONCERN_TRIAGE, foreign)
        commands.set_category(anna, concern, Can.CONCERN_TRIAGE, wanted)
        assert Circle.objects.get(pk=concern.pk).category_id == wanted.pk
