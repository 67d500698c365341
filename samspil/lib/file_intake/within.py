"""What is sent, read into memory no further than a limit."""

from collections.abc import Callable, Iterable

from samspil.lib.file_intake import refusals


def read_within(
    chunks: Iterable[bytes],
    limit: int,
    *,
    too_large: Callable[[int], ValueError] = refusals.too_large,
    empty: Callable[[], ValueError] = refusals.empty,
) -> bytes:
    """All of it, at most `limit` bytes; raises what `too_large` or `empty` says, so that each reader has its words."""
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > limit:
            raise too_large(limit)
    if not data:
        raise empty()
    return bytes(data)
