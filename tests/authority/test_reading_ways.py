"""Nobody is let out past the reading log, whichever way Django or the driver is asked (A16)."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.db.models import ProtectedError
from django.template.response import TemplateResponse
from django.test import RequestFactory

import samspil
from samspil.authority import reading
from samspil.authority.actor import acting_as
from samspil.authority.errors import ReadingRefused
from samspil.circles.models import YoungPerson
from tests.authority.matter import Matter
from tests.authority.ways import LOGGED, NOBODY, REFUSED, WAYS
from tests.conftest import as_owner

ROOMS = Path(samspil.__file__).parent
STREAMING = {"StreamingHttpResponse", "FileResponse", "TemplateResponse", "SimpleTemplateResponse"}


def test_there_are_many_ways_and_no_two_alike() -> None:
    assert len(WAYS) >= 75
    assert len({name for name, _, _ in WAYS}) == len(WAYS)


@pytest.fixture
def named(matter: Matter) -> Matter:
    """The matter, with one young person that is known by name and may be written to by anna."""
    as_owner("update circles_youngperson set name = 'Karim' where circle_id = %s", [matter.circles["concern"]])
    return matter


@pytest.mark.parametrize(("name", "expected", "way"), WAYS, ids=[way[0] for way in WAYS])
def test_a_way(named: Matter, name: str, expected: str, way: Callable[[], Any]) -> None:
    before = readings()
    with acting_as(named.tickets["anna"], "test.ways"):
        result = attempt(way)
    if expected is REFUSED:
        assert result is REFUSED
    else:
        assert result is not REFUSED
    if expected is LOGGED:
        assert readings() - before, "shown, and not in the log"
    if expected is NOBODY:
        assert result
        assert not readings() - before


def attempt(way: Callable[[], Any]) -> Any:
    try:
        with transaction.atomic():
            return way()
    except (ReadingRefused, ValueError, ProtectedError, Error):
        return REFUSED


def readings() -> set[int]:
    return {row[0] for row in as_owner("select id from audit_reading where door = 'test.ways'")}


@pytest.mark.parametrize(("name", "expected", "way"), WAYS, ids=[way[0] for way in WAYS])
def test_a_way_without_an_actor_lets_nobody_out(
    named: Matter, name: str, expected: str, way: Callable[[], Any]
) -> None:
    before = as_owner("select count(*) from audit_reading")
    result = attempt(way)
    assert result is REFUSED or not result or expected is NOBODY
    assert as_owner("select count(*) from audit_reading") == before


def test_the_log_says_whom_and_where(named: Matter) -> None:
    with acting_as(named.tickets["anna"], "test.whom"):
        row = YoungPerson.objects.get(circle=named.circles["concern"])
    assert as_owner(
        "select person_id, circles, subjects from audit_reading where door = 'test.whom' order by id desc limit 1"
    ) == [(named.world.people["anna"], [named.circles["concern"]], [row.pk])]


def test_one_transaction_is_one_row_in_the_log(named: Matter) -> None:
    before = as_owner("select count(*) from audit_reading")[0][0]
    with acting_as(named.tickets["anna"], "test.once"):
        for _ in range(3):
            assert list(YoungPerson.objects.all())
    assert as_owner("select count(*) from audit_reading")[0][0] == before + 1


def test_nothing_shown_is_nothing_logged(named: Matter) -> None:
    before = as_owner("select count(*) from audit_reading")
    with acting_as(named.tickets["uffe"], "test.nothing"):
        assert not list(YoungPerson.objects.all())
    assert as_owner("select count(*) from audit_reading") == before


def test_a_view_that_fails_leaves_nothing(named: Matter) -> None:
    before = as_owner("select school_class from circles_youngperson order by id")
    with pytest.raises(ZeroDivisionError), acting_as(named.tickets["anna"], "test.fails"):
        fail(YoungPerson.objects.update(school_class="9.z"))
    assert as_owner("select school_class from circles_youngperson order by id") == before
    assert not reading.is_open()
    with acting_as(named.tickets["anna"], "test.succeeds"):
        assert YoungPerson.objects.update(school_class="9.z")
    assert as_owner("select school_class from circles_youngperson order by id") != before


def fail(changed: int) -> None:
    assert changed
    raise ZeroDivisionError


def test_a_request_is_never_inside_another(named: Matter) -> None:
    with acting_as(named.tickets["anna"], "test.outer"):
        with pytest.raises(RuntimeError, match="durable"), acting_as(named.tickets["uffe"], "test.inner"):
            pass
        assert actor_now() == named.world.people["anna"]
    assert actor_now() is None


def actor_now() -> int | None:
    with connection.cursor() as cursor:
        cursor.execute("select current_actor()")
        return cursor.fetchone()[0]  # type: ignore[no-any-return]  # the driver's row is of any


def test_a_response_rendered_after_its_transaction_is_refused(named: Matter) -> None:
    """What a late response does: the rows come when the actor has gone."""
    with acting_as(named.tickets["anna"], "test.late"):
        late = TemplateResponse(RequestFactory().get("/"), "x.html", {"people": YoungPerson.objects.all()})
        rows = late.context_data["people"] if late.context_data else ()
    with pytest.raises(ReadingRefused):
        list(rows)


def test_no_view_answers_later_than_its_transaction() -> None:
    """Streaming and late rendering run without an actor (A15); `page()` renders at once."""
    found = []
    for path in sorted(ROOMS.rglob("*.py")):
        used = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
        found += [f"{path.relative_to(ROOMS)}: {name}" for name in sorted(used & STREAMING)]
    assert found == []
    assert "HttpResponse" in (ROOMS / "ui" / "page.py").read_text()
