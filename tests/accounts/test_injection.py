"""A stray statement of the app role, over a connection of its own: it becomes nobody and changes no way in (A18)."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection, transaction

from samspil.accounts.credentials import changing
from samspil.accounts.models import Account
from samspil.accounts.sessions import SessionStore, stored
from samspil.authority.visits import visit_key
from tests.accounts.hands import account_of, come_in
from tests.conftest import World, as_owner
from tests.world.people import email_of


@pytest.fixture
def app(world: World) -> Iterator[psycopg.Connection]:
    parts = connection.get_connection_params()
    given = {name: parts[name] for name in ("dbname", "user", "password", "host", "port") if parts.get(name)}
    with psycopg.connect(**given, autocommit=True) as own:
        assert own.execute("select session_user").fetchone() == ("samspil_web",)
        yield own


def test_no_statement_opens_a_visit_for_anybody(world: World, app: psycopg.Connection) -> None:
    anna = world.people["anna"]
    digest = "ab" * 32
    for proof in ("", "0" * 64, digest):
        call = "select open_visit(%s, %s, %s, samspil_now() + interval '1 hour', false, %s)"
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute(call, [digest, anna, world.lillerup, proof])
    for statement in (
        (
            "insert into authority_visit (digest, person_id, municipality_id, on_behalf, opened_at, ends_at)"
            " values ('x', 1, 1, false, samspil_now(), samspil_now())"
        ),
        "update authority_visit set person_id = 1",
        "select key from authority_visitkey",
        "select digest from authority_visit",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute(statement)
    assert app.execute("select current_actor()").fetchone() == (None,)


@pytest.mark.parametrize(
    "statement",
    [
        "update accounts_account set password = 'argon2$known' where email = %s",
        "update accounts_account set is_active = false where email = %s",
        "update accounts_account set email = 'thief@lillerup.example' where email = %s",
        "delete from accounts_account where email = %s",
        "insert into accounts_account (email, password, is_active) values ('new' || %s, 'x', true)",
        (
            "insert into mfa_authenticator (user_id, type, data, created_at)"
            " select id, 'totp', '{}', samspil_now() from accounts_account where email = %s"
        ),
        "update organisation_person set account_id = null where work_email = %s",
        (
            "insert into accounts_link (digest, purpose, person_id, municipality_id, made_at, ends_at)"
            " select %s, 'recovery', 1, 1, samspil_now(), samspil_now() + interval '1 day'"
        ),
        "select digest from accounts_link where digest = %s",
        "select use_link(%s, 1)",
        "update accounts_recovery set approved = true where key = %s",
        "select first_administrator('lillerup', 'Tyv', 'tyv', %s, 'digest')",
    ],
)
def test_no_statement_changes_what_one_logs_in_with(world: World, app: psycopg.Connection, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(statement.encode(), [email_of("anna")])


def test_a_proof_serves_one_account_and_one_transaction(world: World, app: psycopg.Connection) -> None:
    anna, bo = account_of("anna"), account_of("bo")
    with changing(anna.pk):
        Account.objects.filter(pk=anna.pk).update(is_active=True, password="!kept")
        with pytest.raises(Exception, match="by the server alone"), transaction.atomic():
            Account.objects.filter(pk=bo.pk).update(password="!other")
    with pytest.raises(Exception, match="by the server alone"), transaction.atomic():
        Account.objects.filter(pk=anna.pk).update(password="!after")
    Account.objects.filter(pk=bo.pk).update(last_login="2026-01-01T00:00Z")


def test_factors_are_not_taken_away_by_a_statement(world: World, app: psycopg.Connection, client: Any) -> None:
    come_in(client, "anna")
    with pytest.raises(Exception, match="by the server alone"), transaction.atomic():
        Authenticator.objects.filter(user=account_of("anna")).delete()
    assert Authenticator.objects.filter(user=account_of("anna"), type="totp").exists()


def test_the_session_table_tells_no_key_that_a_browser_could_send(world: World) -> None:
    login = SessionStore()
    login["person"] = 1
    login.create()
    login["person"] = 2
    login.save()
    row = SessionStore.get_model_class().objects.get(session_key=stored(str(login.session_key)))
    assert row.session_key != login.session_key
    assert SessionStore(login.session_key)["person"] == 2
    assert SessionStore(row.session_key).get("person") is None
    assert login.exists(str(login.session_key))
    SessionStore(login.session_key).delete()
    assert not login.exists(str(login.session_key))


def test_the_visit_key_is_not_what_the_settings_hold(world: World) -> None:
    kept = bytes(as_owner("select key from authority_visitkey")[0][0])
    assert kept == visit_key()
    assert settings.VISIT_SECRET not in kept
