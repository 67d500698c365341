"""What people type wrong, too long, twice or with a script in it: a Danish answer, and nothing half written."""

from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from samspil.ui.forms import new_form_key
from tests.doors.matrix import VISITS, Visit
from tests.doors.sweep import Sweep
from tests.world.turn import Turn

SCRIPT = "<script>alert('Hej')</script>"
FORMS = [
    visit for visit in VISITS if visit.takes != "GET" and visit.may and not visit.ask and visit.door != "desk.undo"
]
TEXTS: tuple[str, ...] = (
    "text",
    "name",
    "reason",
    "necessity",
    "words",
    "answer",
    "observation",
    "interpretation",
    "child_words",
    "place",
)
TEXTS += (
    "title",
    "what",
    "problem",
    "listener",
    "about",
    "reachable",
    "school_class",
    "receiver",
    "subject",
    "purpose",
)


def send(sweep: Sweep, visit: Visit, **typed: Any) -> Any:
    address = sweep.table.address(visit, sweep.turn.keys)
    client = sweep.clients[min(visit.may)]
    return client.post(address, {"form_key": new_form_key(), **typed})


@pytest.mark.parametrize("visit", FORMS, ids=lambda visit: visit.label)
def test_a_script_comes_back_as_text(sweep: Sweep, turn: Turn, visit: Visit) -> None:
    answer = send(sweep, visit, **dict.fromkeys(TEXTS, SCRIPT))
    assert answer.status_code < 500
    assert SCRIPT not in answer.content.decode()
    if answer.status_code in {302, 303} and not answer["Location"].startswith("/log-ind/"):
        after = sweep.clients[min(visit.may)].get(answer["Location"].split("#")[0])
        assert after.status_code < 500
        assert SCRIPT not in after.content.decode()


@pytest.mark.parametrize("visit", FORMS, ids=lambda visit: visit.label)
def test_a_hundred_thousand_characters_are_refused_or_kept_never_broken(sweep: Sweep, turn: Turn, visit: Visit) -> None:
    answer = send(sweep, visit, **dict.fromkeys(TEXTS, "å" * 100_000))
    assert answer.status_code < 500


@pytest.mark.parametrize("visit", FORMS, ids=lambda visit: visit.label)
def test_impossible_days_and_choices_are_told_in_danish(sweep: Sweep, turn: Turn, visit: Visit) -> None:
    days = dict.fromkeys(("due", "day", "happened", "happened_on", "birth_date", "next_due"), "32/13")
    choices = dict.fromkeys(
        ("who", "tenure", "on_behalf_of", "body", "basis", "outcome", "out", "in", "version"), "-1 or 1=1"
    )
    answer = send(sweep, visit, **dict.fromkeys(TEXTS, "Ord"), **days, **choices)
    assert answer.status_code < 500
    for english in ("This field", "Enter a", "Select a valid", "Traceback"):
        assert english not in answer.content.decode()


@pytest.mark.parametrize("cpr", ["", "1", "320113-4567", "140313", "140313-456x", "Ved ikke", "150313-4567"])
def test_a_wrong_cpr_is_told_and_not_repeated_in_an_address(sweep: Sweep, turn: Turn, cpr: str) -> None:
    answer = sweep.clients["anna"].post(
        reverse("concerns:identity", args=[turn.keys["concern"]]), {"form_key": new_form_key(), "cpr": cpr}
    )
    assert answer.status_code == 422
    assert "Location" not in answer.headers


def test_a_doubled_send_is_one_act_with_one_answer(sweep: Sweep, turn: Turn) -> None:
    typed = {
        "form_key": new_form_key(),
        "text": "Ringede til mor.",
        "happened_on": "i dag",
        "necessity": "Vi følger op.",
    }
    address = f"/sager/{turn.keys['case']}/note/"
    first, second = (sweep.clients["mette"].post(address, typed) for _ in range(2))
    assert (
        (first.status_code, first["Location"])
        == (second.status_code, second["Location"])
        == (303, address.removesuffix("note/"))
    )
    assert sweep.clients["mette"].get(first["Location"]).content.decode().count("Ringede til mor.") == 1


def test_a_lost_connection_gives_the_danish_page_and_leaves_nothing(sweep: Sweep, turn: Turn, monkeypatch: Any) -> None:
    from django.db.utils import OperationalError

    from samspil.cases.models import CaseNote

    def lost(*_args: Any, **_facts: Any) -> None:
        message = "server closed the connection unexpectedly"
        raise OperationalError(message)

    client = sweep.clients["mette"]
    monkeypatch.setattr(client, "raise_request_exception", False)
    typed = {"form_key": new_form_key(), "text": "Halvt skrevet.", "happened_on": "i dag", "necessity": "Vi følger op."}
    address = f"/sager/{turn.keys['case']}/note/"
    with monkeypatch.context() as broken:
        broken.setattr(CaseNote.objects, "create", lost)
        broken.setattr("samspil.cases.commands.work.CaseNote.objects.create", lost)
        answer = client.post(address, typed)
    assert answer.status_code == 500
    assert "Halvt skrevet." not in answer.content.decode()
    assert 'lang="da"' in answer.content.decode()
    assert connection.connection is not None
    assert "Halvt skrevet." not in client.get(address.removesuffix("note/")).content.decode()
    again = client.post(address, typed)
    assert again.status_code == 303
