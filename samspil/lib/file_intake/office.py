"""Word, Excel and PowerPoint files without properties, thumbnails and photographs' metadata.

The names of those who wrote a comment or a tracked change are content, and stay.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from samspil.lib.file_intake import refusals
from samspil.lib.file_intake.embedded_images import without_metadata
from samspil.lib.file_intake.kinds import OLDER_OFFICE

MOST_PARTS = 5_000
MOST_UNPACKED = 200_000_000
DEEPEST = 2

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org"
PROPERTIES = f"{SCHEMAS}/officeDocument/2006"
EMPTY_CORE = f'{XML}<cp:coreProperties xmlns:cp="{SCHEMAS}/package/2006/metadata/core-properties"/>'
EMPTY = {
    "docprops/app.xml": f'{XML}<Properties xmlns="{PROPERTIES}/extended-properties"/>',
    "docprops/custom.xml": f'{XML}<Properties xmlns="{PROPERTIES}/custom-properties"/>',
}
THUMBNAIL = re.compile(rb"<Relationship\b[^>]*metadata/thumbnail[^>]*/>")
PROGRAMS = re.compile(r"vbaProject|vbaData|/activeX/|/macrosheets/", re.IGNORECASE)
ENCRYPTED = 1
BROKEN = (BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError, RuntimeError)


@dataclass
class _Allowance:
    """What may still be unpacked, shared with the files inside the file."""

    size: int = MOST_UNPACKED

    def take(self, size: int) -> None:
        self.size -= size
        if self.size < 0:
            raise refusals.unpacks_too_large()


def cleaned(data: bytes) -> bytes:
    try:
        return _repacked(data, _Allowance(), depth=1)
    except refusals.FileError:
        raise
    except BROKEN:
        raise refusals.damaged() from None


def _repacked(data: bytes, allowance: _Allowance, depth: int) -> bytes:
    if depth > DEEPEST:
        raise refusals.holds_files()
    result = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for part in _sound_parts(source, allowance):
            content = _clean_part(part.filename, source.read(part), allowance, depth)
            if content is not None:
                # A fresh entry says nothing of when and on what machine it was packed.
                target.writestr(ZipInfo(part.filename), content, ZIP_DEFLATED)
    return result.getvalue()


def _sound_parts(source: ZipFile, allowance: _Allowance) -> Iterator[ZipInfo]:
    parts = source.infolist()
    names = {part.filename.lower() for part in parts}
    if len(parts) > MOST_PARTS or len(names) < len(parts):
        raise refusals.damaged()
    for part in parts:
        if part.flag_bits & ENCRYPTED:
            raise refusals.locked()
        if part.filename.startswith("/") or ".." in part.filename.split("/"):
            raise refusals.damaged()
        if PROGRAMS.search(part.filename):
            raise refusals.holds_programs()
        # The reader stops at the size that the entry names, so the sum bounds the memory.
        allowance.take(part.file_size)
        yield part


def _clean_part(name: str, data: bytes, allowance: _Allowance, depth: int) -> bytes | None:
    lowered = name.lower()
    if lowered.startswith("docprops/thumbnail"):
        return None
    if lowered.startswith("docprops/") or lowered.endswith(".psmdcp"):
        return EMPTY.get(lowered, EMPTY_CORE).encode()
    if lowered == "_rels/.rels":
        return THUMBNAIL.sub(b"", data)
    if lowered == "[content_types].xml" and b"macroEnabled" in data:
        raise refusals.holds_programs()
    if data.startswith(b"PK\x03\x04"):
        return _repacked(data, allowance, depth + 1)
    if data.startswith((OLDER_OFFICE, b"%PDF-")):
        raise refusals.holds_files()
    return without_metadata(data)
