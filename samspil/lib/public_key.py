"""Random keys that stand in addresses instead of serial numbers."""

import re
import secrets

# No vowels, so that no word arises, and nothing that is mistaken for 0, 1, l or o.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
LENGTH = 10
KEY_PATTERN = f"[{ALPHABET}]{{{LENGTH}}}"


def new_key() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def is_key(text: str) -> bool:
    return re.fullmatch(KEY_PATTERN, text) is not None
