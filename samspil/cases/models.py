"""A single case (enkeltsag): one young person, one problem, one circle. What happens to it is rows beside it."""

from typing import Any, ClassVar

from django.db import models

from samspil.authority.models import InCircle
from samspil.circles.models import YoungPerson
from samspil.documents.models import TextVersion
from samspil.lib.public_key import new_key


class Case(InCircle):
    """Opened from a matter in a body, or from a concern. `level` is a slug of the municipality's own list (K-05).

    `sort_key`, `lead`, `due` and `ended_at` repeat what the rows beside it say now, so that lists over thousands of
    circles read one table (A12: never a wide join under the policy). The commands keep them.
    """

    kind = "case"
    open_fields = frozenset({"id", "key", "circle_id", "municipality_id", "lead_id", "due", "ended_at"})
    found_by = ("problem",)

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    young_person: Any = models.ForeignKey(
        YoungPerson, models.PROTECT, related_name="cases", db_constraint=False, verbose_name="den unge"
    )
    problem = models.TextField("det konkrete problem")
    level = models.TextField("niveau", blank=True)
    reason = models.TextField("hvorfor sagen blev åbnet")
    sort_key = models.TextField("sorteringsnøgle", editable=False)
    lead: Any = models.ForeignKey(
        "organisation.Tenure", models.PROTECT, null=True, editable=False, related_name="+", verbose_name="tovholder"
    )
    due = models.DateField("næste opfølgning", null=True, editable=False)
    ended_at = models.DateTimeField("afsluttet", null=True, editable=False)

    class Meta:
        verbose_name = "sag"
        verbose_name_plural = "sager"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="case_circle_id")]
        indexes: ClassVar[Any] = [
            models.Index(fields=["circle", "sort_key"], name="case_live", condition=models.Q(ended_at__isnull=True)),
            models.Index(fields=["lead", "due"], name="case_lead_due", condition=models.Q(ended_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.key

    def reading_subject(self) -> int | None:
        return int(self.young_person_id)


class OfCase(InCircle):
    """A row about a case, in the case's circle."""

    kind = "case"

    case: Any = models.ForeignKey(
        Case, models.PROTECT, related_name="%(class)ss", db_constraint=False, verbose_name="sag"
    )

    class Meta:
        abstract = True


class LeadPerson(OfCase):
    """Who holds the threads (tovholder) from a day on; the newest row is the one in force."""

    open_fields = frozenset({"id", "circle_id", "municipality_id", "case_id", "tenure_id", "starts_on"})

    tenure: Any = models.ForeignKey("organisation.Tenure", models.PROTECT, related_name="+", verbose_name="hvem")
    starts_on = models.DateField("fra")

    class Meta:
        verbose_name = "tovholder"
        verbose_name_plural = "tovholdere"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="leadperson_circle_id")]
        indexes: ClassVar[Any] = [models.Index(fields=["circle", "case"], name="leadperson_case")]


class FollowUp(OfCase):
    """A day on which the case is looked at again. The newest row counts, and waits until it has been held."""

    open_fields = frozenset({"id", "circle_id", "municipality_id", "case_id", "due", "held_on"})

    due = models.DateField("senest")
    held_on = models.DateField("holdt", null=True)

    class Meta:
        verbose_name = "opfølgning"
        verbose_name_plural = "opfølgninger"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="followup_circle_id")]
        indexes: ClassVar[Any] = [
            models.Index(fields=["circle", "due"], name="followup_waiting", condition=models.Q(held_on__isnull=True))
        ]


class Closure(OfCase):
    """The case was closed: why, as a slug of the municipality's list, and in words. Never deleted (scenario 14)."""

    reason = models.TextField("grund")
    words = models.TextField("hvad der kom ud af det")

    class Meta:
        verbose_name = "afslutning"
        verbose_name_plural = "afslutninger"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="closure_circle_id")]


class Reopening(OfCase):
    """The case was taken up again after that closure."""

    closure: Any = models.ForeignKey(
        Closure, models.PROTECT, related_name="reopenings", db_constraint=False, verbose_name="afslutning"
    )
    words = models.TextField("hvorfor")

    class Meta:
        verbose_name = "genåbning"
        verbose_name_plural = "genåbninger"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "closure"], name="reopening_once")]


class CaseNote(TextVersion):
    """A line in the case's course, the child's own words with who listened and when (H-01), or what was brought along.

    Of what was brought along `listener` says whose it is.
    """

    kind = "note"
    ENTRY = "entry"
    BROUGHT = "brought"
    CHILD_WORDS = "child_words"

    earlier: "tuple[CaseNote, ...]" = ()
    """The versions that this one took the place of, where a page has loaded them."""
    corrected: str = ""
    """By whom and when it took their place, there too."""

    case: Any = models.ForeignKey(Case, models.PROTECT, related_name="notes", db_constraint=False, verbose_name="sag")
    slot = models.TextField("plads")
    happened_on = models.DateField("hvornår")
    listener = models.TextField("hvem der lyttede", blank=True)

    class Meta(TextVersion.Meta):
        verbose_name = "note i en sag"
        verbose_name_plural = "noter i en sag"
        indexes: ClassVar[Any] = [models.Index(fields=["circle", "case"], name="casenote_case")]


class CaseItem(OfCase):
    """The case is a matter in a body: the key of the item's circle there, and of what was submitted in it."""

    circle_key = models.CharField("punktets rum", max_length=10)
    submission_key = models.CharField("forslag", max_length=10)

    class Meta:
        verbose_name = "sag som punkt"
        verbose_name_plural = "sager som punkter"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "submission_key"], name="caseitem_once"),
        ]


class CaseConcern(OfCase):
    """A concern that led to the case. It lies in the case's circle, so the reporter never learns of it (scenario 4)."""

    concern_key = models.CharField("bekymring", max_length=10)
    child_words_left = models.BooleanField("barnets egne ord blev i bekymringen", default=False)

    class Meta:
        verbose_name = "sagens bekymring"
        verbose_name_plural = "sagens bekymringer"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "concern_key"], name="caseconcern_once"),
        ]
