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


def told(faults: Iterable[Fault], file: str, misread: Iterable[Problem] = ()) -> Iterator[Problem]:
    """The faults as problems, without those of statements that could not be read: one fault is not told twice."""
    unsure = [problem.key for problem in misread]
    for entry, key, expected, message in faults:
        about = entry.place.path or key
        if any(one == about or one.startswith(f"{about}.") for one in unsure):
            continue
        yield Problem(file, entry.place.line_of(key), entry.place.path_of(key), expected, message)
