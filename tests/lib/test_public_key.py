import re

from samspil.lib.public_key import ALPHABET, KEY_PATTERN, is_key, new_key


def test_keys_are_ten_unambiguous_characters_and_no_two_alike() -> None:
    keys = {new_key() for _ in range(2000)}
    assert len(keys) == 2000
    assert all(re.fullmatch(KEY_PATTERN, key) and is_key(key) for key in keys)
    assert set("".join(keys)) == set(ALPHABET)


def test_the_alphabet_makes_no_words_and_no_mistakes() -> None:
    assert not set(ALPHABET) & set("aeiouyæøå01lo")
    assert ALPHABET.lower() == ALPHABET
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_what_is_no_key() -> None:
    assert not is_key("bcdfghjkm")
    assert not is_key("bcdfghjkmn2")
    assert not is_key("bcdfghjkml")
    assert not is_key("bcdfghjkmn\n")
    assert not is_key("../etc/pas")
