"""The young person of a circle. There is no register of children: each circle holds its own row (architecture 5)."""

from typing import Any, ClassVar

from django.db import models

from samspil.authority.models import InCircle
from samspil.lib.public_key import new_key


class YoungPerson(InCircle):
    """The young person a circle is about, as known there. Never scored, never ranked (law L43)."""

    kind = "youngperson"
    open_fields = frozenset({"id", "key", "circle_id", "municipality_id"})
    found_by = ("name",)

    key = models.CharField("nøgle", max_length=10, default=new_key, editable=False)
    name = models.TextField("navn")
    sort_key = models.TextField("sorteringsnøgle", editable=False)
    birth_date = models.DateField("fødselsdato", null=True, blank=True)
    school: Any = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="skole"
    )
    school_class = models.TextField("klasse", blank=True)
    protected_address = models.BooleanField("beskyttet adresse", default=False)

    class Meta:
        verbose_name = "den unge"
        verbose_name_plural = "de unge"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "id"], name="youngperson_circle_id"),
            models.UniqueConstraint(fields=["circle", "key"], name="youngperson_circle_key"),
        ]

    def __str__(self) -> str:
        return self.name

    def reading_subject(self) -> int | None:
        return self.pk


class Identity(InCircle):
    """CPR as versions, encrypted; a number that was replaced stays, under the log (A20).

    `cpr_index` is the keyed hash of the number, under the municipality's own index key: the same number again in
    this circle is found by it, without opening any. No page shows it.
    """

    kind = "identity"

    young_person: Any = models.ForeignKey(
        YoungPerson, models.PROTECT, related_name="identities", db_constraint=False, verbose_name="den unge"
    )
    version = models.PositiveIntegerField("version", default=1)
    replaced = models.BooleanField("erstattet", default=False)
    cpr_sealed = models.BinaryField("CPR, krypteret")
    cpr_index = models.BinaryField("CPR, nøglet aftryk", editable=False)
    verified = models.BooleanField("kontrolleret", default=False)

    class Meta:
        verbose_name = "identitet"
        verbose_name_plural = "identiteter"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "young_person", "version"], name="identity_version"),
            models.UniqueConstraint(
                fields=["circle", "young_person"], name="identity_once", condition=models.Q(replaced=False)
            ),
            models.UniqueConstraint(
                fields=["circle", "cpr_index"], name="identity_number_once", condition=models.Q(replaced=False)
            ),
        ]

    def reading_subject(self) -> int | None:
        return self.young_person_id


class Delivery(InCircle):
    """A text that another circle delivered here without being able to read here (A9)."""

    kind = "note"

    text = models.TextField("tekst")

    class Meta:
        verbose_name = "levering"
        verbose_name_plural = "leveringer"
