"""What Min SSP remembers of the one who is new, and what is written down when the log itself is read."""

from typing import Any, ClassVar

from django.db import models

from samspil.lib.public_key import new_key
from samspil.organisation.models.base import OfMunicipality


class FirstStep(models.Model):
    """One of the first steps that a person has taken; no more is known of it than that."""

    table_class: ClassVar[str] = "accounts"

    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    slug = models.SlugField("skridt")

    class Meta:
        verbose_name = "første skridt"
        verbose_name_plural = "første skridt"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["person", "slug"], name="firststep_once")]

    def __str__(self) -> str:
        return self.slug


class LogLookup(OfMunicipality):
    """The data protection officer looked at what one colleague has seen: who, whom and why. Written by SQL only."""

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    reason = models.TextField("begrundelse")
    asked_by: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="set af")
    asked_at = models.DateTimeField("tidspunkt")

    class Meta:
        verbose_name = "opslag i loggen"
        verbose_name_plural = "opslag i loggen"
        indexes: ClassVar[Any] = [models.Index(fields=["municipality", "asked_at"], name="loglookup_asked")]

    def __str__(self) -> str:
        return self.key


class Judgement(OfMunicipality):
    """What the officer makes of a pattern in one colleague's month. The newest row holds; none is changed."""

    pattern = models.TextField("mønster")
    month = models.DateField("måned")
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    verdict = models.TextField("vurdering")
    text = models.TextField("begrundelse")
    judged_by: Any = models.ForeignKey(
        "organisation.Person", models.PROTECT, related_name="+", verbose_name="vurderet af"
    )
    judged_at = models.DateTimeField("tidspunkt")

    class Meta:
        verbose_name = "vurdering af et mønster"
        verbose_name_plural = "vurderinger af mønstre"
        indexes: ClassVar[Any] = [models.Index(fields=["municipality", "month"], name="judgement_month")]

    def __str__(self) -> str:
        return f"{self.pattern} {self.month:%Y-%m}"


class SpotCheck(OfMunicipality):
    """A look-up drawn by lot. `room` is the circle's number, so that the row outlives what it speaks of."""

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    month = models.DateField("måned")
    number = models.PositiveSmallIntegerField("nummer")
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    room = models.BigIntegerField("rummets nummer")
    door = models.TextField("dør")
    at = models.DateTimeField("tidspunkt")

    class Meta:
        verbose_name = "stikprøve"
        verbose_name_plural = "stikprøver"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["municipality", "month", "number"], name="spotcheck_once")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.number}"


class SpotAnswer(OfMunicipality):
    """Was it work? Said once, by the leader of whoever looked or by the officer."""

    spot_check: Any = models.OneToOneField(SpotCheck, models.PROTECT, related_name="answer", verbose_name="stikprøve")
    was_work = models.BooleanField("var det arbejde")
    text = models.TextField("svar")
    answered_by: Any = models.ForeignKey(
        "organisation.Person", models.PROTECT, related_name="+", verbose_name="besvaret af"
    )
    answered_at = models.DateTimeField("tidspunkt")

    class Meta:
        verbose_name = "svar på en stikprøve"
        verbose_name_plural = "svar på stikprøver"

    def __str__(self) -> str:
        return "ja" if self.was_work else "nej"


class AccessRequest(OfMunicipality):
    """A citizen wants to know what is kept: a number of the municipality's own journal, a place and a day. No name."""

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    controller: Any = models.ForeignKey(
        "organisation.Controller", models.PROTECT, related_name="+", verbose_name="dataansvarlig"
    )
    journal_number = models.TextField("journalnummer")
    body: Any = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="+", verbose_name="organ"
    )
    unit: Any = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="enhed"
    )
    due = models.DateField("svar senest")
    asked_by: Any = models.ForeignKey(
        "organisation.Person", models.PROTECT, related_name="+", verbose_name="begyndt af"
    )
    asked_at = models.DateTimeField("tidspunkt")
    ended_at = models.DateTimeField("afsluttet", null=True)

    class Meta:
        verbose_name = "anmodning om indsigt"
        verbose_name_plural = "anmodninger om indsigt"
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=models.Q(body=None, unit__isnull=False) | models.Q(body__isnull=False, unit=None),
                name="accessrequest_one_place",
            )
        ]
        indexes: ClassVar[Any] = [models.Index(fields=["municipality", "ended_at"], name="accessrequest_running")]

    def __str__(self) -> str:
        return self.key


class AccessAnswer(OfMunicipality):
    """Whoever keeps rooms there has made the list, or has nothing. Said once; the list itself is never here."""

    request: Any = models.ForeignKey(
        AccessRequest, models.PROTECT, related_name="answers", verbose_name="anmodning om indsigt"
    )
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    outcome = models.TextField("svar")
    answered_at = models.DateTimeField("tidspunkt")

    class Meta:
        verbose_name = "svar på en anmodning om indsigt"
        verbose_name_plural = "svar på anmodninger om indsigt"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["request", "person"], name="accessanswer_once")]

    def __str__(self) -> str:
        return self.outcome
