"""A transaction may be held to one matter: that takes away, and never gives (architecture 4)."""

from typing import Any

import pytest

from samspil.authority import reading
from samspil.authority.capability import Can
from samspil.authority.command import COMMANDS, command
from samspil.cases.models import Case
from samspil.circles.models import Circle, YoungPerson
from samspil.circles.queries import narrow_to_matter
from tests.authority import raw
from tests.authority.matter import BASIS, Matter
from tests.conftest import acting_person, as_owner

SEEN = "select id from circles_circle"
WITHIN = "select set_config('samspil.within', %s, true)"


def everything(tables: list[str]) -> str:
    return " union all ".join(f"select '{table}', circle_id, count(*) from {table} group by 2" for table in tables)


def seen_within(ticket: str, tables: list[str], within: str) -> set[raw.Row]:
    with raw.web(ticket) as connection:
        connection.execute(WITHIN, [within])
        return set(connection.execute(everything(tables).encode()).fetchall())


def key_of(table: str, row: int) -> str:
    return str(as_owner(f"select key from {table} where id = %s", [row])[0][0])


def test_naming_all_circles_of_the_country_gives_nobody_more(matter: Matter) -> None:
    every = "{" + ",".join(str(row[0]) for row in as_owner("select id from circles_circle")) + "}"
    for person, ticket in matter.tickets.items():
        own = set(raw.ask(ticket, everything(list(matter.rows))))
        assert seen_within(ticket, list(matter.rows), every) == own, person


def test_naming_one_circle_leaves_what_the_relation_grants_there(matter: Matter) -> None:
    for kind, circle in matter.circles.items():
        for person, ticket in matter.tickets.items():
            own = {row for row in raw.ask(ticket, everything(list(matter.rows))) if row[1] == circle}
            assert seen_within(ticket, list(matter.rows), f"{{{circle}}}") == own, (kind, person)
    assert raw.ask(matter.tickets["anna"], everything(list(matter.rows)))


def test_naming_a_foreign_circle_leaves_nothing(matter: Matter) -> None:
    foreign = f"{{{matter.circles['case']}}}"
    assert seen_within(matter.tickets["vera"], list(matter.rows), foreign) == set()
    assert seen_within(matter.tickets["anna"], list(matter.rows), foreign)


@pytest.mark.parametrize("key", ["ukendt", ""])
def test_an_unknown_key_and_a_foreign_one_leave_the_same(matter: Matter, key: str) -> None:
    foreign = key_of("cases_case", matter.rows["cases_case"])
    with raw.web(matter.tickets["vera"]) as connection:
        for asked in (key, foreign):
            connection.execute("select narrow_to_matter('cases_case', %s)", [asked])
            assert connection.execute(SEEN.encode()).fetchall() == []
            assert connection.execute("select current_setting('samspil.within')").fetchone() == ("{}",)


@pytest.mark.parametrize("table", ["authority_visit", "organisation_person", "circles_circle; select 1", "nowhere"])
def test_only_a_row_in_a_circle_can_be_narrowed_to(matter: Matter, table: str) -> None:
    call = "select narrow_to_matter(%s, 'x')"
    assert raw.refused(matter.tickets["anna"], call, [table]) == "42501"
    assert raw.refused(matter.tickets["anna"], call, ["cases_case"]) is None


def test_a_matter_is_all_that_deliveries_tie_to_it(matter: Matter) -> None:
    """From the middle of it, both ways, and without the circles that nothing was delivered to or from."""
    key, at = key_of("cases_case", matter.rows["cases_case"]), matter.circles
    with raw.web(matter.tickets["anna"]) as connection:

        def found() -> set[int]:
            return {row[0] for row in connection.execute(SEEN.encode()).fetchall()}

        whole = found()
        connection.execute("select narrow_to_matter('cases_case', %s)", [key])
        assert found() == {at["case"]}
        for source, target in (("concern", "item"), ("item", "case")):
            deliver = "select deliver(%s, %s, %s, 'Det er nødvendigt.')"
            connection.execute(deliver, [at[source], at[target], BASIS])
        connection.execute("select narrow_to_matter('cases_case', %s)", [key])
        assert found() == {at["concern"], at["item"], at["case"]} < whole
        connection.rollback()


def test_it_ends_with_the_transaction_and_with_the_next_visit(matter: Matter) -> None:
    with raw.web(matter.tickets["anna"]) as connection:
        whole = connection.execute(SEEN.encode()).fetchall()
        connection.execute(WITHIN, ["{}"])
        assert connection.execute(SEEN.encode()).fetchall() == []
        connection.execute("select arrive(%s)", [matter.tickets["anna"]])
        assert connection.execute(SEEN.encode()).fetchall() == whole
        connection.execute(WITHIN, ["{}"])
        connection.commit()
        connection.execute("select set_config('samspil.ticket', %s, true)", [matter.tickets["anna"]])
        assert connection.execute(SEEN.encode()).fetchall() == whole


def test_what_is_left_on_a_connection_is_gone_when_the_next_one_arrives(matter: Matter) -> None:
    with raw.web(matter.tickets["anna"]) as connection:
        whole = connection.execute(SEEN.encode()).fetchall()
        connection.execute("select set_config('samspil.within', '{}', false)")
        connection.commit()
        connection.execute("select arrive(%s)", [matter.tickets["anna"]])
        assert connection.execute(SEEN.encode()).fetchall() == whole


def test_no_command_decides_in_a_narrowed_transaction(matter: Matter) -> None:
    @command(Can.CASE_WRITE)
    def look_at_case(actor: Any, case: Case) -> int:
        return YoungPerson.objects.filter(circle_id=case.circle_id).count()

    try:
        key = key_of("cases_case", matter.rows["cases_case"])
        with acting_person(matter.world, "anna", "test.test") as anna:
            whole = Circle.objects.count()
            assert look_at_case(anna, Case.objects.get(key=key)) == 1
            narrow_to_matter(Case, key)
            assert reading.current().narrowed
            assert 0 < Circle.objects.count() < whole
            with pytest.raises(RuntimeError, match="narrowed"):
                look_at_case(anna, Case.objects.get(key=key))
        with acting_person(matter.world, "anna", "test.test"):
            assert not reading.current().narrowed
    finally:
        del COMMANDS["authority.look_at_case"]
