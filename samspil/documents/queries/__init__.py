from samspil.documents.queries.files import (
    Attached,
    Room,
    attached,
    download_name,
    files_to_bring,
    line_of,
    open_file,
    open_room,
    with_content,
)
from samspil.documents.queries.sealed import content_of

__all__ = [
    "Attached",
    "Room",
    "attached",
    "content_of",
    "download_name",
    "files_to_bring",
    "line_of",
    "open_file",
    "open_room",
    "with_content",
]
