"""Invitations, locks, and a new way in by two administrators."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samspil.accounts import commands, links, queries
from samspil.accounts.models import Account
from samspil.accounts.rules import Colleague
from samspil.authority.errors import NotAllowed, Refusal
from samspil.lib import clock
from tests.accounts.hands import account_of, come_in, has_factor, is_in, send_password
from tests.conftest import World, as_owner
from tests.world.people import email_of

NEW_PASSWORD = "otte oranges oliven"
Acting = Callable[..., Any]
ClientOf = Callable[[str], Any]


def key_of(world: World, who: str) -> str:
    return str(as_owner("select key from organisation_person where id = %s", [world.people[who]])[0][0])


def link_in(sent: Any) -> str:
    return re.search(r"https?://[^/]+(/velkommen/\S+/)", sent.body).group(1)  # type: ignore[union-attr]  # every such mail has one


@pytest.fixture
def newcomer(django_db_setup: None) -> Iterator[str]:
    """Somebody with a seat and without an account; asked for before `world`, to outlive the test's transaction."""
    key = "nwcmrnwcmr"
    as_owner(
        "insert into organisation_person (key, municipality_id, name, sort_key, work_email, work_phone)"
        " select %s, id, 'Nina Ny', 'nina', 'Nina.Ny@lillerup.example', ''"
        " from organisation_municipality where slug = 'lillerup'",
        [key],
    )
    as_owner(
        "insert into organisation_tenure (key, municipality_id, seat_id, person_id, kind, valid_from, registered_from)"
        " select 'nwcmrtnrtn', p.municipality_id, s.id, p.id, 'ordinary', samspil_today(), samspil_now()"
        " from organisation_person p join organisation_seat s on s.municipality_id = p.municipality_id"
        " where s.slug = 'skovskolen.laerer' and p.key = %s",
        [key],
    )
    assert as_owner("select 1 from organisation_tenure where key = 'nwcmrtnrtn'")
    yield key
    as_owner("delete from organisation_tenure where key = 'nwcmrtnrtn'")
    as_owner("delete from organisation_person where key = %s", [key])


def press(client: Any, address: str, **facts: str) -> Any:
    return client.post(address, {"form_key": f"press-{address[-20:]}", **facts})


