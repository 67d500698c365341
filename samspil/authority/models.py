"""What every protected row has in common. The access rule itself is SQL: `samspil/circles/sql/`."""

from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

from samspil.authority import reading


class InCircle(models.Model):
    """A row that lies in exactly one circle; the installer puts its table behind row-level security.

    A trigger fills `municipality` and `written_at`, refuses a change of `circle`, and demands `act`
    (the disclosure that brought the row) where members of the circle come from several agencies.

    `kind` names the capabilities `<kind>.read` and `<kind>.write`. `also_open` rows may lie in an
    open circle too, where `open.read` and `open.write` rule. `named` rows are refused by the database
    in any circle that is not for named content. `open_fields` may be read without loading the row.
    `guests_see` is the condition, in SQL, for the rows of an open circle that a guest reads: those of what the guest
    is asked to. Without one a guest reads none.
    """

    table_class: ClassVar[str] = "circle"
    kind: ClassVar[str]
    also_open: ClassVar[bool] = False
    named: ClassVar[bool] = True
    guests_see: ClassVar[str] = ""
    found_by: ClassVar[tuple[str, ...]] = ()
    """The columns of text by which the row is found (`authority/finding.py`)."""
    found_slips: ClassVar[bool] = True
    """Whether by slips of the pen too: names and titles are; a long text by what stands in it."""
    open_fields: ClassVar[frozenset[str]] = frozenset({"id", "circle_id", "municipality_id"})

    circle: Any = models.ForeignKey(
        "circles.Circle", models.PROTECT, editable=False, related_name="+", verbose_name="fortroligt rum"
    )
    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, editable=False, related_name="+", verbose_name="kommune"
    )
    act: Any = models.ForeignKey(
        "circles.Disclosure",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_constraint=False,
        verbose_name="videregivelse",
    )
    written_at = models.DateTimeField("skrevet", editable=False)
    written_by: Any = models.ForeignKey(
        "organisation.Tenure", models.PROTECT, null=True, editable=False, related_name="+", verbose_name="skrevet af"
    )

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> Self:
        row = super().from_db(db, field_names, values)
        if db != settings.OWNER_ALIAS and cls.kind != "open":
            reading.shown(row)
        return row

    def save_base(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to save a loaded row whole: a reader's `update` changes nothing and says nothing."""
        if not self._state.adding and not kwargs.get("update_fields"):
            message = f"{type(self).__name__}.save() of an existing row names its update_fields"
            raise ValueError(message)
        super().save_base(*args, **kwargs)

    def reading_subject(self) -> int | None:
        """The id of the person this row is about, for the reading log; None where the circle says enough."""
        return None


class Visit(models.Model):
    """An open visit: a ticket's digest stands for a person until it ends (A18). Written by SQL functions only."""

    table_class: ClassVar[str] = "organisation"

    digest = models.BinaryField("billettens fingeraftryk", primary_key=True)
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    municipality: Any = models.ForeignKey(
        "organisation.Municipality", models.PROTECT, related_name="+", verbose_name="kommune"
    )
    on_behalf = models.BooleanField("på en andens vegne")
    opened_at = models.DateTimeField("åbnet")
    ends_at = models.DateTimeField("slutter")
    real = models.BinaryField("det rigtige besøgs fingeraftryk", null=True)
    """Of a visit in a practice room: the visit that it was begun from, and with which it ends."""

    class Meta:
        verbose_name = "besøg"
        verbose_name_plural = "besøg"
        indexes: ClassVar[Any] = [models.Index(fields=["person", "ends_at"], name="visit_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.opened_at:%Y-%m-%d %H:%M}"


class VisitKey(models.Model):
    """The key that proves to the database that the server, and not a stray statement, opens a visit."""

    table_class: ClassVar[str] = "organisation"

    key = models.BinaryField("nøgle")

    class Meta:
        verbose_name = "besøgsnøgle"
        verbose_name_plural = "besøgsnøgler"

    def __str__(self) -> str:
        return "besøgsnøgle"  # the key itself is nobody's to read


class Clock(models.Model):
    """The instant that demo and tests set; nothing reads it in production."""

    table_class: ClassVar[str] = "organisation"

    instant = models.DateTimeField("tidspunkt", null=True)

    class Meta:
        verbose_name = "ur"
        verbose_name_plural = "ure"

    def __str__(self) -> str:
        return str(self.instant or "går af sig selv")


class FormKey(models.Model):
    """A form that has been sent once, and where its answer lies; a repeated send gets the same (architecture 8c)."""

    table_class: ClassVar[str] = "organisation"

    key = models.CharField("formularens nøgle", max_length=40)
    person: Any = models.ForeignKey("organisation.Person", models.PROTECT, related_name="+", verbose_name="fagperson")
    answer = models.TextField("svarets adresse")
    at = models.DateTimeField("tidspunkt")

    class Meta:
        verbose_name = "sendt formular"
        verbose_name_plural = "sendte formularer"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["person", "key"], name="formkey_once")]

    def __str__(self) -> str:
        return self.key
