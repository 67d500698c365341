"""The outbox: a mail is a row of ids; its text is made, and the receiver's right asked, at sending."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q


class Outgoing(models.Model):
    """A mail that waits or has gone. `refused` says why nothing was sent."""

    table_class: ClassVar[str] = "queue"

    kind = models.TextField("art")
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="modtager")
    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, related_name="+", verbose_name="kommune"
    )
    payload = models.JSONField("numre", default=dict)
    dedupe = models.TextField("kun én gang", unique=True)
    due = models.DateTimeField("sendes")
    tries = models.PositiveSmallIntegerField("forsøg", default=0)
    sent_at = models.DateTimeField("sendt", null=True)
    refused_at = models.DateTimeField("opgivet", null=True)
    refused = models.TextField("hvorfor ikke", blank=True)

    class Meta:
        verbose_name = "udgående mail"
        verbose_name_plural = "udgående mails"
        indexes: ClassVar[Any] = [
            models.Index(
                fields=["due"], name="outgoing_waiting", condition=Q(sent_at__isnull=True, refused_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
