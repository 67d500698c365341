"""What a file is, told by its content and never by its name."""

import re
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

OFFICE = "application/vnd.openxmlformats-officedocument"
# Text holds tabs, line ends and form feeds, and no other control characters.
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Formats that are text to a computer but not to a reader, and carry metadata of their own.
MARKED_UP = ("{\\rtf", "%!ps", "<?xml", "<!doctype", "<html", "<svg")


class Kind(StrEnum):
    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    TXT = "txt"

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self]


CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
    Kind.DOCX: f"{OFFICE}.wordprocessingml.document",
    Kind.XLSX: f"{OFFICE}.spreadsheetml.sheet",
    Kind.PPTX: f"{OFFICE}.presentationml.presentation",
    Kind.TXT: "text/plain; charset=utf-8",
}
BEGINNINGS = {b"%PDF-": Kind.PDF, b"\x89PNG\r\n\x1a\n": Kind.PNG, b"\xff\xd8\xff": Kind.JPEG}
OLDER_OFFICE = b"\xd0\xcf\x11\xe0"
MAIN_PARTS = {
    "word/document.xml": Kind.DOCX,
    "xl/workbook.xml": Kind.XLSX,
    "ppt/presentation.xml": Kind.PPTX,
}


def is_locked_office(data: bytes) -> bool:
    """Office wraps a document with a password in a file of the older kind."""
    return data.startswith(OLDER_OFFICE) and "EncryptedPackage".encode("utf-16-le") in data


def kind_of(data: bytes) -> Kind | None:
    for beginning, kind in BEGINNINGS.items():
        if data.startswith(beginning):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _office_kind(data)
    return Kind.TXT if as_text(data) is not None else None


def as_text(data: bytes) -> str | None:
    """The text, from UTF-8 or from an older Danish computer's alphabet; None when it is none."""
    for alphabet in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(alphabet)
        except UnicodeDecodeError:
            continue
        return None if CONTROL.search(text) or _is_marked_up(text) else text
    return None


def _is_marked_up(text: str) -> bool:
    return text.lstrip()[:16].lower().startswith(MARKED_UP)


def _office_kind(data: bytes) -> Kind | None:
    try:
        names = set(ZipFile(BytesIO(data)).namelist())
    except (BadZipFile, UnicodeDecodeError, NotImplementedError):
        return None
    found = [kind for part, kind in MAIN_PARTS.items() if part in names]
    return found[0] if len(found) == 1 and "[Content_Types].xml" in names else None
