"""Minutes that went out are news on each member's Min SSP until opened, and again when sent again."""

from typing import Any

from samspil.meetings.commands import planning, running
from tests.meetings.matters import meeting_of

NEWS = "Læs referatet fra"


def test_minutes_are_news_until_each_has_opened_them(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid

    def told(who: str) -> bool:
        return NEWS in client_of(who).get("/").content.decode()

    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        planning.convene(anna, meeting)
        running.start_meeting(anna, meeting)
        running.end_meeting(anna, meeting)
    client_of("bo").get(f"/moeder/{key}/referat/")
    assert not told("bo")
    with acting("anna") as anna:
        running.send_minutes(anna, meeting_of(anna, key))
    assert [told(who) for who in ("bo", "mette", "uffe", "anna", "nanna")] == [True, True, True, False, False]
    assert client_of("bo").get(f"/moeder/{key}/referat/").status_code == 200
    assert [told(who) for who in ("bo", "mette")] == [False, True]
    with acting("anna") as anna:
        running.send_minutes(anna, meeting_of(anna, key))
    assert told("bo")
