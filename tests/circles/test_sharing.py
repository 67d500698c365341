"""What is shared carries an act, with basis and necessity, and each side keeps its own row."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from samspil.authority.errors import NotAllowed, Refusal
from samspil.circles import commands
from samspil.circles.models import Circle, Delivery, Disclosure, YoungPerson
from samspil.lib import clock
from samspil.organisation.models import Unit
from tests.authority.matter import BASIS, WHY
from tests.circles.hands import (
    SHARED,
    circle_id,
    draft,
    tenure_id,
    young,
)
from tests.conftest import Acting, as_owner


def test_a_delivery_is_blind_and_each_side_keeps_its_own_row(acting: Acting, concern: Circle, item: Circle) -> None:
    with acting("olga") as olga:
        assert not Circle.objects.filter(pk=item.pk).exists()
        received = commands.deliver(olga, concern, item, text="Det, netværket skal vide.", **SHARED)
        assert Disclosure.objects.filter(circle=concern, direction="sent").count() == 1
        assert not Disclosure.objects.filter(pk=received).exists()
        assert not Delivery.objects.exists()
    with acting("bo"):
        told = Disclosure.objects.get(pk=received)
        assert (told.direction, told.circle_id, told.sender_tenure.person.name) == ("received", item.pk, "Olga Skovbo")
        assert Delivery.objects.get().text == "Det, netværket skal vide."
        assert not Disclosure.objects.filter(direction="sent").exists()
        with pytest.raises(NotAllowed):
            commands.deliver(olga, item, concern, **SHARED)


@pytest.mark.parametrize(
    "half", [{"basis": BASIS, "necessity": ""}, {"basis": "", "necessity": WHY}, {"basis": "noget", "necessity": WHY}]
)
def test_nothing_is_shared_without_basis_and_necessity(
    acting: Acting, concern: Circle, item: Circle, half: dict[str, Any]
) -> None:
    with acting("anna") as anna:
        with pytest.raises(Refusal, match="grundlag"):
            commands.deliver(anna, concern, item, **half)
        with pytest.raises(Refusal, match="grundlag"):
            commands.disclose(anna, item, **half)
        assert not Disclosure.objects.filter(circle=item).exists()


def test_a_basis_holds_while_it_is_valid_and_may_be_chosen_or_is_the_circles_own(
    acting: Acting, item: Circle, clock_at: Any
) -> None:
    start = clock.now()
    with acting("anna") as anna:
        assert commands.disclose(anna, item, **SHARED) is not None
        with pytest.raises(Refusal, match="kan I ikke dele på"):
            commands.disclose(anna, item, basis="egen-opgave", necessity=WHY)
    day = "update organisation_legalbasis set valid_until = %s where slug = %s"
    as_owner(day, [clock.today() + timedelta(days=2), BASIS])
    try:
        clock_at(start + timedelta(days=1))
        with acting("anna") as anna:
            assert commands.disclose(anna, item, **SHARED) is not None
        clock_at(start + timedelta(days=2))
        with acting("anna") as anna, pytest.raises(Refusal, match="kan I ikke dele på"):
            commands.disclose(anna, item, **SHARED)
    finally:
        as_owner(day, [None, BASIS])


def test_between_controllers_it_is_a_disclosure_within_one_it_is_internal(acting: Acting, item: Circle) -> None:
    with acting("dorthe") as dorthe:
        own = draft(dorthe, "familieafdelingen")
        assert commands.disclose(dorthe, own, **SHARED) is None
        commands.admit(dorthe, own, part="keeper", unit=Unit.objects.get(slug="ssp-team"), **SHARED)
    with acting("anna") as anna:
        acts: list[Any] = [commands.disclose(anna, circle, **SHARED) for circle in (own, item)]
        assert [Disclosure.objects.get(pk=act).nature for act in acts] == ["internal", "disclosure"]
        told = Disclosure.objects.get(pk=acts[1])
        receivers = {receiver["name"] for receiver in told.receivers}
        assert len(receivers) > 1
        assert told.sender.name not in receivers
    with acting("uffe") as uffe, pytest.raises(NotAllowed):
        commands.disclose(uffe, item, **SHARED)


def test_a_row_among_several_agencies_carries_an_act_of_the_one_who_writes(acting: Acting, item: Circle) -> None:
    with acting("dorthe") as dorthe:
        others = commands.disclose(dorthe, item, **SHARED)
    with acting("anna") as anna:
        for wrong in (
            {},
            {"act_id": others},
            {"act_id": commands.disclose(anna, item, **SHARED), "written_by_id": tenure_id("bo")},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                young(item, **wrong)
        row = young(item, act_id=commands.disclose(anna, item, **SHARED))
        row.refresh_from_db()
        assert row.written_by.person_id == anna.person_id
        with pytest.raises(IntegrityError, match="never leaves"), transaction.atomic():
            YoungPerson.objects.filter(pk=row.pk).update(circle=circle_id("unit", "aaskolen"))
        for name, value in {
            "written_by": others,
            "act": others,
            "written_at": row.written_at + timedelta(days=1),
        }.items():
            with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
                YoungPerson.objects.filter(pk=row.pk).update(**{name: value})
        assert YoungPerson.objects.filter(pk=row.pk).update(name="Karim Ali Haddad") == 1


def test_within_one_agency_nothing_is_disclosed(acting: Acting, concern: Circle) -> None:
    with acting("anna") as anna:
        assert Circle.objects.filter(pk=concern.pk).exists()
        assert not Disclosure.objects.filter(circle=concern).exists()
        assert commands.disclose(anna, concern, **SHARED) is None
        assert young(concern).act_id is None


def test_a_row_from_before_takes_only_an_act_of_the_one_who_wrote_it(acting: Acting, item: Circle) -> None:
    with acting("dorthe") as dorthe:
        own = draft(dorthe, "familieafdelingen")
        early = young(own)
        commands.admit(dorthe, own, part="keeper", unit=Unit.objects.get(slug="ssp-team"), **SHARED)
        assert YoungPerson.objects.get(pk=early.pk).act_id is not None  # the admission brought it
        elsewhere = commands.disclose(dorthe, item, **SHARED)
    with acting("dorthe") as dorthe:
        alone = draft(dorthe, "familieafdelingen")
        row = young(alone)
        assert row.act_id is None
        with pytest.raises(IntegrityError, match="brought by an act"), transaction.atomic():
            YoungPerson.objects.filter(pk=row.pk).update(act=elsewhere)
