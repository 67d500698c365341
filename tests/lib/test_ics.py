from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from samspil.lib import clock, ics
from samspil.lib.ics import Address, Meeting

ANNA = Address("Anna Holm", "anna@lillerup.example")
BO = Address("Bo Lauritsen", "bo@politi.example")
SUMMER = datetime(2026, 7, 1, 11, tzinfo=UTC)
WINTER = datetime(2026, 12, 9, 12, tzinfo=UTC)


def meeting(start: datetime = WINTER, sequence: int = 0) -> Meeting:
    end = start + timedelta(minutes=90)
    return Meeting(ics.uid("bcdfghjkmn", "samspil.example"), sequence, start, end, "Netværksmøde", ANNA, "Lokale 2.14")


def events_in(data: bytes) -> list[Any]:
    """As Any: icalendar types every property as the union of all."""
    return list(Calendar.from_ical(data).events)


def only_event(data: bytes) -> Any:
    (event,) = events_in(data)
    return event


def written_times(data: bytes) -> list[str]:
    """The start and end as they stand in the file, without a zone."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return [line.split(":")[1] for line in lines if line.startswith(("DTSTART;TZID=", "DTEND;TZID="))]


def test_an_invitation() -> None:
    with clock.fixed(datetime(2026, 11, 1, 8, tzinfo=UTC)):
        data = ics.request(meeting(sequence=2), [BO])
    event = only_event(data)
    assert b"\r\nMETHOD:REQUEST\r\n" in data
    assert (event["UID"], event["SEQUENCE"]) == ("bcdfghjkmn@samspil.example", 2)
    assert event["DTSTAMP"].dt == datetime(2026, 11, 1, 8, tzinfo=UTC)
    assert event["ORGANIZER"] == "mailto:anna@lillerup.example"
    assert event["ATTENDEE"] == "mailto:bo@politi.example"
    params = event["ATTENDEE"].params
    assert (params["CN"], params["RSVP"], params["PARTSTAT"]) == ("Bo Lauritsen", "TRUE", "NEEDS-ACTION")
    assert (event["SUMMARY"], event["LOCATION"], event["STATUS"]) == ("Netværksmøde", "Lokale 2.14", "CONFIRMED")


def test_the_uid_stays_and_the_sequence_rises_through_change_and_cancellation() -> None:
    events = [
        only_event(data)
        for data in (
            ics.request(meeting(), [ANNA, BO]),
            ics.request(meeting(SUMMER, 1), [ANNA, BO]),
            ics.cancellation(meeting(SUMMER, 2), [ANNA, BO]),
        )
    ]
    assert len({event["UID"] for event in events}) == 1
    assert [event["SEQUENCE"] for event in events] == [0, 1, 2]
    assert [event["STATUS"] for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]


def test_a_cancellation() -> None:
    data = ics.cancellation(meeting(sequence=1), [BO])
    assert b"\r\nMETHOD:CANCEL\r\n" in data
    assert data.count(b"STATUS:") == 1


@pytest.mark.parametrize("start", [SUMMER, WINTER, datetime(2026, 3, 29, 1, tzinfo=UTC)])
def test_instants_in_utc_by_two_engines(start: datetime) -> None:
    data = ics.request(meeting(start), [BO])
    event = only_event(data)
    assert event["DTSTART"].dt.astimezone(UTC) == start
    assert event["DTEND"].dt.astimezone(UTC) == start + timedelta(minutes=90)
    # dateutil reads the zone from the file itself, by its rules.
    zone = tzical(StringIO(data.decode())).get("Europe/Copenhagen")
    assert zone is not None
    told = [datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=zone) for text in written_times(data)]
    assert [instant.astimezone(UTC) for instant in told] == [start, start + timedelta(minutes=90)]


@given(st.datetimes(datetime(1997, 1, 1), datetime(2037, 1, 1)))  # noqa: DTZ001 - times of day in Copenhagen
def test_the_zone_in_the_file_is_that_of_copenhagen(local: datetime) -> None:
    (zone,) = Calendar.from_ical(ics.feed([], "Samspil")).timezones
    transitions = zone.to_tz(lookup_tzid=False)
    here = local.replace(tzinfo=clock.COPENHAGEN)
    # The hour that comes twice or never is told differently by different engines.
    if here.replace(fold=1).utcoffset() == here.utcoffset():
        assert local.replace(tzinfo=transitions).utcoffset() == here.utcoffset()


def test_the_zone_has_rules_and_no_list_of_transitions() -> None:
    data = ics.request(meeting(), [BO]).decode()
    assert "RDATE" not in data
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n" in data
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n" in data
    assert "DTSTART;TZID=Europe/Copenhagen:20261209T130000\r\n" in data


def test_a_feed_publishes_without_names_of_those_invited() -> None:
    cancelled = replace(meeting(SUMMER), uid="other@samspil.example", cancelled=True)
    data = ics.feed([meeting(), cancelled], "Mine møder")
    events = events_in(data)
    assert b"\r\nMETHOD:PUBLISH\r\n" in data
    assert [event["STATUS"] for event in events] == ["CONFIRMED", "CANCELLED"]
    assert b"ATTENDEE" not in data


@pytest.mark.parametrize("text", ["Møde\r\nATTENDEE:mailto:x@y.example", "Møde;med,tegn\\og\nlinjer", "æ" * 200])
def test_texts_cannot_break_out_of_their_line(text: str) -> None:
    data = ics.request(replace(meeting(), summary=text, description=text), [BO])
    event = only_event(data)
    assert event["SUMMARY"].replace("\r\n", "\n") == text.replace("\r\n", "\n")
    assert event["ATTENDEE"] == "mailto:bo@politi.example"
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_names_cannot_break_out_of_their_parameter() -> None:
    wild = Address('Bo "B"; \r\nX:1, Åse', BO.email)
    event = only_event(ics.request(meeting(), [wild]))
    assert event["ATTENDEE"] == "mailto:bo@politi.example"
    assert event["ATTENDEE"].params["CN"] == "Bo  B ;   X:1, Åse"


@pytest.mark.parametrize("email", ["", "bo", "bo@x.example\r\nX:1", "a@b.example,c@d.example", "Bo <bo@x.example>"])
def test_what_is_no_mail_address_is_refused(email: str) -> None:
    with pytest.raises(ValueError, match="no e-mail address"):
        ics.request(meeting(), [Address("Bo", email)])
