"""Texts of items: the newest, and what lies beside it."""

from collections.abc import Collection

from samspil.meetings.models import AgendaItem, ItemText, SharedNote
from samspil.organisation.models import LegalBasis

WRITER = "written_by__person"


def newest_text(item: AgendaItem, slot: str) -> ItemText | None:
    rows = ItemText.objects.filter(item=item, circle_id=item.circle_id, slot=slot).select_related(WRITER)
    return rows.order_by("-version").first()


def texts_of(items: Collection[AgendaItem]) -> dict[int, dict[str, ItemText]]:
    """The texts that stand, by item and slot."""
    rows = ItemText.objects.filter(item__in=items, circle_id__in={item.circle_id for item in items}, replaced=False)
    found: dict[int, dict[str, ItemText]] = {}
    for row in rows.select_related(WRITER).order_by("version"):
        found.setdefault(row.item_id, {})[row.slot] = row
    return found


def notes_in(circle_ids: Collection[int]) -> list[SharedNote]:
    rows = SharedNote.objects.filter(circle_id__in=circle_ids, replaced=False)
    return list(
        rows.select_related("act", "item", "on_behalf_of__person", "on_behalf_of__seat__agency", WRITER).order_by("pk")
    )


def with_bases(notes: Collection[SharedNote]) -> list[tuple[SharedNote, str]]:
    """Each with the name of the basis that it was shared on."""
    slugs = {note.act.basis for note in notes if note.act}
    rows = LegalBasis.objects.filter(slug__in=slugs, municipality_id__in={note.municipality_id for note in notes})
    names = {row.slug: row.name for row in rows.order_by("valid_from", "pk")} if slugs else {}
    return [(note, names.get(note.act.basis, "") if note.act else "") for note in notes]
