from typing import Any, ClassVar

from django.db import models

from samspil.lib.public_key import new_key
from samspil.organisation.models.base import OfMunicipality


class Municipality(models.Model):
    """A municipality served here. What differs between two of them is data below this row."""

    table_class: ClassVar[str] = "organisation"

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    slug = models.SlugField("kortnavn", unique=True)
    name = models.TextField("navn")
    colours = models.JSONField("farver", default=dict)
    settings = models.JSONField("indstillinger", default=dict)
    practice_of: Any = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="practice", verbose_name="øvelse for"
    )
    """Set on a practice room: a municipality of its own with the same organisation file, emptied each night."""

    class Meta:
        verbose_name = "kommune"
        verbose_name_plural = "kommuner"

    def __str__(self) -> str:
        return self.name


class MunicipalText(OfMunicipality):
    """A text of the municipality's own (privacy, accessibility, guides), kept as versions."""

    slug = models.SlugField("kortnavn")
    language = models.CharField("sprog", max_length=5, default="da")
    version = models.PositiveIntegerField("version")
    title = models.TextField("overskrift")
    text = models.TextField("tekst")
    valid_from = models.DateField("gælder fra")
    responsible = models.TextField("ansvarlig")

    class Meta:
        verbose_name = "kommunens tekst"
        verbose_name_plural = "kommunens tekster"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["municipality", "slug", "language", "version"], name="municipal_text_version"
            )
        ]

    def __str__(self) -> str:
        return self.title


class OrganisationEdition(OfMunicipality):
    """One act of applying an organisation file: what was said, by whom, and the difference in sentences."""

    applied_at = models.DateTimeField("indlæst")
    applied_by = models.TextField("indlæst af")
    digest = models.CharField("fingeraftryk", max_length=64)
    content = models.JSONField("indhold")
    difference = models.JSONField("ændringer", default=list)

    class Meta:
        verbose_name = "udgave af organisationen"
        verbose_name_plural = "udgaver af organisationen"

    def __str__(self) -> str:
        return f"{self.digest[:8]}"
