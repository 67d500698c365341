"""CPR: sealed, masked, and for those alone who may see identities."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.circles.commands import store_identity
from samspil.circles.models import Identity, YoungPerson
from samspil.circles.queries import masked_cpr
from samspil.circles.queries.identities import opened, with_number
from samspil.decisions.commands import joint_act
from samspil.lib.cpr import Cpr
from samspil.lib.sealing import new_key

NUMBER = "140313-4321"
# Invented: sixty is added to the day.
INVENTED, ANOTHER = "740313-4321", "740313-4329"


@pytest.fixture
def young(acting: Any, sent: Any) -> Any:
    key = sent(birth_date=date(2013, 3, 14))

    def find() -> Any:
        return YoungPerson.objects.get(concerns__key=key)

    return find


@pytest.mark.requirement("L14")
def test_a_number_is_sealed_and_shown_masked(acting: Any, young: Any) -> None:
    with acting("anna") as anna:
        store_identity(anna, young(), cpr=NUMBER)
        store_identity(anna, young(), cpr=NUMBER)
        (row,) = Identity.objects.all()
        assert b"4321" not in bytes(row.cpr_sealed)
        assert masked_cpr(anna, young()) == "140313-xxxx"
    with acting("nanna") as nanna:
        assert masked_cpr(nanna, young()) == ""
        with pytest.raises(NotAllowed):
            store_identity(nanna, young(), cpr=NUMBER)


def test_why_a_number_is_shared_is_said_by_the_municipality_of_the_matter(acting: Any, young: Any) -> None:
    with acting("anna") as anna:
        from_elsewhere = replace(anna, settings={})
        store_identity(from_elsewhere, young(), cpr=NUMBER)
        assert joint_act(from_elsewhere, young().circle, "minutes") is None  # one agency alone
        assert masked_cpr(anna, young()) == "140313-xxxx"


@pytest.mark.parametrize("cpr", ["1403134321x", "320113-4321", "150313-4321", "140399-9999", ""])
def test_a_wrong_number_is_told_and_never_repeated(acting: Any, young: Any, cpr: Any) -> None:
    with acting("anna") as anna:
        with pytest.raises(Refusal) as told:
            store_identity(anna, young(), cpr=cpr)
        assert "CPR" in told.value.sentence
        assert not cpr or cpr not in told.value.sentence
        assert Identity.objects.count() == 0


def test_a_replaced_number_stays_as_an_older_version(acting: Any, young: Any) -> None:
    with acting("anna") as anna:
        store_identity(anna, young(), cpr=INVENTED)
        store_identity(anna, young(), cpr=INVENTED)
        store_identity(anna, young(), cpr=ANOTHER)
        first, second = Identity.objects.order_by("version")
        assert (first.version, first.replaced, second.version, second.replaced) == (1, True, 2, False)
        assert opened(first, young()) == INVENTED.replace("-", "")
        assert masked_cpr(anna, young()) == "740313-xxxx"
        assert bytes(first.cpr_index) != bytes(second.cpr_index)


def test_a_number_is_found_in_its_circle_by_its_keyed_hash_alone(
    acting: Any, young: Any, sent: Any, settings: Any
) -> None:
    other_key = sent(name="En anden", birth_date=date(2013, 3, 14))
    number = Cpr(INVENTED.replace("-", ""))
    with acting("anna") as anna:
        store_identity(anna, young(), cpr=INVENTED)
        other = YoungPerson.objects.get(concerns__key=other_key)
        store_identity(anna, other, cpr=INVENTED)  # the same child in another circle is nobody's business here
        slug = young().municipality.slug
        found = with_number(young().circle_id, number, slug)
        assert found is not None
        assert found.young_person_id == young().pk
        assert with_number(young().circle_id, Cpr(ANOTHER.replace("-", "")), slug) is None
        settings.DATA_KEYS = f"{new_key('second')},{settings.DATA_KEYS}"
        assert with_number(young().circle_id, number, slug) is not None
    settings.DATA_KEYS = new_key("third")
    with acting("anna"):
        assert with_number(young().circle_id, number, slug) is None


def test_two_in_a_circle_never_have_one_number(acting: Any, young: Any) -> None:
    with acting("anna") as anna:
        store_identity(anna, young(), cpr=INVENTED)
        act = Identity.objects.get().act_id
        sibling = YoungPerson.objects.create(circle_id=young().circle_id, name="Søster", sort_key="soester", act_id=act)
        with pytest.raises(Refusal) as told:
            store_identity(anna, sibling, cpr=INVENTED)
        assert "4321" not in told.value.sentence
        store_identity(anna, sibling, cpr=ANOTHER)
        assert Identity.objects.count() == 2
