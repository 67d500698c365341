"""A meeting and its agenda, as far as the actor may see them.

An item and the matter that it is about are loaded in one statement, and that is meant: each is held by its own policy
there too, and both are rows that the log is told of. Asked apart it would be one more question on each page of a
meeting, and somebody might take an item off the agenda between the two answers.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, F, Func, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject
from django.http import Http404
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.meetings.models import (
    AgendaItem,
    Attendance,
    Cancellation,
    Convening,
    Declination,
    Ending,
    Guest,
    Meeting,
    MinutesSending,
    MinuteTaker,
    Moving,
    Opening,
)
from samspil.meetings.queries.people import called_to
from samspil.meetings.rules import ordered
from samspil.organisation.queries import current_bases


def told_meetings() -> QuerySet[Any]:
    """Meetings with what has happened to them, in one query."""
    return Meeting.objects.select_related("body", "circle").annotate(
        convened_at=_last(Convening),
        started_at=_last(Opening),
        ended_at=_last(Ending),
        sent_at=_last(MinutesSending),
        cancelled_at=_last(Cancellation),
    )


def open_meeting(actor: Actor, key: str) -> Any:
    """With the actor's own answer, whether the actor convenes, and who stands in for the writer of the minutes."""
    return _let_in(get_object_or_404(_met_by(actor), key=key))


def read_meeting(actor: Actor, key: str) -> Any:
    """The same for a page, in one question with those called and with what one may share on."""
    bases = current_bases(OuterRef("municipality")).values(told=JSONObject(slug="slug", name="name"))
    rows = _met_by(actor).annotate(called=ArraySubquery(called_to(OuterRef("pk"))), bases=ArraySubquery(bases))
    return _let_in(get_object_or_404(rows, key=key))


def _met_by(actor: Actor) -> QuerySet[Any]:
    mine = Attendance.objects.filter(
        meeting=OuterRef("pk"), tenure__person_id=actor.person_id, withdrawn_at=None
    ).order_by("pk")
    stands_in = MinuteTaker.objects.filter(meeting=OuterRef("pk")).order_by("-pk")
    met: QuerySet[Any] = told_meetings().annotate(
        my_answer=Subquery(mine.values("answer")[:1]),
        is_seated=Exists(mine.filter(is_guest=False, in_place_of=None)),
        stand_in=Subquery(stands_in.values("tenure__person_id")[:1]),
        why_cancelled=_reason(Cancellation),
        why_moved=_reason(Moving),
        convenes=_may(Can.MEETING_CONVENE),
        may_write=_may(Can.OPEN_WRITE),
        reads_open=_may(Can.OPEN_READ),
    )
    return met


def _let_in(meeting: Any) -> Any:
    if meeting.convened_at is None and meeting.started_at is None and not meeting.may_write:
        raise Http404  # whoever only reads the open part hears of a meeting when it is called
    return meeting


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """The agenda in order, without what was taken off."""
    return ordered([item for item in all_rows_of(meeting) if item.removed_at is None])


def all_rows_of(meeting: Meeting) -> list[AgendaItem]:
    return list(_rows_of(meeting))


def _rows_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.filter(meeting_key=meeting.key).select_related("circle", "submission")


def told_items(meeting: Meeting) -> list[Any]:
    """The agenda with who is asked in for each item, and who has chosen not to share there."""
    here = {"item": OuterRef("pk"), "circle": OuterRef("circle")}
    guests = Guest.objects.filter(withdrawn_at=None, **here).order_by("pk")
    silent = Declination.objects.filter(**here).order_by("pk")
    rows = _rows_of(meeting).annotate(
        asked_in=ArraySubquery(guests.values("tenure_id")),
        declined=ArraySubquery(silent.values("tenure__person__name")),
    )
    items = ordered([item for item in rows if item.removed_at is None])
    for item in items:
        if item.submission is not None and item.submission.circle_id == item.circle_id:
            item.submission.circle = item.circle
    return items


def open_item(actor: Actor, meeting: Meeting, key: str) -> AgendaItem:
    """An item of this meeting; an item of another is not found here."""
    rows = AgendaItem.objects.select_related("circle", "submission")
    return get_object_or_404(rows, key=key, meeting_key=meeting.key, removed_at=None)


def _may(can: Can) -> Func:
    return Func(Value(can), F("circle_id"), function="may", output_field=BooleanField())


def _reason(model: Any) -> Subquery:
    return Subquery(model.objects.filter(meeting=OuterRef("pk")).order_by("-pk").values("reason")[:1])


def _last(model: Any) -> Subquery:
    return Subquery(model.objects.filter(meeting=OuterRef("pk")).order_by("-pk").values("written_at")[:1])
