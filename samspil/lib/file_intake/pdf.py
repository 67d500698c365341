"""PDF without metadata, scripts and the traces of earlier versions."""

import logging
import zlib
from collections.abc import Iterator
from io import BytesIO

from pypdf import PasswordType, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from samspil.lib.file_intake import refusals
from samspil.lib.file_intake.embedded_images import without_metadata

MOST_PAGES = 2_000
MOST_OBJECTS = 500_000
# Who made a part and when, programs' own notes, and what runs by itself.
LEFT_OUT = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/JavaScript", "/JS", "/OpenAction", "/AA")
# A broken file surfaces as any of these.
BROKEN = (
    PyPdfError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    AssertionError,
    NotImplementedError,
    OSError,
    zlib.error,
)

# It quotes from broken files, and nothing of a file may stand in a log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def cleaned(data: bytes) -> bytes:
    try:
        return _rewritten(PdfReader(BytesIO(data)))
    except refusals.FileError:
        raise
    except BROKEN:
        raise refusals.damaged() from None


def _rewritten(reader: PdfReader) -> bytes:
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise refusals.locked()
    if not 0 < len(reader.pages) <= MOST_PAGES:
        raise refusals.damaged()
    for part in _parts(reader.root_object):
        _clean_part(part)
    # Copies what can be reached from the root, so nothing that was cut off or replaced comes along.
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def _parts(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every dictionary once; what its receiver takes out of one is not followed."""
    waiting: list[PdfObject] = [root]
    seen: set[int] = set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if found.idnum in seen:
                continue
            seen.add(found.idnum)
        part = found.get_object()
        if len(seen) > MOST_OBJECTS or len(waiting) > MOST_OBJECTS:
            raise refusals.unpacks_too_large()
        if isinstance(part, DictionaryObject):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, ArrayObject):
            waiting.extend(part)


def _clean_part(part: DictionaryObject) -> None:
    if "/EF" in part:
        raise refusals.holds_files()
    for key in LEFT_OUT:
        part.pop(key, None)
    if isinstance(part, StreamObject) and _filters(part)[-1:] == ["/DCTDecode"]:
        _clean_photograph(part)


def _clean_photograph(stream: StreamObject) -> None:
    data = stream.get_data()
    try:
        clean = without_metadata(data)
    except ValueError:
        # Readers put up with more than the standard allows; we only when nothing can hide in it.
        if b"Exif" in data or b"http://ns.adobe.com" in data:
            raise
        return
    stream._data = clean  # noqa: SLF001 - set_data() encodes, and these bytes already are
    stream[NameObject("/Filter")] = NameObject("/DCTDecode")
    stream.pop("/DecodeParms", None)


def _filters(stream: StreamObject) -> list[str]:
    named = stream.get("/Filter")
    found = named.get_object() if named is not None else []
    return [str(name) for name in found] if isinstance(found, ArrayObject) else [str(found)]
