"""An export read back: whether every file is as it was written."""

import hashlib
import json
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"


class NotWhole(Exception):
    """The folder is not as it was written; says which file."""


def read_back(place: Path) -> tuple[dict[str, Any], str]:
    """The list of a finished export and its digest, when every file is as it was written. Raises NotWhole."""
    try:
        told = (place / MANIFEST).read_bytes()
        listed: dict[str, Any] = json.loads(told)
        for name, facts in listed["files"].items():
            with (place / name).open("rb") as open_file:
                if hashlib.file_digest(open_file, "sha256").hexdigest() != facts["sha256"]:
                    raise NotWhole(name)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotWhole(MANIFEST) from error
    return listed, hashlib.sha256(told).hexdigest()


def export_in(place: Path) -> tuple[dict[str, Any] | None, str]:
    """The same, or nothing where the folder is not whole."""
    try:
        return read_back(place)
    except NotWhole:
        return None, ""
