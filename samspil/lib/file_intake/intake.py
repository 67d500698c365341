"""The one way in for a file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from samspil.lib.file_intake import images, office, pdf, refusals
from samspil.lib.file_intake.kinds import Kind, as_text, is_locked_office, kind_of
from samspil.lib.file_intake.within import read_within

LIMIT = 20_000_000


@dataclass(frozen=True)
class Accepted:
    kind: Kind
    data: bytes


def take_in(chunks: Iterable[bytes], limit: int = LIMIT) -> Accepted:
    """Reads no further than the limit; raises `FileError` with a sentence for the person."""
    data = read_within(chunks, limit)
    if is_locked_office(data):
        raise refusals.locked()
    kind = kind_of(data)
    if kind is None:
        raise refusals.unknown_kind()
    return Accepted(kind, CLEANERS[kind](data))


def _plain_text(data: bytes) -> bytes:
    return (as_text(data) or "").encode()


CLEANERS: dict[Kind, Callable[[bytes], bytes]] = {
    Kind.PDF: pdf.cleaned,
    Kind.PNG: images.cleaned,
    Kind.JPEG: images.cleaned,
    Kind.DOCX: office.cleaned,
    Kind.XLSX: office.cleaned,
    Kind.PPTX: office.cleaned,
    Kind.TXT: _plain_text,
}