def test_an_invitation_goes_by_mail_and_opens_an_account_once(
    newcomer: str, world: World, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    admin = client_of("admin")
    assert "Send en invitation" in admin.get(f"/konti/{newcomer}/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert press(admin, f"/konti/{newcomer}/invitation/").status_code == 303
    (sent,) = mail.outbox
    assert sent.to == ["nina.ny@lillerup.example"]
    assert "Nina" not in f"{sent.subject} {sent.body}"
    assert "Lillerup Kommune" in sent.body

    browser = Client()
    link = link_in(sent)
    assert "Velkommen, Nina Ny" in browser.get(link).content.decode()
    assert browser.post(link, {"password": "kort", "again": "kort"}).status_code == 422
    answer = browser.post(link, {"password": NEW_PASSWORD, "again": NEW_PASSWORD})
    assert answer.headers["Location"] == "/sikkerhed/"
    assert Account.objects.get(email="nina.ny@lillerup.example").is_active
    again = browser.get(link)
    assert again.status_code == 404
    assert "Linket virker ikke længere" in again.content.decode()


def test_a_link_is_worth_nothing_after_seven_days(
    newcomer: str,
    world: World,
    client_of: ClientOf,
    clock_at: Callable[[Any], None],
    django_capture_on_commit_callbacks: Any,
) -> None:
    now = clock.now()
    with django_capture_on_commit_callbacks(execute=True):
        press(client_of("admin"), f"/konti/{newcomer}/invitation/")
    link = link_in(mail.outbox[0])
    clock_at(now + timedelta(days=6, hours=23))
    assert Client().get(link).status_code == 200
    clock_at(now + timedelta(days=7, minutes=1))
    assert Client().get(link).status_code == 404


def test_sending_the_same_form_twice_mails_once(
    newcomer: str, world: World, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    admin = client_of("admin")
    with django_capture_on_commit_callbacks(execute=True):
        answers = [press(admin, f"/konti/{newcomer}/invitation/").headers["Location"] for _ in range(2)]
    assert answers == [f"/konti/{newcomer}/"] * 2
    assert len(mail.outbox) == 1


def test_a_mail_that_cannot_go_leaves_nothing_behind(
    newcomer: str, world: World, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_server(*_: Any, **__: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(links, "send_mail", no_server)
    answer = press(client_of("admin"), f"/konti/{newcomer}/invitation/")
    assert answer.status_code == 409
    assert "Mailen kunne ikke sendes" in answer.content.decode()
    assert "Ingen" in answer.content.decode()
    monkeypatch.undo()
    assert press(client_of("admin"), f"/konti/{newcomer}/invitation/").status_code == 303
    assert len(mail.outbox) == 1


def test_only_administrators_see_the_page(world: World, client_of: ClientOf) -> None:
    page = client_of("admin").get("/konti/")
    assert page.status_code == 200
    assert "Anna Holm" in page.content.decode()
    assert "Vera" not in page.content.decode()
    for other in ("anna", "editor", "officer", "leader", "uffe", "vera"):
        assert client_of(other).get("/konti/").status_code == 404
        assert client_of(other).get(f"/konti/{key_of(world, 'anna')}/").status_code == 404


def test_a_lock_puts_one_out_at_the_next_page(world: World, client_of: ClientOf) -> None:
    anna = Client()
    come_in(anna, "anna")
    admin, page = client_of("admin"), f"/konti/{key_of(world, 'anna')}/"
    assert press(admin, f"{page}laasning/").status_code == 303
    assert not is_in(anna)
    assert send_password(Client(), "anna").status_code == 422
    assert press(admin, f"{page}oplaasning/").status_code == 303
    assert send_password(Client(), "anna").status_code == 302


def test_nobody_locks_themselves_or_another_municipalitys_account(
    world: World, acting: Acting, client_of: ClientOf
) -> None:
    own = f"/konti/{key_of(world, 'admin')}/"
    assert press(client_of("admin"), f"{own}laasning/").status_code == 409
    assert account_of("admin").is_active
    assert press(client_of("admin"), f"/konti/{key_of(world, 'vera')}/laasning/").status_code == 404
    with acting("admin") as actor, pytest.raises(Refusal, match="din egen konto"):
        commands.lock(actor, queries.open_colleague(actor, key_of(world, "admin")))


def test_a_new_way_in_takes_two_administrators(
    world: World, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    anna = Client()
    come_in(anna, "anna")
    page = f"/konti/{key_of(world, 'anna')}/ny-adgang/"
    first, second = client_of("admin"), client_of("admin2")
    assert press(second, f"{page}godkendelse/").status_code == 409  # nobody asked
    assert press(first, page, reason="Telefonen er væk").status_code == 303
    assert press(first, f"{page}godkendelse/").status_code == 409  # not the one who asked
    assert is_in(anna)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert press(second, f"{page}godkendelse/", form_key="second").status_code == 303
    assert not is_in(anna)
    assert not has_factor("anna")
    assert send_password(Client(), "anna").status_code == 422

    (sent,) = mail.outbox
    assert sent.to == [email_of("anna")]
    browser = Client()
    answer = browser.post(link_in(sent), {"password": NEW_PASSWORD, "again": NEW_PASSWORD})
    assert answer.headers["Location"] == "/sikkerhed/"
    assert browser.get(link_in(sent)).status_code == 404


def test_nobody_approves_a_new_way_in_for_themselves(world: World, client_of: ClientOf) -> None:
    page = f"/konti/{key_of(world, 'admin2')}/ny-adgang/"
    assert press(client_of("admin2"), page, reason="Jeg vil").status_code == 409
    assert press(client_of("admin"), page, reason="Han kan ikke komme ind").status_code == 303
    assert press(client_of("admin2"), f"{page}godkendelse/").status_code == 409
    assert "Han kan ikke komme ind" in client_of("admin").get(f"/konti/{key_of(world, 'admin2')}/").content.decode()
    assert press(client_of("admin2"), f"{page}afvisning/").status_code == 409


def test_the_database_asks_for_two_itself(world: World, acting: Acting) -> None:
    with acting("admin") as actor:
        anna = queries.open_colleague(actor, key_of(world, "anna"))
        commands.ask_recovery(actor, anna, reason="Telefonen er væk")
        anna = queries.open_colleague(actor, anna.key)
        call = "select * from settle_recovery(%s, %s, true, 'digest', 7)"
        with pytest.raises(Exception, match="not allowed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(call, [anna.circle_id, anna.recovery_key])
    with acting("editor") as actor, pytest.raises(NotAllowed):
        commands.approve_recovery(actor, anna)
    with acting("admin2") as actor:
        commands.approve_recovery(actor, queries.open_colleague(actor, anna.key))


def test_the_page_asks_the_same_number_of_questions_for_one_and_for_many(world: World, client_of: ClientOf) -> None:
    admin, counts = client_of("admin"), []
    admin.get("/konti/")
    for search in ("Anna Holm", "a", ""):
        with CaptureQueriesContext(connection) as asked:
            admin.get(f"/konti/?navn={search}")
        counts.append(len(asked))
    assert len(set(counts)) == 1
    assert counts[0] <= 12


def test_one_invites_from_the_list_and_who_has_an_account_is_not_offered(
    newcomer: str, world: World, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    admin = client_of("admin")
    every, without = (admin.get(path).content.decode() for path in ("/konti/", "/konti/?vis=uden"))
    assert f'action="/konti/{newcomer}/invitation/"' in every
    assert every.count("/invitation/") == without.count("/invitation/") == 1
    assert "Anna Holm" not in without
    assert "Alle har en konto" not in every
    assert client_of("anna").get("/konti/").status_code == 404


def test_where_all_have_accounts_the_page_says_how_new_ones_come(world: World, client_of: ClientOf) -> None:
    admin = client_of("admin")
    for path in ("/konti/", "/konti/?vis=uden"):
        text = admin.get(path).content.decode()
        assert "Alle har en konto" in text
        assert "når de får en plads i organisationen" in text
    assert "når de får en plads i organisationen" in admin.get("/konti/?navn=anna").content.decode()
    assert "Alle har en konto" not in admin.get("/konti/?navn=anna").content.decode()


def test_what_an_account_lacks_is_explained_above_the_list_where_somebody_lacks_it(
    world: World, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = client_of("admin")
    for lacks in (True, False):
        monkeypatch.setattr(Colleague, "lacks_factor", lacks)
        text = admin.get("/konti/").content.decode()
        assert ("ved næste login" in text) == lacks
        assert (text.count("Mangler app eller nøgle") > 1) == lacks


def test_a_long_list_comes_25_at_a_time_and_by_letter(
    world: World, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = client_of("admin")
    whole = re.findall(r'href="/konti/([a-z0-9]{10})/"', admin.get("/konti/").content.decode())
    assert "?side=2" not in admin.get("/konti/").content.decode()
    assert queries.PAGE == 25
    monkeypatch.setattr(queries, "PAGE", 5)
    first = admin.get("/konti/").content.decode()
    second = admin.get("/konti/?side=2").content.decode()
    shown = [re.findall(r'href="/konti/([a-z0-9]{10})/"', text) for text in (first, second)]
    assert shown == [whole[:5], whole[5:10]]
    assert 'href="/konti/?side=2">De næste' in first
    by_letter = admin.get("/konti/?bogstav=A").content.decode()
    assert "Anna Holm" in by_letter
    assert "Bo Lauritsen" not in by_letter
    assert 'href="/konti/?bogstav=B"' in by_letter
    assert "<li><span>X</span></li>" in by_letter, "nobody's name begins with it"
    for odd in ("x", "-1", "9" * 30, "²"):
        assert admin.get(f"/konti/?side={odd}").status_code == 200
