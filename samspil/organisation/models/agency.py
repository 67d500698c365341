from typing import Any, ClassVar

from django.db import models

from samspil.organisation.models.base import Declared


class Controller(Declared):
    """Who answers for data (dataansvarlig). SSP itself is a cooperation and never one (law L30)."""

    class Meta:
        verbose_name = "dataansvarlig"
        verbose_name_plural = "dataansvarlige"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["municipality", "slug"], name="controller_slug")]


class Agency(Declared):
    """A party to the cooperation; its legal kind decides what may reach it (`Lawful`, A3)."""

    controller: Any = models.ForeignKey(
        Controller, models.PROTECT, related_name="agencies", verbose_name="dataansvarlig"
    )
    legal_kind = models.TextField("retlig art")
    side = models.TextField("side", default="other")

    class Meta:
        verbose_name = "part"
        verbose_name_plural = "parter"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["municipality", "slug"], name="agency_slug")]


class Unit(Declared):
    """A workplace: a school, a department, a station."""

    agency: Any = models.ForeignKey(Agency, models.PROTECT, related_name="units", verbose_name="part")
    parent: Any = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name="del af"
    )
    kind = models.TextField("art", blank=True)
    phone = models.TextField("telefon", blank=True)
    hours = models.TextField("åbningstid", blank=True)
    email = models.EmailField("mail", blank=True)
    public = models.BooleanField("vises offentligt", default=False)
    sort_key = models.TextField("sorteringsnøgle", editable=False)

    class Meta:
        verbose_name = "enhed"
        verbose_name_plural = "enheder"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["municipality", "slug"], name="unit_slug")]
