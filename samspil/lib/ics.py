"""Meetings as iCalendar: invitations, cancellations and a person's feed (RFC 5545, 5546)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress

from samspil.lib import clock

PRODUCT = "-//Samspil//Samspil//DA"
EMAIL = re.compile(r"[^\s@:;,<>\"\\]+@[^\s@:;,<>\"\\]+")
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True)
class Address:
    name: str
    email: str


@dataclass(frozen=True)
class Meeting:
    """`uid` is the same for ever; `sequence` rises with each change of time or place."""

    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: str
    organizer: Address
    location: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False


def uid(public_key: str, host: str) -> str:
    return f"{public_key}@{host}"


def request(meeting: Meeting, attendees: Iterable[Address]) -> bytes:
    """METHOD:REQUEST; send it with the same method in the mail's content type."""
    return _scheduling("REQUEST", meeting, attendees)


def cancellation(meeting: Meeting, attendees: Iterable[Address]) -> bytes:
    """METHOD:CANCEL; the meeting's sequence must have risen since the last request."""
    return _scheduling("CANCEL", meeting, attendees)


def feed(meetings: Iterable[Meeting], name: str) -> bytes:
    """METHOD:PUBLISH without attendees; cancelled meetings stay in, marked so."""
    calendar = _calendar("PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    for meeting in meetings:
        calendar.add_component(_event(meeting))
    return bytes(calendar.to_ical())


def _scheduling(method: str, meeting: Meeting, attendees: Iterable[Address]) -> bytes:
    calendar, event = _calendar(method), _event(meeting)
    if method == "CANCEL":
        event["STATUS"] = "CANCELLED"
    for attendee in attendees:
        event.add("ATTENDEE", _attendee(attendee))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method)
    calendar.add_component(_copenhagen())
    return calendar


def _event(meeting: Meeting) -> Event:
    event = Event()
    event.add("UID", meeting.uid)
    event.add("SEQUENCE", meeting.sequence)
    event.add("DTSTAMP", clock.now())
    event.add("DTSTART", clock.in_copenhagen(meeting.start))
    event.add("DTEND", clock.in_copenhagen(meeting.end))
    event.add("SUMMARY", meeting.summary)
    event.add("STATUS", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("ORGANIZER", _address(meeting.organizer))
    for name in ("location", "description", "url"):
        if text := getattr(meeting, name):
            event.add(name, text)
    return event


def _attendee(person: Address) -> vCalAddress:
    address = _address(person)
    address.params["CUTYPE"] = "INDIVIDUAL"
    address.params["ROLE"] = "REQ-PARTICIPANT"
    address.params["PARTSTAT"] = "NEEDS-ACTION"
    address.params["RSVP"] = "TRUE"
    return address


def _address(person: Address) -> vCalAddress:
    if not EMAIL.fullmatch(person.email):
        message = "an address in a calendar entry is no e-mail address"
        raise ValueError(message)
    address = vCalAddress(f"mailto:{person.email}")
    # A parameter can hold neither quotation marks nor control characters (RFC 5545, 3.1).
    address.params["CN"] = re.sub(r'["\x00-\x1f\x7f]', " ", person.name)
    return address


def _copenhagen() -> Timezone:
    """By rules: a list of transitions is read as winter time all year by several calendars."""
    zone = Timezone()
    zone.add("TZID", clock.COPENHAGEN.key)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    _change(summer, datetime(1970, 3, 29, 2), "CEST", (WINTER, SUMMER))  # noqa: DTZ001 - local
    _change(winter, datetime(1970, 10, 25, 3), "CET", (SUMMER, WINTER))  # noqa: DTZ001 - local
    zone.add_component(summer)
    zone.add_component(winter)
    return zone


def _change(
    part: TimezoneDaylight | TimezoneStandard,
    start: datetime,
    name: str,
    offsets: tuple[timedelta, timedelta],
) -> None:
    part.add("DTSTART", start)
    part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": start.month, "BYDAY": "-1SU"})
    part.add("TZOFFSETFROM", offsets[0])
    part.add("TZOFFSETTO", offsets[1])
    part.add("TZNAME", name)
