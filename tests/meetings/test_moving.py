"""A meeting is moved and cancelled with a reason; the called hear of it, and their calendars follow."""

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from samspil.authority.errors import Refusal
from samspil.meetings.commands import agenda, moving, planning, running
from samspil.meetings.exports import mails
from samspil.meetings.models import Attendance, Moving
from samspil.meetings.queries.agenda import items_of
from samspil.post.models import Outgoing
from tests.meetings.matters import form_data, lay_meeting, meeting_of

WHY = "Lokalet er optaget"


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def move(actor: Any, meeting: Any, hours: int = 24, **facts: Any) -> None:
    later = meeting.starts_at + timedelta(hours=hours)
    facts = {"place": "salen", "about": "rygter", **facts}
    moving.move_meeting(actor, meeting, starts_at=later, ends_at=later + timedelta(hours=1), **facts)


def test_a_meeting_that_nobody_is_called_to_is_only_planned_anew(world: Any, acting: Any, laid: Any) -> None:
    with acting("anna") as anna:
        meeting = meeting_of(anna, laid[0])
        before = meeting.starts_at
        move(anna, meeting)
        found = meeting_of(anna, laid[0])
        assert (found.place, found.starts_at) == ("salen", before + timedelta(days=1))
        assert not Moving.objects.exists()
        assert not Outgoing.objects.filter(kind="meetings.moving").exists()


