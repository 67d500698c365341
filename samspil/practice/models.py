"""What is kept of a practice room: which nights it was emptied and laid again."""

from typing import Any, ClassVar

from django.db import models

from samspil.organisation.models.base import OfMunicipality


class Night(OfMunicipality):
    """A practice room was emptied and its people seated anew, once a day. Written by an SQL function only."""

    day = models.DateField("dag")
    renewed_at = models.DateTimeField("tømt")

    class Meta:
        verbose_name = "nat i øvelsen"
        verbose_name_plural = "nætter i øvelsen"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["municipality", "day"], name="practice_night_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}"
