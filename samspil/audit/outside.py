"""What is told outside the database: links of the chain, dropped months, receipts. Each file only grows."""

import os
from pathlib import Path

from django.conf import settings

SEALS = "seals.txt"
CHAINS = "chains.txt"
DISCARDS = "discards.txt"
RECEIPTS = "receipts.txt"
TAKEN_BACK = "restored "
BROKEN = " broken off"
"""Ends what a power cut left of a line, when the next one is written under it."""


def told(file: str) -> list[str]:
    """Its lines, oldest first; one that a power cut broke off is none."""
    path = place_of(file)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line for line in text.split("\n")[:-1] if not line.endswith(BROKEN)]


def tell(file: str, *lines: str) -> None:
    """Write the lines and wait until they lie on the disk: the database may be gone the next second."""
    path = place_of(file)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    broken = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
    with path.open("a", encoding="utf-8") as open_file:
        open_file.write("".join(f"{line}\n" for line in ([BROKEN] if broken else []) + list(lines)))
        open_file.flush()
        os.fsync(open_file.fileno())


def standing(file: str) -> list[str]:
    """The lines that still stand in the database: a restore took back those above the number it came with."""
    lines: list[str] = []
    for line in filter(None, told(file)):
        if line.startswith(TAKEN_BACK):
            upto = int(line.removeprefix(TAKEN_BACK))
            lines = [one for one in lines if int(one.split()[0]) <= upto]
        else:
            lines.append(line)
    return lines


def take_back(file: str, upto: int) -> None:
    """Say that records above this number did not come with the back-up."""
    if any(int(line.split()[0]) > upto for line in standing(file)):
        tell(file, f"{TAKEN_BACK}{upto}")


def last_number(file: str) -> int:
    """The number that the last line begins with; 0 where nothing was told."""
    lines = [line for line in told(file) if line]
    return int(lines[-1].split()[0]) if lines else 0


def place_of(file: str) -> Path:
    return Path(settings.SEAL_FOLDER) / file
