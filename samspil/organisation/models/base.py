"""What rows of the organisation have in common."""

from typing import Any, ClassVar

from django.db import models

from samspil.lib.public_key import new_key


class OfMunicipality(models.Model):
    """A row of one municipality's organisation: the app role reads it and never writes it."""

    table_class: ClassVar[str] = "organisation"

    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, related_name="+", verbose_name="kommune"
    )

    class Meta:
        abstract = True


class Declared(OfMunicipality):
    """A row that the organisation file declares under a `slug` of its own; `key` is its public address."""

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    slug = models.TextField("kortnavn i filen")
    name = models.TextField("navn")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class OverTime(models.Model):
    """Two clocks: when it is true, and when we knew it (architecture 8e). Null ends mean until further."""

    valid_from = models.DateField("gælder fra")
    valid_until = models.DateField("gælder til", null=True, blank=True)
    registered_from = models.DateTimeField("registreret fra")
    registered_until = models.DateTimeField("registreret til", null=True, blank=True)

    class Meta:
        abstract = True
