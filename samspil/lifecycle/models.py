"""What was done with a whole municipality at once. Written by SQL functions only, and never changed."""

from typing import Any, ClassVar

from django.db import models

from samspil.lib.public_key import new_key


class MunicipalAct(models.Model):
    """A municipality was emptied, handed out whole, or removed: when, why, how many rows, and a digest over them.

    It names the municipality by number and slug, so that it stays when the municipality is gone.
    """

    table_class: ClassVar[str] = "ledger"

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    kind = models.TextField("art")
    municipality_id = models.BigIntegerField("kommune")
    slug = models.TextField("kommunens kortnavn")
    at = models.DateTimeField("tidspunkt")
    because = models.TextField("begrundelse")
    rows = models.BigIntegerField("rækker")
    entries = models.BigIntegerField("handlinger i loggen til da")
    digest = models.CharField("fingeraftryk", max_length=64)

    class Meta:
        verbose_name = "handling med en hel kommune"
        verbose_name_plural = "handlinger med hele kommuner"
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["emptied", "exported", "removed"]), name="municipalact_kind_known"
            ),
            models.CheckConstraint(condition=~models.Q(because=""), name="municipalact_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"
