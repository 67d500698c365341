from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from samspil.lib.public_key import new_key
from samspil.organisation.models.agency import Agency, Unit
from samspil.organisation.models.base import OfMunicipality, OverTime
from samspil.organisation.models.body import Body
from samspil.organisation.models.mandate import Function


class Person(OfMunicipality):
    """A professional (fagperson). `municipality` is the one that employs or first appointed the person.

    Whoever practises is a row of its own in the practice room, `practice_of` the real one, so that no row, seat or
    list of the one is ever the other's; it has no account and no mail address. One without it there is invented.
    """

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    account: Any = models.OneToOneField(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="person", verbose_name="konto"
    )
    name = models.TextField("navn")
    sort_key = models.TextField("sorteringsnøgle", editable=False)
    work_email = models.EmailField("arbejdsmail", blank=True)
    work_phone = models.TextField("arbejdstelefon", blank=True)
    practice_of: Any = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="practises", verbose_name="øver sig for"
    )

    class Meta:
        verbose_name = "fagperson"
        verbose_name_plural = "fagpersoner"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["municipality", "practice_of"], name="person_practises_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(OfMunicipality):
    """A place in a body or a unit for one function of one agency; `legal_kind` is the agency's, copied."""

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    slug = models.TextField("kortnavn i filen")
    body: Any = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="seats", verbose_name="organ"
    )
    unit: Any = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="seats", verbose_name="enhed"
    )
    function: Any = models.ForeignKey(Function, models.PROTECT, related_name="seats", verbose_name="funktion")
    agency: Any = models.ForeignKey(Agency, models.PROTECT, related_name="seats", verbose_name="part")
    legal_kind = models.TextField("retlig art")
    from_unit: Any = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="fra enhed"
    )
    many = models.BooleanField("flere på samme plads", default=False)
    optional = models.BooleanField("valgfri", default=False)
    public = models.BooleanField("vises offentligt", default=False)
    voting = models.BooleanField("stemmeret", default=True)
    appointed_by = models.TextField("udpeges af", blank=True)
    closed_on = models.DateField("nedlagt", null=True, blank=True)

    class Meta:
        verbose_name = "plads"
        verbose_name_plural = "pladser"
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=Q(body__isnull=False, unit__isnull=True) | Q(body__isnull=True, unit__isnull=False),
                name="seat_in_body_or_unit",
            ),
            models.UniqueConstraint(fields=["municipality", "slug"], name="seat_slug"),
        ]

    def __str__(self) -> str:
        return self.slug


class Tenure(OfMunicipality, OverTime):
    """Somebody holds a seat from a day to a day; `deputy` tenures act only while they last (A1)."""

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    seat: Any = models.ForeignKey(Seat, models.PROTECT, related_name="tenures", verbose_name="plads")
    person: Any = models.ForeignKey(Person, models.PROTECT, related_name="tenures", verbose_name="fagperson")
    kind = models.TextField("art", default="ordinary")

    class Meta:
        verbose_name = "udpegning"
        verbose_name_plural = "udpegninger"
        indexes: ClassVar[Any] = [
            models.Index(fields=["person", "seat"], name="tenure_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.seat})"