def test_a_move_is_told_with_a_reason_and_asks_all_again(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    with acting("bo") as bo:
        planning.answer_invitation(bo, meeting_of(bo, key), answer="yes")
    before = event(client_of("bo"), key)
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        with pytest.raises(Refusal, match="hvorfor"):
            move(anna, meeting)
        move(anna, meeting, reason=WHY)
        called = Attendance.objects.filter(meeting=meeting).count()
        assert Outgoing.objects.filter(kind="meetings.moving").count() == called
        assert not Attendance.objects.filter(meeting=meeting, answer="yes").exists()
    after = event(client_of("bo"), key)
    assert (after["SEQUENCE"], after["UID"]) == (before["SEQUENCE"] + 1, before["UID"])
    assert WHY in text_of(client_of("bo").get(f"/moeder/{key}/"))
    assert WHY not in str(after)


def test_another_place_alone_keeps_the_answers(world: Any, acting: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    with acting("bo") as bo:
        planning.answer_invitation(bo, meeting_of(bo, key), answer="yes")
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        facts = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at, "place": "salen", "about": ""}
        moving.move_meeting(anna, meeting, reason=WHY, **facts)
        assert Attendance.objects.filter(meeting=meeting, answer="yes").count() == 1
    said = {key: mail_of(acting, key, meeting.pk) for key in ("bo", "mette")}
    assert "Dit svar gælder stadig. Se hvorfor:" in said["bo"]
    assert "svar på, om du kommer" not in said["bo"]
    assert "Se hvorfor, og svar på, om du kommer:" in said["mette"]


def mail_of(acting: Any, key: str, meeting: int) -> str:
    with acting(key) as reader:
        made = mails.moving(reader, {"meeting": meeting})
        assert made is not None
        return made.text


def test_another_subject_alone_tells_nobody(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    with acting("bo") as bo:
        planning.answer_invitation(bo, meeting_of(bo, key), answer="yes")
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        facts = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at, "place": meeting.place}
        assert moving.move_meeting(anna, meeting, about="lommepenge", **facts) is None
        assert meeting_of(anna, key).subject == "lommepenge"
        assert not Moving.objects.exists()
        assert not Outgoing.objects.filter(kind="meetings.moving").exists()
        assert Attendance.objects.filter(meeting=meeting, answer="yes").count() == 1
    assert "Skriv ikke navne på børn her" in text_of(client_of("anna").get(f"/moeder/{key}/flytning/"))


def test_a_cancelled_meeting_leaves_the_calendars_and_its_matters_come_back(
    world: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, _ = laid
    with acting("anna") as anna:
        meeting = meeting_of(anna, key)
        planning.convene(anna, meeting)
        with pytest.raises(Refusal, match="hvorfor"):
            moving.cancel_meeting(anna, meeting, reason=" ")
        moving.cancel_meeting(anna, meeting, reason=WHY)
        called = Attendance.objects.filter(meeting=meeting).count()
        assert Outgoing.objects.filter(kind="meetings.cancellation").count() == called
        for act in (running.start_meeting, planning.convene, agenda.build_agenda):
            with pytest.raises(Refusal, match="aflyst"):
                act(anna, meeting)
        with pytest.raises(Refusal, match="aflyst"):
            move(anna, meeting, reason=WHY)
        following = lay_meeting(anna, days=20)
        agenda.build_agenda(anna, following)
        assert [one.is_closed for one in items_of(following)].count(True) == 1
    gone = event(client_of("bo"), key)
    assert (gone["STATUS"], gone["SEQUENCE"]) == ("CANCELLED", 1)
    seen = text_of(client_of("bo").get(f"/moeder/{key}/"))
    assert "Mødet er aflyst." in seen
    assert WHY in seen
    assert "Kommer du?" not in seen
    listed = text_of(client_of("bo").get("/moeder/"))
    assert "Aflyst" in listed
    assert "venter på dit svar" not in listed
    late = client_of("bo").post(f"/moeder/{key}/svar/", form_data(answer="yes"))
    assert late.status_code == 422
    assert "Sig, om du kommer" not in text_of(client_of("bo").get("/"))


def test_a_meeting_that_has_begun_is_neither_moved_nor_cancelled(world: Any, acting: Any, laid: Any) -> None:
    with acting("anna") as anna:
        meeting = meeting_of(anna, laid[0])
        running.start_meeting(anna, meeting)
        with pytest.raises(Refusal, match="begyndt"):
            move(anna, meeting, reason=WHY)
        with pytest.raises(Refusal, match="begyndt"):
            moving.cancel_meeting(anna, meeting, reason=WHY)


def test_the_pages_for_it_are_the_convener_s(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    anna, bo = client_of("anna"), client_of("bo")
    for path in ("flytning/", "aflysning/"):
        assert bo.get(f"/moeder/{key}/{path}").status_code == 404
        assert anna.get(f"/moeder/{key}/{path}").status_code == 200
    with acting("anna") as actor:
        planning.convene(actor, meeting_of(actor, key))
    fields = {"day": "på fredag", "starts": "9", "ends": "10.30", "place": "salen", "subject": ""}
    unsaid = anna.post(f"/moeder/{key}/flytning/", form_data(**fields))
    assert unsaid.status_code == 422
    assert "Skriv kort, hvorfor." in text_of(unsaid)
    assert anna.post(f"/moeder/{key}/flytning/", form_data(**fields, reason=WHY)).status_code == 303
    another_subject = form_data(**{**fields, "subject": "Trivsel"})
    assert anna.post(f"/moeder/{key}/flytning/", another_subject).status_code == 303, "nobody is told, so no reason"
    assert anna.post(f"/moeder/{key}/aflysning/", form_data(reason=WHY)).status_code == 303


def test_starting_before_its_day_asks_first(world: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    anna = client_of("anna")
    asked = anna.post(f"/moeder/{key}/start/", form_data())
    assert asked.status_code == 200
    assert "Mødet er først" in text_of(asked)
    assert "Start det nu" in text_of(asked)
    assert anna.post(f"/moeder/{key}/start/", form_data(sure="1")).status_code == 303


def test_on_its_day_it_starts_at_once(world: Any, acting: Any, client_of: Any) -> None:
    with acting("anna") as anna:
        key = lay_meeting(anna, days=0).key
    assert client_of("anna").post(f"/moeder/{key}/start/", form_data()).status_code == 303


def event(client: Any, key: str) -> Any:
    found = Calendar.from_ical(client.get(f"/moeder/{key}/indkaldelse.ics").content)
    return next(iter(found.walk("VEVENT")))
