"""A municipality is removed whole, and nobody else's row is touched; what stands in the way is told first."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from samspil.audit import restoring
from samspil.audit.receipts import Receipt
from samspil.config import municipality as command
from samspil.lifecycle.exports.municipality import export
from samspil.lifecycle.queries import export_in
from samspil.lifecycle.rules import why_not_remove
from tests.conftest import World, as_owner
from tests.lifecycle.conftest import undone
from tests.lifecycle.tables import Connection, all_tables, lying_in
from tests.world.turn import Turn

WHY = "Aftalen er opsagt"
STAYS = {"audit_entry", "audit_reading", "lifecycle_municipalact"}


def remove(connection: Connection, municipality: int) -> int:
    row = connection.execute("select remove_municipality(%s, %s)", [municipality, WHY]).fetchone()
    assert row is not None
    return int(row[0])


def serving_elsewhere_too(
    connection: Connection, world: World, who: str, since: int = 0, days: int | None = None
) -> None:
    """Somebody of Lillerup gets a seat in Storerup, from so many days after today, for so many days."""
    connection.execute(
        "insert into organisation_tenure"
        " (key, municipality_id, seat_id, person_id, kind, valid_from, valid_until, registered_from)"
        " select %s, s.municipality_id, s.id, %s, 'deputy', samspil_today() + %s::integer,"
        " samspil_today() + %s::integer + %s::integer, samspil_now()"
        " from organisation_seat s where s.municipality_id = %s order by s.id limit 1",
        [who.ljust(10, "b"), world.people[who], since, since, days, world.storerup],
    )


def one(connection: Connection, asked: str, *values: Any) -> Any:
    row = connection.execute(asked.encode(), values).fetchone()
    assert row is not None
    return row[0]


def test_nothing_of_it_is_left_and_nothing_of_another_is_touched(
    laid: tuple[World, Turn], operator: Connection
) -> None:
    world = laid[0]
    serving_elsewhere_too(operator, world, "anna")
    elsewhere = lying_in(operator, world.storerup)
    accounts = one(operator, "select count(*) from accounts_account")
    people = one(operator, "select count(*) from organisation_person where municipality_id = %s", world.lillerup)
    before = rows_of_no_municipality(operator)
    remove(operator, world.lillerup)
    left = lying_in(operator, world.lillerup)
    assert set(left) <= STAYS
    assert one(operator, "select count(*) from organisation_municipality where id = %s", world.lillerup) == 0
    now = lying_in(operator, world.storerup)
    assert {table for table in elsewhere if now.get(table) != elsewhere[table]} == {"organisation_person"}
    assert set(now) == set(elsewhere)
    assert now["organisation_person"][0] == elsewhere["organisation_person"][0] + 1
    anna = one(operator, "select municipality_id from organisation_person where id = %s", world.people["anna"])
    assert anna == world.storerup, "whoever serves elsewhere too is of that municipality now"
    assert one(operator, "select count(*) from accounts_account") == accounts - (people - 1)
    after = rows_of_no_municipality(operator)
    changed = {table: after[table] - before[table] for table in before if after[table] != before[table]}
    assert changed == {"accounts_account": 1 - people, "audit_receipt": 2, "organisation_municipality": -1}


def rows_of_no_municipality(connection: Connection) -> dict[str, int]:
    """How many rows lie in each table that does not say whose they are."""
    return {
        table: one(connection, f"select count(*) from {table}")  # our own tables' names
        for table, says_whose in all_tables(connection).items()
        if not says_whose
    }


def test_whoever_once_served_elsewhere_is_a_name_there_and_has_no_account(
    laid: tuple[World, Turn], operator: Connection
) -> None:
    world = laid[0]
    serving_elsewhere_too(operator, world, "bo", since=-20, days=10)
    serving_elsewhere_too(operator, world, "anna", since=5)
    serving_elsewhere_too(operator, world, "mette", since=-20, days=21)
    serving_elsewhere_too(operator, world, "dorthe", since=-20, days=20)
    seats = {who: world.people[who] for who in ("bo", "anna", "mette", "dorthe")}
    asked = "select account_id from organisation_person where id = %s and municipality_id = %s"
    accounts = {who: one(operator, asked, number, world.lillerup) for who, number in seats.items()}
    assert None not in accounts.values()
    remove(operator, world.lillerup)
    left = {who: one(operator, asked, number, world.storerup) for who, number in seats.items()}
    assert left == accounts | {"bo": None, "dorthe": None}
    there = "select array_agg(id) from accounts_account where id = any(%s)"
    assert set(one(operator, there, list(accounts.values()))) == {accounts["anna"], accounts["mette"]}


def test_two_receipts_tell_what_went(laid: tuple[World, Turn], operator: Connection) -> None:
    world = laid[0]
    last = one(operator, "select coalesce(max(id), 0) from audit_receipt")
    number = remove(operator, world.lillerup)
    rows = operator.execute(
        "select id, act, place, row, facts -> 'gone' from audit_receipt where id > %s order by id", [last]
    ).fetchall()
    assert [(row[1], row[2], row[3]) for row in rows] == [
        ("emptied", "organisation_municipality", world.lillerup),
        ("removed", "organisation_municipality", world.lillerup),
    ]
    assert rows[-1][0] == number
    assert {"organisation_person", "organisation_tenure", "circles_circle", "accounts_account"} <= set(rows[-1][4])
    told = operator.execute("select kind, slug, because from lifecycle_municipalact order by id desc limit 2")
    assert told.fetchall() == [("removed", "lillerup", WHY), ("emptied", "lillerup", WHY)]


def test_a_removed_municipality_s_people_are_out(laid: tuple[World, Turn], operator: Connection) -> None:
    world = laid[0]
    visits = "select count(*) from authority_visit where person_id = %s"
    assert one(operator, visits, world.people["bo"]) > 0
    remove(operator, world.lillerup)
    assert one(operator, visits, world.people["bo"]) == 0
    assert one(operator, "select count(*) from organisation_person where id = %s", world.people["bo"]) == 0
    assert one(operator, "select count(*) from organisation_person where id = %s", world.people["vera"]) == 1


@pytest.mark.parametrize("login", ["samspil_worker", "samspil_web"])
def test_no_login_of_the_program_removes_anything(laid: tuple[World, Turn], login: str) -> None:
    with undone(login) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        remove(connection, laid[0].lillerup)


@pytest.mark.django_db(databases=["default", "owner"])
def test_after_a_restore_it_is_removed_again(laid: tuple[World, Turn]) -> None:
    from django.db import connections, transaction

    number = laid[0].lillerup
    facts = {"rows": 1, "gone": {}}
    told = [
        Receipt(10_000 + at, act, "organisation_municipality", number, facts)
        for at, act in enumerate(("emptied", "removed"))
    ]
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        assert list(restoring._carry_out(cursor, [*told, *told])) == []
        cursor.execute("select array_agg(slug order by slug) from organisation_municipality")
        assert cursor.fetchone() == (["storerup"],)
        transaction.set_rollback(True, using="owner")


LISTED = {"municipality": {"slug": "lillerup", "name": "Lillerup Kommune"}}


@pytest.mark.parametrize(
    ("typed", "listed", "acted", "said"),
    [
        ("Lillerup Kommune", LISTED, False, None),
        ("lillerup", LISTED, False, "Navnet er ikke det samme"),
        ("Lillerup Kommune", None, False, "ændret, siden"),
        ("Lillerup Kommune", {"municipality": {"slug": "o", "name": "O"}}, False, "Udtrækket er af O"),
        ("Lillerup Kommune", LISTED, None, "ikke lavet af denne installation"),
        ("Lillerup Kommune", LISTED, True, "Lav et nyt"),
    ],
)
def test_what_stands_in_the_way(typed: str, listed: Any, acted: Any, said: str | None) -> None:
    told = why_not_remove("Lillerup Kommune", typed, listed, "lillerup", acted=acted)
    assert (told is None) == (said is None)
    assert (said or "") in (told or "")


@pytest.fixture
def exported(laid: tuple[World, Turn], tmp_path: Path, django_db_blocker: Any) -> Iterator[Path]:
    with django_db_blocker.unblock():
        export("storerup", tmp_path / "ud", WHY, with_cpr=False)
        yield tmp_path / "ud"


def call(place: Path, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: typed)
    command.run(["remove", "storerup", "--export-made", str(place), "--because", WHY])


def test_the_command_demands_the_name_and_an_export_that_is_new(
    exported: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused three times, each for its own reason, and nothing has changed; then it is done, here alone undone."""
    from django.db import transaction

    there = "select count(*) from organisation_municipality where slug = 'storerup'"
    place = dict(as_owner("select slug, id from organisation_municipality"))["storerup"]
    with pytest.raises(SystemExit):
        call(exported, "Storerup", monkeypatch)
    assert "Navnet er ikke det samme" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        call(exported / "rows", "Storerup Kommune", monkeypatch)
    assert "Udtrækket er der ikke" in capsys.readouterr().err
    as_owner(
        "insert into audit_entry (at, chain, xact, municipality_id, verb, subject, refused)"
        " values (samspil_now(), 1, 1, %s, 'test.act', '', false)",
        [place],
    )
    with pytest.raises(SystemExit):
        call(exported, "Storerup Kommune", monkeypatch)
    assert "Lav et nyt" in capsys.readouterr().err
    assert as_owner(there) == [(1,)]
    as_owner("delete from audit_entry where verb = 'test.act'")
    assert export_in(exported)[0] is not None
    with transaction.atomic(using="owner"):
        call(exported, "Storerup Kommune", monkeypatch)
        transaction.set_rollback(True, using="owner")
    assert "Kommunen er fjernet" in capsys.readouterr().out
    assert as_owner(there) == [(1,)]
