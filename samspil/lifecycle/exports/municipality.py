"""A whole municipality handed out: rows, files, what they mean, and a record in the log (docs/drift/udtraek.md)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from samspil.circles.models import Identity
from samspil.circles.queries.identities import keyring
from samspil.circles.queries.identities import sealing_context as number_context
from samspil.documents.models import FileRow, ReportedFile, StoredFile
from samspil.documents.queries.sealed import content_of
from samspil.lib import clock
from samspil.lifecycle.exports import tables
from samspil.lifecycle.exports.folder import Folder
from samspil.organisation.models import Municipality

FORMAT = "samspil-municipality"
VERSION = 1
EXPLANATION = Path(__file__).parent / "forklaring.txt"


@dataclass(frozen=True)
class Exported:
    rows: int
    files: int
    digest: str


@contextmanager
def one_moment() -> Iterator[Any]:
    """One transaction that sees one moment and every row; others write on meanwhile, and nothing of it is seen."""
    with transaction.atomic(using=settings.OWNER_ALIAS), connections[settings.OWNER_ALIAS].cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read")
        cursor.execute("set local role samspil_rule")  # the owner of a protected table sees none of its rows
        yield cursor
        cursor.execute("set local role samspil_owner")


def export(slug: str, place: Path, because: str, *, with_cpr: bool) -> Exported:
    """Write the municipality into a new folder. Broken off, it leaves no file, and the log says that it was begun.

    Raises Municipality.DoesNotExist, FileExistsError, Unfinished, SealingError.
    """
    municipality = Municipality.objects.using(settings.OWNER_ALIAS).get(slug=slug)
    folder = Folder(place)
    folder.begin()
    try:
        with one_moment() as cursor:
            cursor.execute("select record_export_begun(%s)", [municipality.pk])
        done = _written(folder, slug, because, with_cpr=with_cpr)
        folder.finish()
    except BaseException:
        folder.give_up()
        raise
    return done


def _written(folder: Folder, slug: str, because: str, *, with_cpr: bool) -> Exported:
    with one_moment() as cursor:
        municipality = Municipality.objects.using(settings.OWNER_ALIAS).get(slug=slug)
        rows = sum(_table(folder, model, municipality, with_cpr=with_cpr) for model in tables.handed_out())
        listed = [entry for model in (StoredFile, ReportedFile) for entry in _files(folder, model, municipality)]
        folder.write_json("files.json", listed, rows=len(listed))
        folder.write_json("fields.json", tables.described())
        folder.write("LAES-MIG.txt", [EXPLANATION.read_bytes()])
        digest = folder.seal(
            format=FORMAT,
            version=VERSION,
            municipality={"slug": municipality.slug, "name": municipality.name},
            made_at=clock.now().isoformat(),
            because=because,
            cpr=with_cpr,
            rows=rows,
        )
        cursor.execute("select record_export(%s, %s, %s, %s)", [municipality.pk, because, rows, digest])
    return Exported(rows, len(listed), digest)


def _table(folder: Folder, model: Any, municipality: Municipality, *, with_cpr: bool) -> int:
    table, count = model._meta.db_table, 0

    def parts() -> Iterator[bytes]:
        nonlocal count
        yield b"[\n"
        for row in tables.rows_of(model, municipality.pk):
            beside = {"cpr": _number(row)} if with_cpr and isinstance(row, Identity) else {}
            yield (",\n" if count else "").encode() + tables.as_line(row, beside).encode()
            count += 1
        yield b"\n]\n"

    name = f"rows/{table}.json"
    folder.write(name, parts())
    folder.files[name]["rows"] = count
    return count


def _number(row: Identity) -> str:
    context = number_context(row.young_person.key)
    return keyring().open_sealed(bytes(row.cpr_sealed), context, row.municipality.slug).decode()


def _files(folder: Folder, model: type[FileRow], municipality: Municipality) -> Iterator[dict[str, Any]]:
    """One file in memory at a time; its own name stands in the list alone."""
    rows: Any = model._default_manager.using(settings.OWNER_ALIAS).filter(municipality=municipality)
    for pk in list(rows.order_by("pk").values_list("pk", flat=True)):
        row = rows.select_related("municipality").prefetch_related("withdrawals").get(pk=pk)
        name = f"files/{row.key}.{row.file_type}"
        folder.write(name, [content_of(row)])
        told = {"path": name, "table": model._meta.db_table, "id": row.pk, "given_name": row.given_name}
        yield {**told, "circle_id": row.circle_id, "about": row.about, "withdrawn": bool(row.withdrawals.all())}
