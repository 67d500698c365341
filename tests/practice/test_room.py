"""Into practice and out of it: what one meets there, and that nothing of it is real."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.test import Client

from samspil.config import operation
from tests.conftest import NAME, World, _server, as_owner
from tests.doors.matrix import VISITS, table
from tests.practice.conftest import Go
from tests.world.build import FILE

ClientOf = Callable[[str], Client]


def test_somebody_practises_as_oneself_and_comes_back(
    practice: int, world: World, client_of: ClientOf, go_as: Go
) -> None:
    nanna = client_of("nanna")
    assert "Øv dig" in nanna.get("/").content.decode()
    page = nanna.get("/oev-dig/").content.decode()
    assert "Nanna Kofoed, altså dig selv" in page
    assert go_as(nanna).headers["Location"] == "/"
    inside = nanna.get("/").content.decode()
    assert "ØVELSE" in inside
    assert "Lillerup Kommune (øvelse)" in inside
    assert nanna.post("/oev-dig/slut/").headers["Location"] == "/"
    outside = nanna.get("/").content.decode()
    assert "ØVELSE" not in outside
    assert "Lillerup Kommune (øvelse)" not in outside


def test_a_form_from_before_is_not_sent_on_the_other_side(
    practice: int, world: World, client_of: ClientOf, go_as: Go
) -> None:
    nanna = client_of("nanna")
    real = safety_mark(nanna)
    go_as(nanna)
    nanna.handler.enforce_csrf_checks = True
    practised = safety_mark(nanna)
    assert nanna.post("/oev-dig/slut/", {"csrfmiddlewaretoken": real}).status_code == 403
    assert nanna.post("/oev-dig/slut/", {"csrfmiddlewaretoken": practised}).headers["Location"] == "/"
    late = nanna.post("/oev-dig/slut/", {"csrfmiddlewaretoken": practised})
    assert late.status_code == 403
    assert "Intet er sendt" in late.content.decode()


def safety_mark(client: Client) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get("/bekymringer/ny/").content.decode())
    assert found
    return found[1]


def test_a_teacher_tries_the_consultant_and_finds_the_examples(
    practice: int, world: World, client_of: ClientOf, go_as: Go
) -> None:
    nanna = client_of("nanna")
    assert "Sofie E." not in nanna.get("/bekymringer/").content.decode()
    go_as(nanna, "ssp-konsulent")
    queue = nanna.get("/bekymringer/").content.decode()
    assert "Sofie E." in queue
    assert "Omar E." in queue
    meetings = nanna.get("/moeder/").content.decode()
    assert "SSP-netværk Åskolen" in meetings
    bo = client_of("bo")
    assert "Ingen mails endnu" in bo.get("/oev-dig/mails/").content.decode()
    go_as(bo)
    assert "ØVELSE: Indkaldelse: SSP-netværk Åskolen" in bo.get("/oev-dig/mails/").content.decode()


VISIT = """insert into authority_visit (digest, person_id, municipality_id, on_behalf, opened_at, ends_at)
values (sha256('real'), %s, %s, false, samspil_now(), samspil_now() + interval '1 hour')"""
TAKE_UP = "select set_config('samspil.ticket', %s, true)"
ENTER = "select enter_practice(encode(sha256('within'), 'hex'), %s)"
ENTERED = "select person_id, municipality_id, subject from audit_entry where verb = 'practice.enter'"


def test_the_log_says_who_became_whom(practice: int, world: World) -> None:
    """Also from within practice, where the visit in hand is the invented colleague's; nothing of it stays."""
    asked = "select id, key from organisation_person where municipality_id = %s and practice_of_id is null limit 1"
    invented, key = as_owner(asked, [practice])[0]
    with psycopg.connect(_server.url(NAME)) as connection:
        connection.execute(VISIT, [world.people["nanna"], world.lillerup])
        connection.execute(TAKE_UP, ["real"])
        with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
            connection.execute(ENTER, [world.people["anna"]])
        assert connection.execute(ENTERED).fetchall() == []
        for ticket in ("real", "within"):
            connection.execute(TAKE_UP, [ticket])
            connection.execute(ENTER, [invented])
        told = connection.execute(ENTERED).fetchall()
        connection.rollback()
    assert told == [(world.people["nanna"], world.lillerup, f"person:{key}")] * 2


