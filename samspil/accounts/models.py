from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from samspil.lib.public_key import new_key


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """What one logs in with. It gives no access: that hangs on the person's seats.

    A trigger refuses any change of what one logs in with that the server itself did not prove (`credentials.py`).
    """

    table_class: ClassVar[str] = "accounts"

    email = models.EmailField("arbejdsmail", unique=True)
    is_active = models.BooleanField("aktiv", default=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "konto"
        verbose_name_plural = "konti"
        constraints: ClassVar[Any] = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="account_email_lower"),
        ]

    def __str__(self) -> str:
        return self.email


class Link(models.Model):
    """A one-time link by mail or terminal; only the digest of its token is kept. Written by SQL functions only.

    `person_id` and `municipality_id` are the organisation's, whose room lies above this one.
    """

    table_class: ClassVar[str] = "organisation"

    digest = models.CharField("fingeraftryk", max_length=64, unique=True)
    purpose = models.TextField("formål")
    person_id = models.BigIntegerField("fagperson")
    municipality_id = models.BigIntegerField("kommune")
    made_at = models.DateTimeField("lavet")
    made_by = models.BigIntegerField("lavet af", null=True)
    ends_at = models.DateTimeField("gælder til")
    used_at = models.DateTimeField("brugt", null=True)

    class Meta:
        verbose_name = "engangslink"
        verbose_name_plural = "engangslinks"
        indexes: ClassVar[Any] = [models.Index(fields=["person_id", "ends_at"], name="link_person")]
        constraints: ClassVar[Any] = [
            models.CheckConstraint(
                condition=Q(purpose__in=["invitation", "recovery", "start"]), name="link_purpose_known"
            ),
        ]

    def __str__(self) -> str:
        return self.purpose


class Recovery(models.Model):
    """One administrator asks that a person be let in anew, another one answers. Written by SQL functions only."""

    table_class: ClassVar[str] = "organisation"

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    person_id = models.BigIntegerField("fagperson")
    municipality_id = models.BigIntegerField("kommune")
    reason = models.TextField("begrundelse")
    asked_by = models.BigIntegerField("bedt om af")
    asked_at = models.DateTimeField("bedt om")
    settled_by = models.BigIntegerField("besvaret af", null=True)
    settled_at = models.DateTimeField("besvaret", null=True)
    approved = models.BooleanField("godkendt", null=True)

    class Meta:
        verbose_name = "genopretning af konto"
        verbose_name_plural = "genopretninger af konti"
        indexes: ClassVar[Any] = [models.Index(fields=["person_id", "settled_at"], name="recovery_person")]
        constraints: ClassVar[Any] = [
            models.CheckConstraint(condition=~Q(asked_by=models.F("person_id")), name="recovery_not_for_oneself"),
            models.CheckConstraint(
                condition=Q(settled_by__isnull=True)
                | Q(approved=False)
                | (~Q(settled_by=models.F("asked_by")) & ~Q(settled_by=models.F("person_id"))),
                name="recovery_by_two",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Attempt(models.Model):
    """One try at logging in: digests of whom and from where, never what was typed. Written by SQL functions only."""

    table_class: ClassVar[str] = "organisation"

    subject = models.CharField("hvem, som fingeraftryk", max_length=64)
    address = models.CharField("hvorfra, som fingeraftryk", max_length=64)
    kind = models.TextField("art")
    at = models.DateTimeField("tidspunkt")
    passed = models.BooleanField("lykkedes")

    class Meta:
        verbose_name = "forsøg på at logge ind"
        verbose_name_plural = "forsøg på at logge ind"
        indexes: ClassVar[Any] = [
            models.Index(fields=["subject", "kind", "at"], name="attempt_subject"),
            models.Index(fields=["at"], name="attempt_at"),
        ]

    def __str__(self) -> str:
        return self.kind
