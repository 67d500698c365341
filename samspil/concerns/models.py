"""What somebody is worried about, and what is done with it. All of it lies in the concern's own circle."""

from typing import Any, ClassVar

from django.db import models

from samspil.authority.models import InCircle
from samspil.documents.models import TextVersion
from samspil.lib.public_key import new_key


class Concern(InCircle):
    """A worry as told by the one who follows it. A draft until there is a `Sending`.

    `version` counts each save of the draft, so that two windows do not write over each other. `about` is
    what is said instead of a name. `notice_in_doubt` is set at sending: somebody must say whether the
    municipality is to be notified, before this leaves the queue (law L18).
    """

    kind = "concern"
    open_fields = frozenset({"id", "key", "circle_id", "municipality_id", "young_person_id"})
    found_by = ("about",)

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    young_person: Any = models.ForeignKey(
        "circles.YoungPerson",
        models.PROTECT,
        null=True,
        related_name="concerns",
        db_constraint=False,
        verbose_name="den unge",
    )
    version = models.PositiveIntegerField("version", default=1)
    saved_at = models.DateTimeField("gemt", null=True)
    kinds = models.JSONField("arter", default=list)
    urgency = models.TextField("hvor meget det haster", default="days")
    asks_only_for_sparring = models.BooleanField("vil kun have råd", default=False)
    about = models.TextField("uden navn, om", blank=True)
    happened_on = models.DateField("dag", null=True)
    happened_at = models.TimeField("klokkeslæt", null=True)
    place = models.TextField("sted", blank=True)
    told = models.JSONField("hvem der ved det", default=list)
    reachable = models.TextField("træffes", blank=True)
    notified = models.TextField("har den, der skriver, underrettet", blank=True)
    notified_at = models.DateTimeField("svaret på det", null=True)
    notified_by: Any = models.ForeignKey(
        "organisation.Tenure", models.PROTECT, null=True, related_name="+", verbose_name="svaret af"
    )
    notice_in_doubt = models.BooleanField("underretning skal afklares", default=False)

    class Meta:
        verbose_name = "bekymring"
        verbose_name_plural = "bekymringer"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "id"], name="concern_circle_id")]

    def __str__(self) -> str:
        return self.key

    @property
    def acute(self) -> bool:
        return self.urgency == "now"


class OfConcern(InCircle):
    """A row about one concern, in its circle."""

    concern: Any = models.ForeignKey(
        Concern, models.PROTECT, related_name="%(class)s_rows", db_constraint=False, verbose_name="bekymring"
    )

    class Meta:
        abstract = True


class ConcernText(TextVersion):
    """One of the three voices: what was seen, what it may mean, the child's own words. Never mixed (law L25)."""

    kind = "concern"
    found_by = ("text",)
    found_slips = False

    concern: Any = models.ForeignKey(
        Concern, models.PROTECT, related_name="texts", db_constraint=False, verbose_name="bekymring"
    )
    slot = models.TextField("felt")

    class Meta(TextVersion.Meta):
        abstract = False
        verbose_name = "tekst i en bekymring"
        verbose_name_plural = "tekster i bekymringer"


class Sending(OfConcern):
    """The concern was sent to this receiver, at `written_at`, by `written_by`."""

    kind = "concern"

    unit: Any = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, related_name="+", verbose_name="enhed"
    )
    body: Any = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="+", verbose_name="organ"
    )

    class Meta:
        verbose_name = "afsendelse"
        verbose_name_plural = "afsendelser"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "concern"], name="sending_once")]

    @property
    def receiver(self) -> Any:
        return self.unit or self.body


class Triage(OfConcern):
    """What was chosen, and why. The reporter never reads it. `opened_key` names the circle that was opened for it."""

    kind = "triage"

    outcome = models.TextField("valg")
    reason = models.TextField("begrundelse", blank=True)
    necessity = models.TextField("hvorfor det er nødvendigt at dele", blank=True)
    body: Any = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="+", verbose_name="organ"
    )
    opened_key = models.CharField("åbnet rum", max_length=10, blank=True)

    class Meta:
        verbose_name = "vurdering"
        verbose_name_plural = "vurderinger"
        indexes: ClassVar[Any] = [models.Index(fields=["circle", "written_at"], name="triage_circle_written")]


class Answer(OfConcern):
    """What the reporter is told: that something happens, never all that happens (law L22)."""

    kind = "answer"

    text = models.TextField("svar")

    class Meta:
        verbose_name = "svar"
        verbose_name_plural = "svar"


class Notice(OfConcern):
    """The statutory notification (underretning), step by step: sent, not needed, acknowledged. The latest row holds."""

    kind = "triage"

    outcome = models.TextField("udfald")
    reason = models.TextField("begrundelse", blank=True)
    receiver = models.TextField("sendt til", blank=True)

    class Meta:
        verbose_name = "underretning"
        verbose_name_plural = "underretninger"


class Likeness(OfConcern):
    """A person has judged whether the young person of another concern is the same one. Nothing is joined by it."""

    kind = "triage"

    other_key = models.CharField("den anden bekymring", max_length=10)
    same = models.BooleanField("den samme")

    class Meta:
        verbose_name = "sammenligning"
        verbose_name_plural = "sammenligninger"
