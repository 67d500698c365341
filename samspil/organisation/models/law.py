"""What the law and the municipality's own rules say, as rows with version and source (law.md, three cautions)."""

from typing import Any, ClassVar

from django.db import models

from samspil.organisation.models.base import Declared, OfMunicipality


class Lawful(OfMunicipality):
    """A class of rows may, on this basis, be read by an agency of this legal kind (A3)."""

    basis = models.TextField("grundlag")
    legal_kind = models.TextField("retlig art")
    row_class = models.TextField("klasse")

    class Meta:
        verbose_name = "lovlighed"
        verbose_name_plural = "lovligheder"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["municipality", "basis", "legal_kind", "row_class"], name="lawful_once")
        ]


class LegalBasis(Declared):
    """A basis for sharing, as a version with its source; needs the municipality's own check."""

    paragraph = models.TextField("paragraf")
    text = models.TextField("tekst")
    version = models.TextField("version")
    valid_from = models.DateField("gælder fra")
    valid_until = models.DateField("gælder til", null=True, blank=True)
    cooperation = models.TextField("samarbejde", blank=True)
    source = models.TextField("kilde", blank=True)
    status = models.TextField("status", default="stated")
    choosable = models.BooleanField("kan vælges ved deling", default=True)

    class Meta:
        verbose_name = "retligt grundlag"
        verbose_name_plural = "retlige grundlag"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["municipality", "slug", "version"], name="legal_basis_version")
        ]


class RetentionCategory(Declared):
    """How long rows are kept, counted from what, and what happens then (law L38, L39)."""

    days = models.PositiveIntegerField("dage")
    starts = models.TextField("regnes fra")
    outcome = models.TextField("udfald")
    warn_days = models.PositiveIntegerField("varsel i dage", default=30)

    class Meta:
        verbose_name = "opbevaringskategori"
        verbose_name_plural = "opbevaringskategorier"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="retention_category_slug")
        ]


class ConcernKind(Declared):
    """A kind of worry in plain words."""

    hint = models.TextField("vejledning", blank=True)
    notify_hint = models.BooleanField("minder om underretning", default=False)
    acute_hint = models.BooleanField("minder om akut hjælp", default=False)
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)

    class Meta:
        verbose_name = "art af bekymring"
        verbose_name_plural = "arter af bekymring"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="concern_kind_slug")
        ]


class Routing(OfMunicipality):
    """Which circle may be opened or reached from which, who keeps it, and under which category and basis.

    `act` is `open`, `admit` or `deliver`. For `open`, the actor must hold `capability` in a circle of `from_kind`;
    where `for_unit` is given the row serves matters of that workplace only; the new circle's keeper is
    `keeper_unit` or `keeper_body`, or, where both are null, the body named by the actor's act.
    """

    act = models.TextField("handling")
    from_kind = models.TextField("fra art af rum")
    to_kind = models.TextField("til art af rum")
    capability = models.TextField("beføjelse")
    for_unit: Any = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="for enhed"
    )
    keeper_unit: Any = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="enhed med ansvar"
    )
    keeper_body: Any = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="+", verbose_name="organ med ansvar"
    )
    category: Any = models.ForeignKey(
        RetentionCategory, models.PROTECT, related_name="+", verbose_name="opbevaringskategori"
    )
    basis = models.TextField("grundlag")

    class Meta:
        verbose_name = "vej"
        verbose_name_plural = "veje"
