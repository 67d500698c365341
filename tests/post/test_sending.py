"""The outbox: made as the receiver at that second, sent once, and never with a name."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.lib import clock
from samspil.meetings.commands import planning, running
from samspil.post import exports
from samspil.post.commands import queue_mails
from samspil.post.jobs.sending import NO_ADDRESS, NOTHING_VISIBLE, send_due
from samspil.post.models import Outgoing
from tests.meetings.matters import NAME, REASON, bring_matter, lay_meeting, meeting_of


@pytest.fixture
def convened(acting: Any) -> str:
    from samspil.meetings.commands.agenda import build_agenda

    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        build_agenda(anna, meeting)
        bring_matter(anna, meeting)
        planning.convene(anna, meeting)
        return str(meeting.key)


@pytest.mark.requirement("F-04")
def test_a_call_goes_to_each_member_with_a_calendar_entry_and_no_name(
    world: Any, convened: Any, mailoutbox: Any
) -> None:
    assert send_due() == 8
    assert send_due() == 0
    assert {mail.to[0] for mail in mailoutbox} >= {
        "anna@lillerup.example",
        "bo@lillerup.example",
        "uffe@lillerup.example",
    }
    for mail in mailoutbox:
        whole = mail.message().as_string()
        for word in (*NAME.split(" "), REASON):
            assert word not in whole
        assert f"/moeder/{convened}/" in mail.body
        assert [kind for _, kind in mail.alternatives] == ["text/calendar; method=REQUEST"]
        assert f"mailto:{mail.to[0]}" in str(mail.alternatives[0][0]).replace("\r\n ", "")


def test_the_minutes_are_a_link(world: Any, acting: Any, convened: Any, mailoutbox: Any) -> None:
    with acting("anna") as anna:
        meeting = meeting_of(anna, convened)
        running.start_meeting(anna, meeting)
        running.end_meeting(anna, meeting)
        running.send_minutes(anna, meeting)
    send_due()
    links = [mail for mail in mailoutbox if mail.subject.startswith("Referat")]
    assert len(links) == 8
    assert all(f"/moeder/{convened}/referat/" in mail.body for mail in links)
    assert not [mail for mail in links if NAME.split(" ")[0] in mail.message().as_string()]


def test_whoever_no_longer_sees_it_gets_nothing_and_the_row_says_so(world: Any, acting: Any, mailoutbox: Any) -> None:
    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        people = {world.people["karl"]: "1", world.people["bo"]: "1"}
        queue_mails("meetings.minutes", people, municipality_id=world.lillerup, payload={"meeting": meeting.pk})
    assert send_due() == 1
    assert [mail.to for mail in mailoutbox] == [["bo@lillerup.example"]]
    assert Outgoing.objects.get(person_id=world.people["karl"]).refused == NOTHING_VISIBLE


def test_the_same_mail_is_queued_once(world: Any, acting: Any) -> None:
    for _ in range(2):
        queue_mails(
            "meetings.minutes", {world.people["bo"]: "same"}, municipality_id=world.lillerup, payload={"meeting": 0}
        )
    assert Outgoing.objects.count() == 1


def test_a_mail_that_fails_waits_longer_and_is_given_up_in_the_end(
    world: Any, mailoutbox: Any, monkeypatch: Any, clock_at: Any
) -> None:
    def fails(*_: object) -> None:
        raise OSError("no such line")

    start = clock.now()
    monkeypatch.setitem(exports.KINDS, "test.fails", fails)
    queue_mails("test.fails", {world.people["bo"]: "1"}, municipality_id=world.lillerup, payload={})
    waits = []
    row = Outgoing.objects.get()
    for _ in range(8):
        assert send_due() == 0
        row = Outgoing.objects.get()
        waits.append(row.due - clock.now())
        clock_at(row.due + timedelta(seconds=1))
    assert waits == sorted(waits)
    assert waits[-1] > waits[0]
    assert clock.now() > start
    assert (row.tries, row.refused, row.sent_at) == (8, "tried too often", None)
    assert mailoutbox == []


def test_somebody_without_an_address_is_told_of_in_the_row(world: Any, acting: Any, monkeypatch: Any) -> None:
    from samspil.organisation.models import Person

    with acting("anna") as anna:
        meeting = lay_meeting(anna)
        queue_mails(
            "meetings.minutes",
            {world.people["bo"]: "1"},
            municipality_id=world.lillerup,
            payload={"meeting": meeting.pk},
        )
    monkeypatch.setattr(Person, "work_email", property(lambda _: "", lambda *_: None))
    send_due()
    assert Outgoing.objects.get().refused == NO_ADDRESS


def test_only_the_worker_acts_for_another(world: Any) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select session_user")
        assert cursor.fetchone() == ("samspil_worker",)
