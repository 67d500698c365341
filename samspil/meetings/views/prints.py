"""What leaves the screen: the minutes of this reader, the calendar entry, the calendar address."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from samspil.authority.doors import Reach, door
from samspil.authority.request import Request
from samspil.meetings.commands.running import open_minutes
from samspil.meetings.exports import calendar
from samspil.meetings.queries.agenda import open_meeting
from samspil.meetings.queries.minutes import minutes_of
from samspil.ui.forms import new_form_key
from samspil.ui.page import page

PRACTICE = "ØVELSE: "
CALENDAR = "text/calendar; charset=utf-8"


@door("meetings.minutes")
@require_safe
def minutes(request: Request, key: str) -> HttpResponse:
    shown = minutes_of(request.actor, key)
    if shown.meeting.sent_at is not None:
        open_minutes(shown.meeting)
    return page(request, "meetings/minutes.html", {"minutes": shown, "fresh_key": new_form_key})


@door("meetings.invitation")
@require_safe
def invitation(request: Request, key: str) -> HttpResponse:
    meeting = open_meeting(request.actor, key)
    mark = PRACTICE if request.actor.practice_of else ""
    return _calendar(calendar.invitation(meeting, request.actor.person_id, mark), "indkaldelse.ics")


@door("meetings.feed", Reach.SECRET)
@require_safe
def feed(request: Request, secret: str) -> HttpResponse:
    del request
    return _calendar(calendar.feed(secret), "moeder.ics")


def _calendar(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=CALENDAR, headers=headers)
