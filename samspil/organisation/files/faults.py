"""How a rule names what is wrong, before the file is known."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from samspil.organisation.files.model import Entry
from samspil.organisation.files.problem import Problem


class Fault(NamedTuple):
    entry: Entry
    key: str
    expected: str
    message: str


def told(faults: Iterable[Fault], file: str) -> Iterator[Problem]:
    for entry, key, expected, message in faults:
        yield Problem(file, entry.place.line_of(key), entry.place.path_of(key), expected, message)
