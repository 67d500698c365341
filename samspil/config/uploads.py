"""What a browser sends lies in memory, never in a file of the server, and never more of it than can be taken in."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from samspil.lib.file_intake.intake import LIMIT

ROOM = LIMIT + 1
"""One more than the largest file, so that what is too large is known to be; shared by all files of a request."""


class Bounded(FileUploadHandler):
    """What comes after the limit is read past and thrown away."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.room = ROOM
        self.held = BytesIO()

    def new_file(self, *args: Any, **facts: Any) -> None:
        super().new_file(*args, **facts)
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        del start
        kept = raw_data[: self.room]
        self.room -= len(kept)
        self.held.write(kept)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        del file_size
        size = self.held.tell()
        self.held.seek(0)
        return InMemoryUploadedFile(
            self.held, self.field_name, self.file_name or "", self.content_type, size, self.charset, None
        )
