"""Which class of rows may reach which legal kind of agency, as shipped (A3; law L3, L5, L14)."""

from collections.abc import Iterable
from typing import Final

from samspil.organisation.files.model.access import LawfulRow
from samspil.organisation.files.vocabulary import OPEN_BASIS, LegalKind, RowClass

OPEN_BY_KIND: Final[dict[LegalKind, tuple[RowClass, ...]]] = {
    "municipal": ("open", "export", "search"),
    "police": ("open",),
    "public_authority": ("open",),
    "self_governing_public": ("open",),
    "outsider": ("open",),
}
NAMED_BY_KIND: Final[dict[LegalKind, tuple[RowClass, ...]]] = {
    "municipal": ("open", "named", "identity", "export", "search"),
    "police": ("open", "named", "identity"),
    "public_authority": ("open", "named"),
    "self_governing_public": ("open", "named"),
    "outsider": (),
}


def is_never_lawful(row: LawfulRow) -> bool:
    """What no file may allow: an outsider beyond the open, the police exporting or searching."""
    return (row.legal_kind == "outsider" and (row.basis, row.row_class) != (OPEN_BASIS, "open")) or (
        row.legal_kind == "police" and row.row_class in {"export", "search"}
    )


def shipped(basis: str) -> list[LawfulRow]:
    table = OPEN_BY_KIND if basis == OPEN_BASIS else NAMED_BY_KIND
    return [
        LawfulRow(basis=basis, legal_kind=legal_kind, row_class=row_class)
        for legal_kind, row_classes in table.items()
        for row_class in row_classes
    ]


def lawful_rows(bases: Iterable[str], changes: Iterable[LawfulRow]) -> tuple[LawfulRow, ...]:
    """The shipped table for these bases and the open one, with the file's changes."""
    rows = {
        (row.basis, row.legal_kind, row.row_class): row
        for basis in (OPEN_BASIS, *dict.fromkeys(bases))
        for row in shipped(basis)
    }
    for change in changes:
        place = (change.basis, change.legal_kind, change.row_class)
        if change.allowed:
            rows[place] = change
        else:
            rows.pop(place, None)
    return tuple(rows.values())
