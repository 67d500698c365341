"""The folder of an export: nobody else reads it, it is whole or not there, and a list of digests holds it together."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samspil.lifecycle.queries import MANIFEST

MINE_ALONE = 0o700


class Unfinished(FileExistsError):
    """The draft of another export is there: it is under way, or was broken off with the machine."""


@dataclass
class Folder:
    """Written under another name, and given its own when it is whole."""

    place: Path
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def draft(self) -> Path:
        return self.place.with_name(f"{self.place.name}.ufuldstaendig")

    def begin(self) -> None:
        """Raises FileExistsError where its name is taken, Unfinished where that of its draft is."""
        if self.place.exists():
            raise FileExistsError(self.place)
        try:
            self.draft.mkdir(mode=MINE_ALONE, parents=False)
        except FileExistsError:
            raise Unfinished(self.draft) from None

    def give_up(self) -> None:
        """Remove what was written so far."""
        shutil.rmtree(self.draft, ignore_errors=True)

    def write(self, name: str, parts: Iterable[bytes], **facts: Any) -> None:
        """Write one file and remember its digest; `facts` stand beside it in the list."""
        path, made, size = self.draft / name, hashlib.sha256(), 0
        path.parent.mkdir(mode=MINE_ALONE, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as open_file:
            for part in parts:
                open_file.write(part)
                made.update(part)
                size += len(part)
            open_file.flush()
            os.fsync(open_file.fileno())
        self.files[name] = {"bytes": size, "sha256": made.hexdigest(), **facts}

    def write_json(self, name: str, value: Any, **facts: Any) -> None:
        text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
        self.write(name, [text.encode(), b"\n"], **facts)

    def seal(self, **facts: Any) -> str:
        """Write the list of files last, and answer its digest, which stands for all of them."""
        self.write_json(MANIFEST, {**facts, "files": dict(self.files)})
        return str(self.files[MANIFEST]["sha256"])

    def finish(self) -> None:
        self.draft.rename(self.place)
