"""What is brought to a body, what it decides, and who promises what by when."""

from typing import Any, ClassVar

from django.db import models

from samspil.authority.models import InCircle
from samspil.lib.excerpts import Excerpt
from samspil.lib.public_key import new_key


class Submission(InCircle):
    """A matter brought to a body. It lies in the circle of that matter in that body (kind `item`), or in the body's
    open circle; the body's next agenda takes up every submission that is not `settled`.

    `subject_kind` and `subject_key` name what it is about (`concern`, `case`, or nothing), for whoever may open that.
    `excerpts` is what was taken along; it is read with the matter and never changed, so it needs no rows of its own.
    """

    kind = "item"
    also_open = True
    named = False
    open_fields = frozenset({"id", "key", "circle_id", "municipality_id", "body_id", "settled_at"})
    found_by = ("title", "reason")

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    body: Any = models.ForeignKey("organisation.Body", models.PROTECT, related_name="+", verbose_name="organ")
    title = models.TextField("overskrift")
    reason = models.TextField("hvorfor på dagsordenen")
    subject_kind = models.TextField("art", blank=True)
    subject_key = models.CharField("om", max_length=10, blank=True)
    excerpts = models.JSONField("taget med", default=list)
    settled_at = models.DateTimeField("afsluttet", null=True)

    class Meta:
        verbose_name = "forslag til punkt"
        verbose_name_plural = "forslag til punkter"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="submission_circle_id")]
        indexes: ClassVar[Any] = [
            models.Index(
                fields=["circle", "body"], name="submission_waiting", condition=models.Q(settled_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def brought(self) -> tuple[Excerpt, ...]:
        """What was taken along when the matter was brought."""
        return tuple(one for one in map(Excerpt.read, self.excerpts) if one.text)

    def told_of(self, slot: str) -> bool:
        """Whether there was such a text where the matter came from, taken along or left there."""
        return any(one["slot"] == slot for one in self.excerpts)


class Decision(InCircle):
    """What a body decided about a submission on a day. `outcome` is a word of the municipality's own list."""

    kind = "decision"
    also_open = True
    named = False
    guests_see = "id = any((select guest_decisions())::bigint[])"
    found_by = ("text",)
    found_slips = False

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    submission: Any = models.ForeignKey(
        Submission, models.PROTECT, related_name="decisions", db_constraint=False, verbose_name="forslag"
    )
    meeting_key = models.CharField("møde", max_length=10, blank=True)
    outcome = models.TextField("udfald")
    text = models.TextField("beslutning", blank=True)

    class Meta:
        verbose_name = "beslutning"
        verbose_name_plural = "beslutninger"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="decision_circle_id")]

    def __str__(self) -> str:
        return self.key


class Commitment(InCircle):
    """Who does what by when (aftale). It ends by a `CommitmentReport`."""

    kind = "commitment"
    also_open = True
    named = False
    guests_see = "decision_id = any((select guest_decisions())::bigint[])"
    open_fields = frozenset({"id", "key", "circle_id", "municipality_id", "due", "tenure_id", "ended_at"})
    found_by = ("what",)

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    submission: Any = models.ForeignKey(
        Submission, models.PROTECT, null=True, related_name="commitments", db_constraint=False, verbose_name="forslag"
    )
    decision: Any = models.ForeignKey(
        Decision, models.PROTECT, null=True, related_name="commitments", db_constraint=False, verbose_name="beslutning"
    )
    tenure: Any = models.ForeignKey("organisation.Tenure", models.PROTECT, related_name="+", verbose_name="hvem")
    what = models.TextField("gør hvad")
    due = models.DateField("senest")
    ended_at = models.DateTimeField("afsluttet", null=True)

    class Meta:
        verbose_name = "aftale"
        verbose_name_plural = "aftaler"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="commitment_circle_id")]
        indexes: ClassVar[Any] = [
            models.Index(
                fields=["circle", "due"], name="commitment_running", condition=models.Q(ended_at__isnull=True)
            ),
            models.Index(fields=["tenure", "due"], name="commitment_tenure", condition=models.Q(ended_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.key


class CommitmentReport(InCircle):
    """How a commitment went, in the words of the one who promised: done, dropped, or still running."""

    kind = "commitment"
    also_open = True
    named = False

    commitment: Any = models.ForeignKey(
        Commitment, models.PROTECT, related_name="reports", db_constraint=False, verbose_name="aftale"
    )
    outcome = models.TextField("udfald")
    text = models.TextField("hvordan gik det", blank=True)

    class Meta:
        verbose_name = "melding om en aftale"
        verbose_name_plural = "meldinger om aftaler"
