from typing import Any, ClassVar

from django.db import models

from samspil.organisation.models.agency import Agency, Unit
from samspil.organisation.models.base import Declared, OfMunicipality, OverTime


class Body(Declared, OverTime):
    """An organ of the cooperation. `definition` is the slug in the file that it is an instance of."""

    definition = models.TextField("fra definition")
    agency: Any = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="part")
    task = models.TextField("opgave", blank=True)
    level = models.PositiveSmallIntegerField("niveau", default=0)
    level_name = models.TextField("niveauets navn", blank=True)
    unit: Any = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="bodies", verbose_name="enhed"
    )
    words = models.JSONField("ord", default=dict)
    closed_matters = models.BooleanField("har fortrolig del", default=False)
    outside = models.BooleanField("uden for samarbejdet", default=False)
    public = models.BooleanField("vises offentligt", default=True)
    standing_items = models.JSONField("faste punkter", default=list)
    sort_key = models.TextField("sorteringsnøgle", editable=False)

    class Meta:
        verbose_name = "organ"
        verbose_name_plural = "organer"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["municipality", "slug"], name="body_slug")]


class BodyTie(OfMunicipality, OverTime):
    """How one body stands to another: decides for, advises, reports to, is staffed by."""

    upper: Any = models.ForeignKey(Body, models.PROTECT, related_name="ties_down", verbose_name="over")
    lower: Any = models.ForeignKey(Body, models.PROTECT, related_name="ties_up", verbose_name="under")
    kind = models.TextField("art")

    class Meta:
        verbose_name = "forbindelse"
        verbose_name_plural = "forbindelser"


class Rhythm(OfMunicipality):
    """How often a body meets, as the file says it; `lib.rhythm` turns it into dates and words."""

    body: Any = models.ForeignKey(Body, models.PROTECT, related_name="rhythms", verbose_name="organ")
    rule = models.JSONField("regel", default=dict)
    words = models.TextField("med kildens ord", blank=True)
    status = models.TextField("status", default="stated")

    class Meta:
        verbose_name = "rytme"
        verbose_name_plural = "rytmer"
