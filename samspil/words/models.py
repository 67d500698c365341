"""A word in a circle: a short message to some of those who read it. It is a note of the matter, and ends with it."""

from typing import Any, ClassVar

from django.db import models

from samspil.authority.models import InCircle
from samspil.lib.public_key import new_key


class Word(InCircle):
    """Never changed: whoever wrote something wrong writes another one."""

    kind = "note"
    open_fields = frozenset({"id", "key", "circle_id", "municipality_id"})

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    text = models.TextField("ordlyd")
    wants_answer = models.BooleanField("svar ønskes", default=False)

    class Meta:
        verbose_name = "besked"
        verbose_name_plural = "beskeder"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="word_circle_id")]

    def __str__(self) -> str:
        return self.key


class Receiver(InCircle):
    """One of those whom a word is meant for, by their seat. `done_at` is when they answered or said that it is done.

    Everybody in the circle reads the word; these are told of it. What Min SSP asks lies here, so that a list of what
    waits loads no text: `word_key` and `wants_answer` are those of the word.
    """

    kind = "note"
    open_fields = frozenset(
        {
            "id",
            "circle_id",
            "municipality_id",
            "word_key",
            "wants_answer",
            "tenure_id",
            "done_at",
            "written_at",
            "written_by_id",
        }
    )

    word: Any = models.ForeignKey(
        Word, models.PROTECT, related_name="receivers", db_constraint=False, verbose_name="besked"
    )
    word_key = models.CharField("beskedens nøgle", max_length=10, editable=False)
    wants_answer = models.BooleanField("svar ønskes", default=False)
    tenure: Any = models.ForeignKey("organisation.Tenure", models.PROTECT, related_name="+", verbose_name="modtager")
    done_at = models.DateTimeField("besvaret", null=True)

    class Meta:
        verbose_name = "modtager af en besked"
        verbose_name_plural = "modtagere af en besked"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "id"], name="receiver_circle_id"),
            models.UniqueConstraint(fields=["circle", "word", "tenure"], name="receiver_once"),
        ]

    def __str__(self) -> str:
        return self.word_key


class Reply(InCircle):
    """What one receiver answered; without words it says that the word was seen, or that what it asked for is done."""

    kind = "note"

    receiver: Any = models.ForeignKey(
        Receiver, models.PROTECT, related_name="replies", db_constraint=False, verbose_name="modtager"
    )
    text = models.TextField("svar", blank=True)

    class Meta:
        verbose_name = "svar på en besked"
        verbose_name_plural = "svar på en besked"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "receiver"], name="reply_once")]
