"""The agenda and what is written at it: open items in the body's open circle, a closed one in its matter's."""

from typing import Any, ClassVar

from django.db import models

from samspil.authority.models import InCircle
from samspil.documents.models import TextVersion
from samspil.lib.public_key import new_key


class AgendaItem(InCircle):
    """An item of one meeting. Whoever cannot read its circle has no row, and cannot know that there is one.

    It names its meeting by key, as the two lie in different circles when the item is closed. `position` of an open
    item counts open items alone, so that no gap tells of closed ones (`rules.ordered`). `standing` says which
    standing item of the body it is.
    """

    kind = "item"
    also_open = True
    named = False
    guests_see = "id = any((select guest_items())::bigint[])"
    open_fields = frozenset(
        {"id", "key", "circle_id", "municipality_id", "meeting_key", "submission_id", "discussed_at", "removed_at"}
    )

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    meeting_key = models.CharField("møde", max_length=10)
    position = models.PositiveIntegerField("rækkefølge")
    title = models.TextField("overskrift", blank=True)
    form = models.TextField("form", default="discussion")
    reason = models.TextField("hvorfor på dagsordenen", blank=True)
    standing = models.TextField("fast punkt", blank=True)
    submission: Any = models.ForeignKey(
        "decisions.Submission",
        models.PROTECT,
        null=True,
        related_name="items",
        db_constraint=False,
        verbose_name="forslag",
    )
    discussed_at = models.DateTimeField("drøftet", null=True)
    removed_at = models.DateTimeField("taget af", null=True)

    class Meta:
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "id"], name="agendaitem_circle_id"),
            models.UniqueConstraint(fields=["circle", "meeting_key", "submission"], name="agendaitem_once"),
            models.UniqueConstraint(
                fields=["circle", "meeting_key", "standing"],
                name="agendaitem_standing_once",
                condition=~models.Q(standing=""),
            ),
        ]
        indexes: ClassVar[Any] = [models.Index(fields=["circle", "meeting_key"], name="agendaitem_meeting")]

    def __str__(self) -> str:
        return self.key

    @property
    def is_closed(self) -> bool:
        return bool(self.circle.named)


class ItemText(TextVersion):
    """What is written at an item. `slot` is presentation, minutes, child_words, or aside (overtaken by another's).

    The writer's own typing changes the newest row and counts `revision` up; somebody else's is a new version.
    """

    kind = "note"
    also_open = True
    named = False
    guests_see = "item_id = any((select guest_items())::bigint[])"

    item: Any = models.ForeignKey(
        AgendaItem, models.PROTECT, related_name="texts", db_constraint=False, verbose_name="punkt"
    )
    slot = models.TextField("hvad", default="minutes")
    revision = models.PositiveIntegerField("rettelse", default=1)
    changed_at = models.DateTimeField("sidst rettet", null=True)

    class Meta(TextVersion.Meta):
        verbose_name = "tekst til et punkt"
        verbose_name_plural = "tekster til punkter"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "item", "slot", "version"], name="itemtext_version"),
        ]


class SharedNote(TextVersion):
    """What somebody shares about the young person at a closed item; basis and necessity stand in its `act`."""

    kind = "note"

    item: Any = models.ForeignKey(
        AgendaItem, models.PROTECT, related_name="notes", db_constraint=False, verbose_name="punkt"
    )
    on_behalf_of: Any = models.ForeignKey(
        "organisation.Tenure", models.PROTECT, related_name="+", verbose_name="på vegne af"
    )

    class Meta(TextVersion.Meta):
        verbose_name = "delt oplysning"
        verbose_name_plural = "delte oplysninger"


class Declination(InCircle):
    """Somebody chose not to share. No reason is asked for, and there is no place to write one."""

    kind = "note"
    open_fields = frozenset({"id", "circle_id", "municipality_id", "item_id", "tenure_id"})

    item: Any = models.ForeignKey(
        AgendaItem, models.PROTECT, related_name="declinations", db_constraint=False, verbose_name="punkt"
    )
    tenure: Any = models.ForeignKey("organisation.Tenure", models.PROTECT, related_name="+", verbose_name="udpegning")

    class Meta:
        verbose_name = "valg om ikke at dele"
        verbose_name_plural = "valg om ikke at dele"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "item", "tenure"], name="declination_once")
        ]
