"""CPR: sealed, masked, and for those alone who may see identities."""

from datetime import date
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.circles.commands import store_identity
from samspil.circles.models import Identity, YoungPerson
from samspil.circles.queries import masked_cpr

NUMBER = "140313-4321"


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


@pytest.mark.parametrize("cpr", ["1403134321x", "320113-4321", "150313-4321", "140399-9999", ""])
def test_a_wrong_number_is_told_and_never_repeated(acting: Any, young: Any, cpr: Any) -> None:
    with acting("anna") as anna:
        with pytest.raises(Refusal) as told:
            store_identity(anna, young(), cpr=cpr)
        assert "CPR" in told.value.sentence
        assert not cpr or cpr not in told.value.sentence
        assert Identity.objects.count() == 0
