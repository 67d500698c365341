"""Texts as versions: a correction is a new row, and the old one stays (architecture 8d)."""

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
