"""A meeting and its agenda, as far as the actor may see them."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.shortcuts import get_object_or_404

from samspil.authority.actor import Actor
from samspil.meetings.models import AgendaItem, Attendance, Convening, Ending, Meeting, MinutesSending, Opening
from samspil.meetings.rules import ordered


def told_meetings() -> QuerySet[Any]:
    """Meetings with what has happened to them, in one query."""
    return Meeting.objects.select_related("body", "circle").annotate(
        convened_at=_last(Convening), started_at=_last(Opening), ended_at=_last(Ending), sent_at=_last(MinutesSending)
    )


def open_meeting(actor: Actor, key: str) -> Any:
    mine = Attendance.objects.filter(meeting=OuterRef("pk"), tenure__person_id=actor.person_id).order_by("pk")
    return get_object_or_404(told_meetings().annotate(my_answer=Subquery(mine.values("answer")[:1])), key=key)


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """The agenda in order, without what was taken off."""
    return ordered([item for item in all_rows_of(meeting) if item.removed_at is None])


def all_rows_of(meeting: Meeting) -> list[AgendaItem]:
    return list(AgendaItem.objects.filter(meeting_key=meeting.key).select_related("circle", "submission"))


def open_item(actor: Actor, meeting: Meeting, key: str) -> AgendaItem:
    """An item of this meeting; an item of another is not found here."""
    rows = AgendaItem.objects.select_related("circle", "submission")
    return get_object_or_404(rows, key=key, meeting_key=meeting.key, removed_at=None)


def _last(model: Any) -> Subquery:
    return Subquery(model.objects.filter(meeting=OuterRef("pk")).order_by("-pk").values("written_at")[:1])
