from typing import Any, ClassVar

from django.db import models

from samspil.organisation.models.base import Declared, OfMunicipality, OverTime


class Function(Declared):
    """What a seat is for: contact teacher, consultant, local police. Its duties are data."""

    duties = models.JSONField("pligter", default=list)
    convenes = models.BooleanField("indkalder", default=False)

    class Meta:
        verbose_name = "funktion"
        verbose_name_plural = "funktioner"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["municipality", "slug"], name="function_slug")]


class Mandate(OfMunicipality, OverTime):
    """A function, in a kind of circle, in a part, holds a capability; stored flat (A2)."""

    function: Any = models.ForeignKey(Function, models.PROTECT, related_name="mandates", verbose_name="funktion")
    circle_kind = models.TextField("art af rum")
    part = models.TextField("del")
    capability = models.TextField("beføjelse")
    row_class = models.TextField("klasse")

    class Meta:
        verbose_name = "mandat"
        verbose_name_plural = "mandater"
        indexes: ClassVar[Any] = [models.Index(fields=["function", "capability"], name="mandate_lookup")]
