"""The meeting and what happens to it: all in the body's open circle, and nothing of it ever names a child."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from samspil.authority.models import InCircle
from samspil.lib.public_key import new_key


class Meeting(InCircle):
    """A body meets. `occasion` is ordinary, theme or extraordinary; what has happened to it are rows."""

    kind = "open"
    named = False
    guests_see = "key = any((select asked_about())::text[])"
    found_by = ("subject", "place")

    key = models.CharField("nøgle", max_length=10, unique=True, default=new_key, editable=False)
    body: Any = models.ForeignKey("organisation.Body", models.PROTECT, related_name="+", verbose_name="organ")
    occasion = models.TextField("anledning", default="ordinary")
    subject = models.TextField("emne", blank=True)
    starts_at = models.DateTimeField("begynder")
    ends_at = models.DateTimeField("slutter")
    place = models.TextField("sted", blank=True)

    class Meta:
        verbose_name = "møde"
        verbose_name_plural = "møder"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "id"], name="meeting_circle_id"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"),
        ]
        indexes: ClassVar[Any] = [models.Index(fields=["circle", "starts_at"], name="meeting_circle_starts")]

    def __str__(self) -> str:
        return self.key


class OfMeeting(InCircle):
    """Something that happened to a meeting: a row, so that who and when are known."""

    kind = "open"
    named = False
    guests_see = "meeting_id = any((select guest_meetings())::bigint[])"

    meeting: Any = models.ForeignKey(
        Meeting, models.PROTECT, related_name="%(class)ss", db_constraint=False, verbose_name="møde"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.meeting_id}"


class Convening(OfMeeting):
    """The members were called; again, when time or place has changed."""

    class Meta:
        verbose_name = "indkaldelse"
        verbose_name_plural = "indkaldelser"


class Moving(OfMeeting):
    """Another time or place than the members were told; `starts_at` and `place` are what was before."""

    starts_at = models.DateTimeField("begyndte før")
    place = models.TextField("var før", blank=True)
    reason = models.TextField("grund")

    class Meta:
        verbose_name = "flytning af møde"
        verbose_name_plural = "flytninger af møder"


class Cancellation(OfMeeting):
    """The meeting is not held. What was on its agenda comes back on the body's next one."""

    reason = models.TextField("grund")

    class Meta:
        verbose_name = "aflysning"
        verbose_name_plural = "aflysninger"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "meeting"], name="cancellation_once")]


class MinuteTaker(OfMeeting):
    """Somebody stands in as the writer of this meeting's minutes; the newest row holds."""

    tenure: Any = models.ForeignKey("organisation.Tenure", models.PROTECT, related_name="+", verbose_name="udpegning")

    class Meta:
        verbose_name = "afløser for referenten"
        verbose_name_plural = "afløsere for referenten"


class Opening(OfMeeting):
    class Meta:
        verbose_name = "mødestart"
        verbose_name_plural = "mødestarter"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "meeting"], name="opening_once")]


class Ending(OfMeeting):
    class Meta:
        verbose_name = "mødeafslutning"
        verbose_name_plural = "mødeafslutninger"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "meeting"], name="ending_once")]


class MinutesSending(OfMeeting):
    """The minutes went out; again after a correction."""

    class Meta:
        verbose_name = "udsendelse af referat"
        verbose_name_plural = "udsendelser af referat"


class Attendance(OfMeeting):
    """Who was called by which seat, what they answered, whether they came, and since when they wait outside.

    A guest is asked for items or the open part; a deputy stands `in_place_of` somebody, for this meeting alone.
    `minutes_opened_at` is when the minutes were last opened: until then they are news to this person.
    """

    tenure: Any = models.ForeignKey("organisation.Tenure", models.PROTECT, related_name="+", verbose_name="udpegning")
    answer = models.TextField("svar", blank=True)
    answered_at = models.DateTimeField("svaret", null=True)
    present = models.BooleanField("til stede", null=True)
    outside_since = models.DateTimeField("venter udenfor siden", null=True)
    is_guest = models.BooleanField("gæst", default=False)
    in_place_of: Any = models.ForeignKey(
        "organisation.Tenure", models.PROTECT, null=True, related_name="+", verbose_name="stedfortræder for"
    )
    withdrawn_at = models.DateTimeField("invitation trukket tilbage", null=True)
    minutes_opened_at = models.DateTimeField("referatet åbnet", null=True)

    class Meta:
        verbose_name = "deltagelse"
        verbose_name_plural = "deltagelser"
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(fields=["circle", "meeting", "tenure"], name="attendance_once")
        ]
        indexes: ClassVar[Any] = [models.Index(fields=["circle", "meeting"], name="attendance_meeting")]


class Guest(OfMeeting):
    """Somebody is asked in for one open item. Who is asked to a closed one stands in its circle, and nowhere else."""

    guests_see = "item_id = any((select guest_items())::bigint[])"

    tenure: Any = models.ForeignKey("organisation.Tenure", models.PROTECT, related_name="+", verbose_name="udpegning")
    item: Any = models.ForeignKey(
        "meetings.AgendaItem", models.PROTECT, related_name="guests", db_constraint=False, verbose_name="punkt"
    )
    withdrawn_at = models.DateTimeField("invitation trukket tilbage", null=True)

    class Meta:
        verbose_name = "gæst"
        verbose_name_plural = "gæster"
        constraints: ClassVar[Any] = [models.UniqueConstraint(fields=["circle", "item", "tenure"], name="guest_once")]
