from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.lib import clock, cpr
from samspil.lib.cpr import Cpr, CprError


@pytest.fixture(autouse=True, scope="module")
def _in_december() -> Iterator[None]:
    with clock.fixed(datetime(2026, 12, 9, 12, tzinfo=UTC)):
        yield


@pytest.mark.parametrize("text", ["1312124321", "131212-4321", " 131212 4321 ", "131212 - 4321"])
def test_ways_of_writing_the_same_number(text: str) -> None:
    assert cpr.parse(text) == "1312124321"


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("131212-4321", date(2012, 12, 13)),
        ("131212-0321", date(1912, 12, 13)),
        ("010150-4000", date(1950, 1, 1)),
        ("010136-4000", None),
        ("010107-4000", date(2007, 1, 1)),
        ("010110-5000", date(2010, 1, 1)),
        ("290208-4000", date(2008, 2, 29)),
        ("731212-4321", date(2012, 12, 13)),
        ("910812-4321", date(2012, 8, 31)),
    ],
)
def test_birth_dates_and_replacement_numbers(text: str, born: date | None) -> None:
    if born is None:
        with pytest.raises(CprError, match="fremtiden"):
            cpr.parse(text)
    else:
        assert cpr.birth_date(cpr.parse(text)) == born


def test_replacement_numbers_are_known_as_such() -> None:
    assert cpr.is_replacement(cpr.parse("731212-4321"))
    assert not cpr.is_replacement(cpr.parse("131212-4321"))


def test_a_number_with_no_valid_check_digit_is_accepted() -> None:
    accepted = [cpr.parse(f"131212432{digit}") for digit in range(10)]
    assert len(accepted) == 10


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", cpr.WRONG_FORM),
        ("13121243", cpr.WRONG_FORM),
        ("13121243211", cpr.WRONG_FORM),
        ("131212-432x", cpr.WRONG_FORM),
        ("١٣١٢١٢٤٣٢١", cpr.WRONG_FORM),
        ("321212-4321", cpr.NO_SUCH_DAY),
        ("300212-4321", cpr.NO_SUCH_DAY),
        ("290211-4321", cpr.NO_SUCH_DAY),
        ("131312-4321", cpr.NO_SUCH_DAY),
        ("000112-4321", cpr.NO_SUCH_DAY),
        ("601212-4321", cpr.NO_SUCH_DAY),
        ("921212-4321", cpr.NO_SUCH_DAY),
        ("101226-4321", cpr.NOT_BORN),
        ("131212-5321", None),
        ("131270-5321", cpr.TOO_OLD),
    ],
)
def test_impossible_numbers_are_refused_in_danish(text: str, sentence: str | None) -> None:
    if sentence is None:
        assert cpr.parse(text)
        return
    with pytest.raises(CprError) as refused:
        cpr.parse(text)
    assert str(refused.value) == sentence


def test_masked_and_written() -> None:
    number = cpr.parse("1312124321")
    assert cpr.mask(number) == "131212-xxxx"
    assert cpr.written(number) == "131212-4321"


@given(st.text(max_size=14) | st.from_regex(r"\d{6}-?\d{4}", fullmatch=True))
def test_a_refusal_never_repeats_the_number(text: str) -> None:
    number = accepted(text)
    if number is None:
        with pytest.raises(CprError) as refused:
            cpr.parse(text)
        digits = "".join(filter(str.isdigit, text))
        assert len(digits) < 4 or digits not in str(refused.value)
        assert refused.value.__suppress_context__ or refused.value.__context__ is None
    else:
        assert cpr.birth_date(number) <= clock.today()
        assert cpr.parse(cpr.written(number)) == number


def accepted(text: str) -> Cpr | None:
    try:
        return cpr.parse(text)
    except CprError:
        return None
