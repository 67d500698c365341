"""The bytes of a file between the person and the row: sealed under the data key of the circle's municipality."""

from typing import Any

from samspil.circles.queries.identities import keyring


def sealing_context(key: str) -> str:
    """What sealed bytes are bound to: the file's public key, so that they open in no other row."""
    return f"file:{key}"


def seal(data: bytes, *, key: str, municipality: str) -> bytes:
    return keyring().seal(data, sealing_context(key), municipality)


def content_of(row: Any) -> bytes:
    """Of a row that was loaded with its bytes and its municipality."""
    return keyring().open_sealed(bytes(row.sealed), sealing_context(row.key), row.municipality.slug)
