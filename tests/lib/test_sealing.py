import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.lib.sealing import Keyring, SealingError, new_key

OLD, NEW = new_key("2026-a"), new_key("2027-a")
RING = Keyring.from_environment(OLD)
ROTATED = Keyring.from_environment(f"{NEW}\n{OLD}\n")
CANARY = "kanariefugl"
CONTEXT = "young_person.cpr:bcdfghjkmn"


@given(st.binary(max_size=300), st.text(max_size=30), st.sampled_from(["", "lillerup", "storerup"]))
def test_what_is_sealed_opens_again(plain: bytes, context: str, municipality: str) -> None:
    sealed = RING.seal(plain, context, municipality)
    assert RING.open_sealed(sealed, context, municipality) == plain
    assert len(plain) < 8 or plain not in sealed


def test_the_same_text_is_never_sealed_alike() -> None:
    assert RING.seal(b"x", CONTEXT) != RING.seal(b"x", CONTEXT)


def test_a_value_moved_to_another_row_or_municipality_does_not_open() -> None:
    sealed = RING.seal(CANARY.encode(), CONTEXT, "lillerup")
    assert RING.open_sealed(sealed, CONTEXT, "lillerup") == CANARY.encode()
    for context, municipality in (("young_person.cpr:other", "lillerup"), (CONTEXT, "storerup"), (CONTEXT, "")):
        with pytest.raises(SealingError):
            RING.open_sealed(sealed, context, municipality)


@given(st.data())
def test_an_altered_value_does_not_open(data: st.DataObject) -> None:
    sealed = RING.seal(CANARY.encode(), CONTEXT)
    at = data.draw(st.integers(0, len(sealed) - 1))
    altered = bytearray(sealed)
    altered[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(SealingError):
        RING.open_sealed(bytes(altered), CONTEXT)


@given(st.binary(max_size=60))
def test_what_was_never_sealed_does_not_open(junk: bytes) -> None:
    with pytest.raises(SealingError):
        RING.open_sealed(junk, CONTEXT)


@pytest.mark.parametrize("length", range(36))
def test_a_value_cut_short_does_not_open(length: int) -> None:
    with pytest.raises(SealingError):
        RING.open_sealed(RING.seal(b"", CONTEXT)[:length], CONTEXT)


def test_rotation() -> None:
    sealed = RING.seal(CANARY.encode(), CONTEXT, "lillerup")
    assert ROTATED.open_sealed(sealed, CONTEXT, "lillerup") == CANARY.encode()
    resealed = ROTATED.reseal(sealed, CONTEXT, "lillerup")
    assert (ROTATED.key_name(sealed), ROTATED.key_name(resealed)) == ("2026-a", "2027-a")
    assert ROTATED.reseal(resealed, CONTEXT, "lillerup") == resealed
    assert Keyring.from_environment(NEW).open_sealed(resealed, CONTEXT, "lillerup") == CANARY.encode()
    with pytest.raises(SealingError, match="keyring"):
        Keyring.from_environment(NEW).open_sealed(sealed, CONTEXT, "lillerup")


def test_derived_keys_differ_by_purpose_municipality_and_master() -> None:
    derived = {
        RING.derive("data", "lillerup"),
        RING.derive("data", "storerup"),
        RING.derive("blind-index", "lillerup"),
        # The parts cannot run into one another.
        RING.derive("datalille", "rup"),
        ROTATED.derive("data", "lillerup"),
    }
    assert len(derived) == 5
    assert {len(key) for key in derived} == {32}
    assert ROTATED.derive("data", "lillerup", "2026-a") == RING.derive("data", "lillerup")


def test_blind_indexes_find_equal_values_in_one_column_of_one_municipality() -> None:
    index = RING.blind_index("1312124321", "lillerup", "cpr")
    assert index == RING.blind_index("1312124321", "lillerup", "cpr")
    assert len(index) == 32
    assert index != RING.blind_index("1312124322", "lillerup", "cpr")
    assert index != RING.blind_index("1312124321", "storerup", "cpr")
    assert index != RING.blind_index("1312124321", "lillerup", "phone")
    assert RING.blind_index("bc", "lillerup", "a") != RING.blind_index("c", "lillerup", "ab")


def test_while_keys_rotate_one_searches_by_all_of_them() -> None:
    old, new = (ring.blind_index("12", "lillerup") for ring in (RING, ROTATED))
    assert ROTATED.blind_indexes("12", "lillerup") == [new, old]


def test_a_keyring_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(f"{NEW}\n{OLD}\n", encoding="ascii")
    assert Keyring.from_file(file).current == "2027-a"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("", "empty"),
        (" ,\n", "empty"),
        (f"{OLD},{OLD}", "same name"),
        (f"{OLD},nonsense-{CANARY}", "entry 2"),
        (f"a:{CANARY}", "entry 1"),
        (f"Å:{base64.b64encode(bytes(32)).decode()}", "entry 1"),
        (f"a:{base64.b64encode(bytes(16)).decode()}", "entry 1"),
    ],
    ids=["nothing", "separators", "twice", "no key", "no base64", "bad name", "short"],  # a random key names no test
)
def test_a_wrong_keyring_is_refused_without_repeating_it(value: str, says: str) -> None:
    with pytest.raises(SealingError, match=says) as refused:
        Keyring.from_environment(value)
    assert CANARY not in str(refused.value)


def test_no_text_about_a_ring_or_a_failure_carries_keys_or_values() -> None:
    key = RING.keys["2026-a"]
    assert repr(key) not in repr(RING)
    assert OLD.split(":")[1] not in repr(RING)
    with pytest.raises(SealingError) as refused:
        RING.open_sealed(RING.seal(CANARY.encode(), CANARY), "other")
    assert CANARY not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_key_needs_a_plain_name() -> None:
    with pytest.raises(SealingError, match="name"):
        new_key("Æ")
