from samspil.documents.queries.files import Attached, Room, attached, download_name, line_of, open_file, open_room
from samspil.documents.queries.sealed import content_of

__all__ = ["Attached", "Room", "attached", "content_of", "download_name", "line_of", "open_file", "open_room"]
