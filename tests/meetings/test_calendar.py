"""Calendar entries: the right instants, and no name."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from samspil.lib import clock
from samspil.meetings.commands import moving, planning
from tests.meetings.matters import NAME, REASON, form_data, meeting_of


@pytest.mark.parametrize(("month", "hour"), [(12, 12), (6, 11)])
def test_the_entry_stands_at_the_meeting_s_instant_in_winter_and_summer(
    world: Any, acting: Any, client_of: Any, laid: Any, month: Any, hour: Any
) -> None:
    key, _ = laid
    start = datetime(clock.today().year + 1, month, 9, 13, tzinfo=clock.COPENHAGEN)
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        moving.move_meeting(
            anna, meeting, starts_at=start, ends_at=start + timedelta(minutes=90), place="lokale 2.14", about=""
        )
    sheet: Any = Calendar.from_ical(client_of("mette").get(f"/moeder/{key}/indkaldelse.ics").content)
    (event,) = sheet.walk("VEVENT")
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(start.year, month, 9, hour, tzinfo=UTC)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=90)


def test_no_entry_and_no_feed_names_anybody(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    anna = client_of("anna")
    assert anna.post("/moeder/kalenderlink/", form_data()).status_code == 200
    entry = anna.get(f"/moeder/{key}/indkaldelse.ics").content.decode()
    assert "SSP-netværk Åskolen" in entry.replace("\r\n ", "")
    for word in (*NAME.split(" "), REASON):
        assert word not in entry


def test_a_secret_address_lives_until_its_owner_closes_it(world: Any, client: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    anna = client_of("anna")
    first = address_in(anna.post("/moeder/kalenderlink/", form_data()))
    feed = client.get(first)
    assert feed.status_code == 200
    text = feed.content.decode().replace("\r\n ", "")
    assert key in text
    assert NAME.split(" ")[0] not in text
    second = address_in(anna.post("/moeder/kalenderlink/", form_data()))
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    anna.post("/moeder/kalenderlink/", form_data(close=1))
    assert client.get(second).status_code == 404


def test_a_feed_holds_only_what_its_person_may_see(
    world: Any, client: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, _ = laid
    people = ("bo", "uffe", "karl")
    feeds = {who: address_in(client_of(who).post("/moeder/kalenderlink/", form_data())) for who in people}

    def seen() -> list[bool]:
        return [key in client.get(feeds[who]).content.decode() for who in people]

    assert seen() == [True, False, False], "an outsider hears of a meeting when it is called"
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    assert seen() == [True, True, False]


def address_in(answer: object) -> str:
    import re

    found = re.search(r"/kalender/[\w-]+\.ics", answer.content.decode())  # type: ignore[attr-defined]  # the test client's answer
    assert found is not None
    return found.group(0)
