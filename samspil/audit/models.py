"""The ledgers. Rows are inserted by SQL functions only and never changed; `audit/sql/` holds the tables."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Reading(models.Model):
    """One page's showing: which circles and which people this actor was shown, through which door (A17)."""

    table_class: ClassVar[str] = "ledger"

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField("tidspunkt")
    xact = models.BigIntegerField("transaktion")
    municipality_id = models.BigIntegerField("kommune", null=True)
    person_id = models.BigIntegerField("fagperson")
    door = models.TextField("dør")
    circles = ArrayField(models.BigIntegerField(), verbose_name="rum")
    subjects = ArrayField(models.BigIntegerField(), verbose_name="personer")

    class Meta:
        managed = False
        db_table = "audit_reading"
        verbose_name = "visning"
        verbose_name_plural = "visninger"

    def __str__(self) -> str:
        return f"{self.door} {self.at:%Y-%m-%d %H:%M}"


class Entry(models.Model):
    """One act, or one refused attempt: who, which command, on what."""

    table_class: ClassVar[str] = "ledger"

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField("tidspunkt")
    xact = models.BigIntegerField("transaktion")
    municipality_id = models.BigIntegerField("kommune", null=True)
    person_id = models.BigIntegerField("fagperson", null=True)
    tenure_id = models.BigIntegerField("udpegning", null=True)
    circle_id = models.BigIntegerField("rum", null=True)
    verb = models.TextField("handling")
    subject = models.TextField("om hvad", help_text="art og offentlig nøgle, aldrig et navn")
    refused = models.BooleanField("afvist")

    class Meta:
        managed = False
        db_table = "audit_entry"
        verbose_name = "hændelse"
        verbose_name_plural = "hændelser"

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"


class Seal(models.Model):
    """A keyed digest over a batch of rows and the seal before it."""

    table_class: ClassVar[str] = "ledger"

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField("tidspunkt")
    from_xact = models.BigIntegerField("fra transaktion")
    upto_xact = models.BigIntegerField("til transaktion")
    rows = models.PositiveIntegerField("rækker")
    digest = models.CharField("segl", max_length=64)

    class Meta:
        verbose_name = "segl"
        verbose_name_plural = "segl"

    def __str__(self) -> str:
        return f"{self.from_xact} til {self.upto_xact}"
