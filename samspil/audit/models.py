"""The ledgers. Rows are inserted by SQL functions only and never changed; `audit/sql/` holds the tables."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Reading(models.Model):
    """One page's showing: which circles and which people this actor was shown, through which door (A17)."""

    table_class: ClassVar[str] = "ledger"

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField("tidspunkt")
    chain = models.BigIntegerField("kæde")
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
    chain = models.BigIntegerField("kæde")
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
    chain = models.BigIntegerField("kæde")
    from_xact = models.BigIntegerField("fra transaktion")
    upto_xact = models.BigIntegerField("til transaktion")
    rows = models.PositiveIntegerField("rækker")
    digest = models.CharField("segl", max_length=64)

    class Meta:
        verbose_name = "segl"
        verbose_name_plural = "segl"

    def __str__(self) -> str:
        return f"{self.from_xact} til {self.upto_xact}"


class Chain(models.Model):
    """Seals follow the transaction numbers of one database cluster; after a restore a new chain begins.

    It names the last seal of the old chain that came with the back-up, the last one told outside the database, and
    takes up what the back-up held unsealed.
    """

    table_class: ClassVar[str] = "ledger"

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField("tidspunkt")
    cluster = models.TextField("databaseserver")
    kept_seal = models.BigIntegerField("sidste segl i sikkerhedskopien")
    told_seal = models.BigIntegerField("sidste segl uden for databasen")
    told_digest = models.CharField("dets segl", max_length=64)
    rows = models.PositiveIntegerField("rækker uden segl")
    digest = models.CharField("segl", max_length=64)

    class Meta:
        verbose_name = "kæde af segl"
        verbose_name_plural = "kæder af segl"

    def __str__(self) -> str:
        return f"kæde {self.pk}"


class Discard(models.Model):
    """A month of the log whose term was over. Answers for all that was sealed until then; a later one replaces it."""

    table_class: ClassVar[str] = "ledger"

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField("tidspunkt")
    month = models.DateField("måned")
    basis = models.TextField("grundlag")
    rows = models.BigIntegerField("slettede rækker")
    chain = models.BigIntegerField("kæde")
    upto_xact = models.BigIntegerField("til transaktion")
    seal_digest = models.CharField("sidste segl", max_length=64)
    left_rows = models.BigIntegerField("rækker tilbage")
    left_digest = models.CharField("rækker tilbage, segl", max_length=64)
    digest = models.CharField("segl", max_length=64)

    class Meta:
        verbose_name = "slettet måned"
        verbose_name_plural = "slettede måneder"

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Receipt(models.Model):
    """Something that must be done again after a restore: an access that ended, a row that was destroyed. Ids only."""

    table_class: ClassVar[str] = "ledger"

    id = models.BigAutoField(primary_key=True)
    xact = models.BigIntegerField("transaktion")
    act = models.TextField("hvad")
    place = models.TextField("tabel")
    row = models.BigIntegerField("række")
    facts = models.JSONField("værdier")

    class Meta:
        verbose_name = "kvittering"
        verbose_name_plural = "kvitteringer"

    def __str__(self) -> str:
        return f"{self.act} {self.place} {self.row}"
