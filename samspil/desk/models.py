"""What Min SSP remembers of the one who is new."""

from typing import Any, ClassVar

from django.db import models


class FirstStep(models.Model):
    """One of the first steps that a person has taken; no more is known of it than that."""

    table_class: ClassVar[str] = "accounts"

    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    slug = models.SlugField("skridt")

    class Meta:
        verbose_name = "første skridt"
        verbose_name_plural = "første skridt"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["person", "slug"], name="firststep_once")]

    def __str__(self) -> str:
        return self.slug
