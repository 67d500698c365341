"""Circles, who is in them, and the register of what moved between them. All are written by SQL functions only (A5)."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from samspil.lib.public_key import new_key


class Circle(models.Model):
    """The closed set of bodies and people who share one matter, for a purpose, on a basis, for a period.

    `named` and `controller` never change. `basis` is `open` exactly where no named row may lie.
    """

    table_class: ClassVar[str] = "organisation"

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, related_name="+", verbose_name="kommune"
    )
    kind = models.TextField("art")
    controller: Any = models.ForeignKey(
        "organisation.Controller", models.PROTECT, related_name="+", verbose_name="dataansvarlig"
    )
    basis = models.TextField("grundlag")
    named = models.BooleanField("med navne")
    purpose = models.TextField("formål")
    title = models.TextField("rummets navn")
    category: Any = models.ForeignKey(
        "organisation.RetentionCategory", models.PROTECT, related_name="+", verbose_name="opbevaringskategori"
    )
    body: Any = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="circles", verbose_name="organ"
    )
    unit: Any = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="circles", verbose_name="enhed"
    )
    opened_at = models.DateTimeField("åbnet")
    closed_at = models.DateTimeField("lukket", null=True)

    class Meta:
        verbose_name = "fortroligt rum"
        verbose_name_plural = "fortrolige rum"
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=Q(basis="open", named=False) | (~Q(basis="open") & Q(named=True)), name="circle_open_or_named"
            ),
            models.UniqueConstraint(fields=["id", "named"], name="circle_id_named"),
            models.UniqueConstraint(fields=["id", "municipality"], name="circle_id_municipality"),
            models.UniqueConstraint(fields=["id", "kind", "basis"], name="circle_id_kind_basis"),
        ]
        indexes: ClassVar[Any] = [
            models.Index(fields=["body", "kind"], name="circle_body_kind"),
            models.Index(fields=["unit", "kind"], name="circle_unit_kind"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def circle_id(self) -> int:
        """A circle is its own circle, so that a command may have one as its subject."""
        return int(self.pk)


class Member(models.Model):
    """A body, a unit or a tenure in a circle, in a part, for a period; never a bare person (A1).

    `custodian` is what a keeper becomes when reading a closed matter has ended: duties, and no content (A13).
    `about` is the key of the one thing that a guest is let in for; in an open circle it is all that a guest reads.
    """

    table_class: ClassVar[str] = "organisation"

    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, related_name="+", verbose_name="kommune"
    )
    circle: Any = models.ForeignKey(Circle, models.PROTECT, related_name="members", verbose_name="fortroligt rum")
    kind = models.TextField("rummets art")
    basis = models.TextField("rummets grundlag")
    body: Any = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="+", verbose_name="organ"
    )
    unit: Any = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="enhed"
    )
    tenure: Any = models.ForeignKey(
        "organisation.Tenure", models.PROTECT, null=True, related_name="+", verbose_name="udpegning"
    )
    part = models.TextField("del")
    starts_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til", null=True)
    reason = models.TextField("begrundelse", blank=True)
    act_key = models.CharField("handling", max_length=10, blank=True)
    about = models.CharField("om", max_length=10, blank=True, db_default="")

    class Meta:
        verbose_name = "medlem"
        verbose_name_plural = "medlemmer"
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=Q(body__isnull=False, unit__isnull=True, tenure__isnull=True)
                | Q(body__isnull=True, unit__isnull=False, tenure__isnull=True)
                | Q(body__isnull=True, unit__isnull=True, tenure__isnull=False),
                name="member_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(part__in=["keeper", "custodian", "party", "follower", "guest", "officer"]),
                name="member_part_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")), name="member_ends_after_start"
            ),
        ]
        indexes: ClassVar[Any] = [
            models.Index(fields=["circle", "ends_at"], name="member_circle_ends"),
        ]

    def __str__(self) -> str:
        return f"{self.part}"


class Exclusion(models.Model):
    """A deny row: this person sees nothing of this circle, whatever seats are held (A7). It follows deliveries."""

    table_class: ClassVar[str] = "organisation"

    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, related_name="+", verbose_name="kommune"
    )
    circle: Any = models.ForeignKey(Circle, models.PROTECT, related_name="+", verbose_name="fortroligt rum")
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    reason = models.TextField("begrundelse")
    starts_at = models.DateTimeField("fra")
    ends_at = models.DateTimeField("til", null=True)

    class Meta:
        verbose_name = "udelukkelse"
        verbose_name_plural = "udelukkelser"
        indexes: ClassVar[Any] = [models.Index(fields=["circle", "person"], name="exclusion_circle_person")]

    def __str__(self) -> str:
        return self.reason


class Disclosure(models.Model):
    """One side of an act of sharing, in the circle that gave or the circle that received (A8).

    `nature` is `disclosure` between controllers and `internal` within one. `receivers` are the agencies
    with access at that moment, as `[{"id": .., "name": ..}]`. Law L1, L2.
    """

    table_class: ClassVar[str] = "ledger"

    act_key = models.CharField("handling", max_length=10)
    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, related_name="+", verbose_name="kommune"
    )
    circle: Any = models.ForeignKey(Circle, models.PROTECT, related_name="disclosures", verbose_name="fortroligt rum")
    direction = models.TextField("retning")
    nature = models.TextField("art")
    basis = models.TextField("grundlag")
    necessity = models.TextField("hvorfor det er nødvendigt")
    sender: Any = models.ForeignKey("organisation.Agency", models.PROTECT, related_name="+", verbose_name="afsender")
    sender_tenure: Any = models.ForeignKey(
        "organisation.Tenure", models.PROTECT, related_name="+", verbose_name="afsenders udpegning"
    )
    receivers = models.JSONField("modtagere")
    at = models.DateTimeField("tidspunkt")

    class Meta:
        verbose_name = "videregivelse"
        verbose_name_plural = "videregivelser"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "id"], name="disclosure_circle_id"),
            models.CheckConstraint(condition=~Q(necessity=""), name="disclosure_says_why"),
            models.CheckConstraint(condition=~Q(basis=""), name="disclosure_has_basis"),
        ]
        indexes: ClassVar[Any] = [
            models.Index(fields=["circle", "at"], name="disclosure_circle_at"),
            models.Index(fields=["act_key"], name="disclosure_act"),
        ]

    def __str__(self) -> str:
        return self.act_key
