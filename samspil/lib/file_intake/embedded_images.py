"""Images inside documents, without metadata and with their pixels untouched.

They are not turned as handed-in images are: the document says itself how an image is turned.
"""

JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"

START_OF_SCAN = 0xDA
# It tells how to read the colours.
ADOBE = 0xEE
WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
APPLICATION_DATA = frozenset({*range(0xE0, 0xF0), 0xFE})
PNG_METADATA = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")
# Length, name and checksum of a PNG chunk.
CHUNK_FRAME = 12


def without_metadata(data: bytes) -> bytes:
    """Unchanged when it is neither JPEG nor PNG; ValueError when it is a broken one."""
    if data.startswith(JPEG):
        return _without_jpeg_metadata(data)
    return _without_png_metadata(data) if data.startswith(PNG) else data


def _without_jpeg_metadata(data: bytes) -> bytes:
    kept, at = [data[:2]], 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        marker = data[at + 1]
        length = 0 if marker in WITHOUT_LENGTH else int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == START_OF_SCAN:
            return b"".join((*kept, data[at:]))
        if marker == ADOBE or marker not in APPLICATION_DATA:
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    message = "no sound JPEG"
    raise ValueError(message)


def _without_png_metadata(data: bytes) -> bytes:
    kept, at = [PNG], len(PNG)
    while at + CHUNK_FRAME <= len(data):
        end = at + CHUNK_FRAME + int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        if name not in PNG_METADATA:
            kept.append(data[at:end])
        if name == b"IEND" and end <= len(data):
            # What follows the end is no image.
            return b"".join(kept)
        at = end
    message = "no sound PNG"
    raise ValueError(message)
