"""Nobody becomes somebody else, and the doors past the policies are shut."""

import pytest

from tests.authority import raw
from tests.authority.matter import Matter
from tests.conftest import as_owner

FORGED = ("", "x", "\x01", "0" * 64, "'; select 1 --")


@pytest.mark.parametrize("forged", FORGED)
def test_a_forged_ticket_is_nobody(matter: Matter, forged: str) -> None:
    with raw.web() as connection:
        connection.execute("select set_config('samspil.ticket', %s, true)", [forged])
        row = connection.execute("select current_actor(), circle_array('item.read'), actor_municipalities()").fetchone()
        assert row == (None, [], [])
        assert connection.execute("select count(*) from circles_youngperson").fetchone() == (0,)
        assert connection.execute("select count(*) from arrive(%s)", [forged]).fetchone() == (0,)


def test_what_is_stored_of_a_ticket_is_no_ticket(matter: Matter) -> None:
    digests = [
        row[0]
        for row in as_owner(
            "select encode(digest, 'hex') from authority_visit where person_id = %s", [matter.world.people["anna"]]
        )
    ]
    assert digests
    for digest in digests:
        assert raw.ask("", "select count(*) from arrive(%s)", [digest]) == [(0,)]
    assert raw.ask("", "select count(*) from arrive(%s)", [matter.tickets["anna"]]) == [(1,)]


@pytest.mark.parametrize(
    "setting", ["samspil.person", "samspil.actor", "samspil.municipality", "role.person", "app.actor"]
)
def test_no_setting_makes_an_actor(matter: Matter, setting: str) -> None:
    with raw.web(matter.tickets["uffe"]) as connection:
        connection.execute("select set_config(%s, %s, false)", [setting, str(matter.world.people["anna"])])
        assert connection.execute("select current_actor()").fetchone() == (matter.world.people["uffe"],)


@pytest.mark.parametrize("proof", ["", "0" * 64, None])
def test_no_visit_opens_without_proof(matter: Matter, proof: str | None) -> None:
    values = ["ab" * 32, matter.world.people["anna"], matter.world.lillerup, proof]
    assert (
        raw.refused(
            matter.tickets["uffe"],
            "select open_visit(%s, %s, %s, samspil_now() + interval '1 hour', false, %s)",
            values,
        )
        == "42501"
    )
    assert (
        raw.refused(matter.tickets["uffe"], "select close_visits_of(%s, %s)", [matter.world.people["anna"], proof])
        == "42501"
    )


def test_only_the_worker_acts_on_behalf_of_another(matter: Matter) -> None:
    from samspil.authority.visits import _proof

    claim = ["cd" * 32, matter.world.people["anna"], matter.world.lillerup, 4102444800]
    values = [*claim, _proof("|".join([*map(str, claim), "t"]))]
    call = "select open_visit(%s, %s, %s, to_timestamp(%s), true, %s)"
    assert raw.refused("", call, values) == "42501"
    with raw.web(url="DATABASE_WORKER_URL") as worker:
        worker.execute(call.encode(), values)
        worker.rollback()


SHUT = (
    "set role samspil_owner",
    "set role samspil_rule",
    "set local role samspil_backup",
    "set session authorization samspil_owner",
    "set row_security = off; select * from circles_youngperson",
    "create temporary table mine (id integer)",
    "create table mine (id integer)",
    "create view mine as select * from circles_youngperson",
    "create function mine() returns integer language sql as 'select 1'",
    "create schema mine",
    "select lo_from_bytea(0, 'x')",
    "select lo_creat(-1)",
    "copy circles_member from stdin",
    "copy (select 1) to program 'true'",
    "copy circles_youngperson to '/tmp/x'",
    "select pg_read_file('/etc/hostname')",
    "alter role samspil_web superuser",
    "grant samspil_rule to samspil_web",
    "select * from access_grant",
    "select * from audit_reading",
    "select nextval('circles_circle_id_seq')",
    "set session_replication_role = replica",
    "lock table organisation_tenure in access exclusive mode",
    "comment on table circles_member is 'x'",
    "create extension if not exists dblink",
    "create policy mine on circles_youngperson using (true)",
    "alter function current_actor() owner to samspil_web",
    "select circle_agencies(1)",
    "select write_disclosure('x', 1, 'sent', 'ssp115', 'fordi', 1, '{}')",
    "select stand_circles(1, 1, '{}')",
    "select acting_tenure('item.read', 1)",
)


@pytest.mark.parametrize("statement", SHUT)
def test_these_doors_are_shut(matter: Matter, statement: str) -> None:
    assert raw.refused(matter.tickets["anna"], statement) in {"42501", "0A000", "42P17"}


def test_a_function_of_ones_own_sees_no_more(matter: Matter) -> None:
    """A block of plpgsql is anybody's; it runs under the caller's policies."""
    block = "do $$ begin if exists (select 1 from circles_youngperson) then raise exception 'seen'; end if; end $$"
    assert raw.answer_to(matter.tickets["uffe"], block) == "rows -1"
    assert raw.answer_to(matter.tickets["anna"], block) == "P0001 seen"


def test_a_condition_of_ones_own_is_asked_of_no_hidden_row(matter: Matter) -> None:
    trap = "select count(*) from circles_youngperson where 1 / (length(name) - length(name)) = 1"
    assert raw.answer_to(matter.tickets["uffe"], trap) == "rows 1"
    assert raw.refused(matter.tickets["anna"], trap) == "22012"
