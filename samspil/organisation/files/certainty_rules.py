"""What must hold of where a statement comes from: nothing is told as stated that no source says."""

from collections.abc import Iterator
from difflib import get_close_matches

from samspil.organisation.files.faults import Fault
from samspil.organisation.files.model import Entry, Organisation
from samspil.organisation.files.reading import keys_of
from samspil.organisation.files.references import every_entry

NEEDS_SOURCE = ("stated", "observed", "contradicted")
ABOUT_ITSELF = frozenset(keys_of(Entry)) | {"key"}


def faults(organisation: Organisation) -> Iterator[Fault]:
    for entry in every_entry(organisation):
        yield from _status(entry)
        yield from _defaults(entry)


def _status(entry: Entry) -> Iterator[Fault]:
    if entry.status in NEEDS_SOURCE and not entry.source:
        yield Fault(entry, "status", "source, eller en anden status", f"»{entry.status}« skal have en kilde.")
    if entry.status == "not_stated" and entry.source:
        yield Fault(
            entry, "status", "ingen source, eller en anden status", "Det kan ikke både stå i kilden og ikke stå der."
        )


def _defaults(entry: Entry) -> Iterator[Fault]:
    """A whole statement without a source is a default already; its keys need not say so."""
    if entry.defaults and entry.certainty == "not_stated":
        yield Fault(
            entry,
            "defaults",
            "source, eller ingen defaults",
            "Uden kilde er det hele et forslag, ikke kun disse nøgler.",
        )
    may = [key for key in keys_of(type(entry)) if key not in ABOUT_ITSELF]
    for key in entry.defaults:
        if key not in may:
            near = get_close_matches(key, may, n=1)
            hint = f" Mente du »{near[0]}«?" if near else ""
            yield Fault(entry, "defaults", f"en af {', '.join(may)}", f"Nøglen »{key}« kendes ikke her.{hint}")
        elif key not in entry.place.keys:
            yield Fault(entry, "defaults", f"{key} = ... i samme tabel", f"»{key}« er et forslag, men står her ikke.")
