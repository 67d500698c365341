from typing import Any, ClassVar

from django.db import models


class CalendarAddress(models.Model):
    """A secret address that a person's own calendar reads. Only its digest is kept; ended by its owner.

    Written and read by SQL functions alone: the app role cannot see whose it is.
    """

    table_class: ClassVar[str] = "organisation"

    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, related_name="+", verbose_name="kommune"
    )
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    digest = models.BinaryField("adressens fingeraftryk", unique=True)
    opened_at = models.DateTimeField("åbnet")
    ended_at = models.DateTimeField("lukket", null=True)

    class Meta:
        verbose_name = "kalenderlink"
        verbose_name_plural = "kalenderlinks"

    def __str__(self) -> str:
        return f"{self.pk}"