def test_a_file_that_practice_cannot_follow_changes_nothing(
    practice: int, tmp_path: Path, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    from samspil.organisation.files.problem import OrganisationFileError
    from samspil.organisation.loading import practice as loading

    def refused(*_: Any) -> None:
        raise OrganisationFileError([])

    text = FILE.read_text(encoding="utf-8")
    changed = tmp_path / FILE.name
    changed.write_text(text.replace("Lillerup Kommune", "Lilleby Kommune"), encoding="utf-8")
    monkeypatch.setattr(loading, "apply_practice", refused)
    with django_db_blocker.unblock(), pytest.raises(SystemExit):
        operation.organisation(["apply", str(changed)])
    assert "Ingenting er ændret." in capsys.readouterr().err
    assert as_owner("select name from organisation_municipality where slug = 'lillerup'") == [("Lillerup Kommune",)]


def test_nobody_goes_where_no_seat_of_theirs_is(practice: int, world: World, client_of: ClientOf, go_as: Go) -> None:
    nanna, ended, vera = client_of("nanna"), client_of("ended"), client_of("vera")
    key = as_owner("select key from organisation_person where municipality_id = %s order by id limit 1", [practice])[0][
        0
    ]
    anna = as_owner("select key from organisation_person where practice_of_id = %s", [world.people["anna"]])[0][0]
    assert nanna.post("/oev-dig/start/", {"person": anna}).status_code == 404
    for one in (ended, vera):
        assert one.post("/oev-dig/start/", {"person": key}).status_code == 404
        assert "Der er ingen øvelse at gå ind i" in one.get("/oev-dig/").content.decode()
        assert "Øv dig" not in one.get("/mere/").content.decode()
    assert go_as(nanna).status_code == 302


def test_practice_ends_with_the_real_visit(practice: int, world: World, client_of: ClientOf, go_as: Go) -> None:
    mette = client_of("mette")
    go_as(mette)
    assert mette.get("/").status_code == 200
    real = client_of("mette")
    assert real.post("/mig/log-ud-overalt/").status_code == 302
    assert mette.get("/").headers["Location"].startswith("/log-ind/")


def test_leaving_opens_nothing_that_has_ended(practice: int, world: World, client_of: ClientOf, go_as: Go) -> None:
    mette = client_of("mette")
    go_as(mette)
    client_of("mette").post("/mig/log-ud-overalt/")
    mette.post("/oev-dig/slut/")
    assert mette.get("/").headers["Location"].startswith("/log-ind/")


def test_the_real_login_is_not_changed_from_practice(
    practice: int, world: World, client_of: ClientOf, go_as: Go
) -> None:
    nanna = client_of("nanna")
    places = ("/sikkerhed/", "/sikkerhed/mail/", "/sikkerhed/adgangskode/", "/sikkerhed/bekraeft/")
    session = nanna.session
    session["account"] = as_owner("select account_id from organisation_person where id = %s", [world.people["nanna"]])[
        0
    ][0]
    session.save()
    assert {nanna.get(place).headers.get("Location", "").split("?")[0] for place in places[:3]} == {places[3]}
    assert nanna.get(places[3]).status_code == 200
    go_as(nanna)
    assert {nanna.get(place).headers.get("Location") for place in places} == {"/mig/"}
    assert "Dem ændrer du uden for øvelsen" in nanna.get("/mig/").content.decode()


def test_there_is_no_calendar_of_practice(practice: int, world: World, client_of: ClientOf, go_as: Go) -> None:
    from samspil.ui.forms import new_form_key

    anna = client_of("anna")
    made = anna.post("/moeder/kalenderlink/", {"form_key": new_form_key()})
    assert "Her er linket" in made.content.decode()
    go_as(anna)
    refused = anna.post("/moeder/kalenderlink/", {"form_key": new_form_key()})
    assert refused.status_code == 409
    assert "Øvelsen kommer ikke i nogens kalender." in refused.content.decode()


@pytest.mark.parametrize("who", ["", "ssp-konsulent"])
def test_every_page_of_practice_bears_the_mark(
    practice: int, world: World, client_of: ClientOf, go_as: Go, who: str
) -> None:
    anna = client_of("anna")
    go_as(anna, who)
    rows, seen = table(), set()
    for visit in VISITS:
        if visit.takes != "POST" and not visit.at:
            answer = anna.get(rows.address(visit, {}) if "{" not in visit.ask else "/")
            text = answer.content.decode()
            if answer.status_code != 302 and answer.headers["Content-Type"].startswith("text/html"):
                assert "<strong>ØVELSE.</strong> Intet her er rigtigt" in text, visit.label
                assert "<title>ØVELSE: " in text, visit.label
                seen.add(visit.door)
    assert len(seen) > 15
    plan = anna.get("/moeder/nyt/").content.decode() if who else ""
    assert plan == "" or "ØVELSE" in plan


def test_a_field_for_text_warns(practice: int, world: World, client_of: ClientOf, go_as: Go) -> None:
    nanna = client_of("nanna")
    assert "Skriv aldrig om rigtige mennesker" not in nanna.get("/bekymret/").content.decode()
    go_as(nanna)
    assert "Skriv aldrig om rigtige mennesker" in nanna.get("/bekymret/").content.decode()


def test_practice_is_on_no_public_page(practice: int, world: World, client: Client) -> None:
    public: Any = client.get("/kommuner/").content.decode()
    assert "Lillerup Kommune" in public
    assert "øvelse)" not in public
    assert client.get("/kommuner/lillerup/").status_code == 200
    assert client.get("/kommuner/lillerup-oevelse/").status_code == 404
