"""What the tests of acts do over and over."""

from typing import Any

import psycopg
from django.db import connection, transaction

from samspil.circles import commands
from samspil.circles.models import Circle, YoungPerson
from samspil.circles.queries import unit_circle
from samspil.organisation.models import Person, Tenure, Unit
from tests.authority.matter import BASIS, WHY
from tests.conftest import Acting, as_owner

SHARED: dict[str, Any] = {"basis": BASIS, "necessity": WHY}


def sees(acting: Acting, key: str, circle: Circle) -> bool:
    with acting(key):
        return Circle.objects.filter(pk=circle.pk).exists()


def draft(actor: Any, at: str = "aaskolen", **changed: Any) -> Circle:
    workplace = Unit.objects.get(slug=at, municipality_id=actor.municipality_id)
    facts = {
        "kind": "concern",
        "purpose": "forebygge",
        "title": "Bekymring",
        "unit": workplace,
        "own_part": "follower",
        **changed,
    }
    return commands.open_circle(actor, unit_circle(workplace), **facts)


def young(circle: Circle, **facts: Any) -> YoungPerson:
    return YoungPerson.objects.create(circle_id=circle.pk, name="Karim Haddad", sort_key="x", **facts)


def unit_of(municipality: int) -> int:
    return int(
        as_owner("select id from organisation_unit where slug = 'aaskolen' and municipality_id = %s", [municipality])[
            0
        ][0]
    )


def circle_id(kind: str, slug: str) -> int:
    found = (
        "select c.id from circles_circle c join organisation_unit u on u.id = c.unit_id where c.kind = %s and"
        " u.slug = %s order by c.id limit 1"
    )
    return int(as_owner(found, [kind, slug])[0][0])


def seat_of(key: str) -> Tenure:
    return Tenure(pk=tenure_id(key))


def tenure_id(key: str) -> int:
    statement = (
        "select min(t.id) from organisation_tenure t join organisation_person p on p.id = t.person_id where"
        " p.work_email like %s"
    )
    return int(as_owner(statement, [f"{key}@%"])[0][0])


def person(key: str) -> Person:
    return Person.objects.get(work_email__startswith=f"{key}@", municipality__slug="lillerup")


def ask(call: str, *values: Any) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(call, values)
        return cursor.fetchone()[0]


def as_operator(*statements: str) -> None:
    """Committed as the tables' owner by an operator, with all constraints."""
    from tests.conftest import NAME, _server

    with psycopg.connect(_server.url(NAME)) as operator:
        for statement in statements:
            operator.execute(statement.encode())
        operator.execute("set constraints all immediate")
        operator.rollback()
