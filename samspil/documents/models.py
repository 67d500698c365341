"""Texts as versions: a correction is a new row, the old one stays (architecture 8d). Files, each sealed in a row."""

from typing import Any, ClassVar

from django.db import models

from samspil.authority.models import InCircle
from samspil.lib.public_key import new_key


class TextVersion(InCircle):
    """A text of a thread. The newest has `replaced` false; each version says who wrote it and when.

    Two who correct the same version at once meet in the unique constraint; see `documents.commands.correct`.
    """

    thread = models.CharField("tekst", max_length=10, default=new_key, editable=False)
    version = models.PositiveIntegerField("version", default=1)
    replaced = models.BooleanField("erstattet", default=False)
    text = models.TextField("ordlyd")

    class Meta:
        abstract = True
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "thread", "version"], name="%(class)s_version")
        ]

    def __str__(self) -> str:
        return f"{self.thread}.{self.version}"


class FileRow(InCircle):
    """A file as it was taken in: what the person called it, and its bytes, sealed under the municipality's data key.

    The bytes lie in the row, so that one transaction, one back-up and one rotation hold for both. `about` is the key
    of what in the circle it belongs to, where a circle holds several things; `given_name` is content, and never
    leaves by an address or a header.
    """

    open_fields = frozenset({"id", "key", "circle_id", "municipality_id", "about"})

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    about = models.CharField("hører til", max_length=10, blank=True)
    given_name = models.TextField("navn")
    file_type = models.TextField("filtype")
    size = models.PositiveIntegerField("bytes")
    sealed = models.BinaryField("indhold, krypteret")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key


class StoredFile(FileRow):
    """A file for everybody who reads files in its circle; in an open circle for all of it."""

    kind = "file"
    also_open = True
    named = False

    class Meta:
        verbose_name = "fil"
        verbose_name_plural = "filer"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="storedfile_circle_id")]
        indexes: ClassVar[Any] = [models.Index(fields=["circle", "about"], name="storedfile_about")]


class ReportedFile(FileRow):
    """A file that the one who is worried sends along: part of the concern as it was told.

    It is of a kind of its own because that one reads the concern, and no file that others put beside it (H-02).
    """

    kind = "concern"

    class Meta:
        verbose_name = "fil i en bekymring"
        verbose_name_plural = "filer i bekymringer"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="reportedfile_circle_id")]


class Withdrawal(InCircle):
    """A stored file was taken away, by `written_by` at `written_at`; the bytes go when retention says."""

    kind = "file"
    also_open = True
    named = False

    file: Any = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="withdrawals", db_constraint=False, verbose_name="fil"
    )

    class Meta:
        verbose_name = "fjernelse af en fil"
        verbose_name_plural = "fjernelser af filer"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "file"], name="withdrawal_once")]


class ReportedWithdrawal(InCircle):
    kind = "concern"

    file: Any = models.ForeignKey(
        ReportedFile, models.PROTECT, related_name="withdrawals", db_constraint=False, verbose_name="fil"
    )

    class Meta:
        verbose_name = "fjernelse af en fil i en bekymring"
        verbose_name_plural = "fjernelser af filer i bekymringer"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "file"], name="reportedwithdrawal_once")
        ]
