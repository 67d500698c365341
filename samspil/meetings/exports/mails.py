"""The mails of a meeting. Made as the receiver; they say where and when, and link to the rest.

Of what somebody has typed the place alone stands in them; whoever writes it is told so.
"""

from collections.abc import Mapping
from typing import Any

from samspil.authority.actor import Actor
from samspil.lib import clock, danish_dates
from samspil.meetings.exports.calendar import address_of, invitation
from samspil.meetings.models import Attendance, Meeting
from samspil.post.exports import Enclosure, Mail, mail_kind

CALENDAR = "text/calendar; method=REQUEST"
CANCEL = "text/calendar; method=CANCEL"


@mail_kind("meetings.convening")
def convening(actor: Actor, payload: Mapping[str, Any]) -> Mail | None:
    meeting = _visible(payload)
    if meeting is None:
        return None
    return _asking(actor, meeting, "Indkaldelse", f"Du er indkaldt til {meeting.body.name}.", "Svar, og se dagsordenen")


@mail_kind("meetings.invited")
def invited(actor: Actor, payload: Mapping[str, Any]) -> Mail | None:
    """A guest or a deputy is asked to one meeting."""
    meeting = _visible(payload)
    row = Attendance.objects.filter(pk=payload["attendance"], withdrawn_at=None).first()
    if meeting is None or row is None:
        return None
    asked = "inviteret som gæst til" if row.is_guest else "sat på som stedfortræder ved"
    return _asking(actor, meeting, "Invitation", f"Du er {asked} {meeting.body.name}.", "Svar, og se dagsordenen")


@mail_kind("meetings.moving")
def moving(actor: Actor, payload: Mapping[str, Any]) -> Mail | None:
    """The reason stands on the meeting's page, not here. Whoever has answered for this time is not asked again."""
    meeting = _visible(payload)
    if meeting is None:
        return None
    rows = Attendance.objects.filter(circle=meeting.circle_id, meeting=meeting, tenure__person_id=actor.person_id)
    asked = (
        "Se hvorfor, og svar på, om du kommer"
        if rows.filter(answer="").exists()
        else "Dit svar gælder stadig. Se hvorfor"
    )
    return _asking(actor, meeting, "Flyttet", f"Mødet i {meeting.body.name} er flyttet. Nu er det:", asked)


@mail_kind("meetings.cancellation")
def cancellation(actor: Actor, payload: Mapping[str, Any]) -> Mail | None:
    meeting = _visible(payload)
    if meeting is None:
        return None
    told = f"Mødet i {meeting.body.name} er aflyst.\n\n{_when(meeting)}\n{meeting.place}"
    entry = Enclosure("aflysning.ics", invitation(meeting, actor.person_id), CANCEL)
    return Mail(
        f"Aflyst: {meeting.body.name}, {_day(meeting)}", f"{told}\n\nSe hvorfor:\n{address_of(meeting)}\n", (entry,)
    )


@mail_kind("meetings.minutes")
def minutes(actor: Actor, payload: Mapping[str, Any]) -> Mail | None:
    del actor
    meeting = _visible(payload)
    if meeting is None:
        return None
    told = f"Referatet fra {meeting.body.name}, {_day(meeting)}, er klar."
    text = f"{told}\n\nHer står det, du må se:\n{address_of(meeting)}referat/\n"
    return Mail(f"Referat: {meeting.body.name}, {_day(meeting)}", text)


def _asking(actor: Actor, meeting: Meeting, kind: str, first: str, then: str) -> Mail:
    """When and where, what to do, and the entry for the receiver's calendar."""
    text = f"{first}\n\n{_when(meeting)}\n{meeting.place}\n\n{then}:\n{address_of(meeting)}\n"
    entry = Enclosure("indkaldelse.ics", invitation(meeting, actor.person_id), CALENDAR)
    return Mail(f"{kind}: {meeting.body.name}, {_day(meeting)}", text, (entry,))


def _visible(payload: Mapping[str, Any]) -> Meeting | None:
    return Meeting.objects.select_related("body", "municipality").filter(pk=payload["meeting"]).first()


def _day(meeting: Meeting) -> str:
    return danish_dates.short_day(clock.in_copenhagen(meeting.starts_at).date())


def _when(meeting: Meeting) -> str:
    start, end = clock.in_copenhagen(meeting.starts_at), clock.in_copenhagen(meeting.ends_at)
    return f"{danish_dates.long_day(start.date())}, {danish_dates.span(start, end)}"
