"""The ways in which Django and psycopg give rows out, each with what must come of it.

LOGGED: rows come out and the reading log holds their circle. REFUSED: an error.
NOBODY: an answer in which no person is.
"""

import copy
import pickle
from collections.abc import Callable
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg, StringAgg
from django.core import serializers
from django.db import connection
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    FilteredRelation,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
    Window,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Concat, JSONObject, Length, RowNumber, Substr, Upper
from django.forms import ModelChoiceField
from django.shortcuts import get_object_or_404

from samspil.circles.models import Circle, Delivery, Identity, YoungPerson
from samspil.decisions.models import Submission

LOGGED, REFUSED, NOBODY = "logged", "refused", "nobody"
Way = tuple[str, str, Callable[[], Any]]
Y = YoungPerson.objects
TABLE = YoungPerson._meta.db_table


def run(statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def plain_cursor(statement: str) -> Any:
    connection.ensure_connection()
    return connection.connection.cursor().execute(statement).fetchall()


def copied() -> Any:
    with connection.cursor() as cursor, cursor.copy(f"copy {TABLE} to stdout") as out:
        return list(out)


def streamed() -> Any:
    with connection.cursor() as cursor:
        return list(cursor.cursor.stream(f"select * from {TABLE}"))


def many() -> Any:
    with connection.cursor() as cursor:
        return cursor.executemany(f"select name from {TABLE} where id = %s", [[1]])


def server_side() -> Any:
    connection.ensure_connection()
    with connection.connection.cursor("mine") as cursor:
        return cursor.execute(f"select name from {TABLE}").fetchall()


def form_choices() -> Any:
    choices: Any = ModelChoiceField(Y.all()).choices
    return list(choices)[1:]


def by_connection() -> Any:
    connection.ensure_connection()
    return connection.connection.execute(f"select name from {TABLE}")


def late_field() -> Any:
    return [row.name for row in Y.defer("name")]


def changed(**values: Any) -> Callable[[], Any]:
    return lambda: Y.update(**values)


NAMES = Submission.objects.annotate(n=Subquery(Y.filter(circle=OuterRef("circle")).values("name")[:1]))

ROWS: list[Way] = [
    ("list", LOGGED, lambda: list(Y.all())),
    ("get", LOGGED, lambda: Y.get(name="Karim")),
    ("first", LOGGED, Y.first),
    ("last", LOGGED, lambda: Y.order_by("id").last()),
    ("latest", LOGGED, lambda: Y.latest("written_at")),
    ("earliest", LOGGED, lambda: Y.earliest("written_at")),
    ("in_bulk", LOGGED, lambda: list(Y.in_bulk().values())),
    ("iterator", LOGGED, lambda: list(Y.iterator())),
    ("iterator in chunks", LOGGED, lambda: list(Y.iterator(chunk_size=1))),
    ("slice", LOGGED, lambda: list(Y.order_by("id")[:1])),
    ("distinct", LOGGED, lambda: list(Y.distinct())),
    ("select for update", LOGGED, lambda: list(Y.select_for_update())),
    ("reverse", LOGGED, lambda: list(Y.order_by("id").reverse())),
    ("get_object_or_404", LOGGED, lambda: get_object_or_404(YoungPerson, name="Karim")),
    ("get_or_create", LOGGED, lambda: Y.get_or_create(name="Karim")[0]),
    ("refresh_from_db", LOGGED, lambda: YoungPerson(pk=Y.only("id", "circle").get(name="Karim").pk).refresh_from_db()),
    ("pickled", LOGGED, lambda: pickle.loads(pickle.dumps(list(Y.all())))),  # noqa: S301  # what was pickled a moment ago
    ("a pickled query", LOGGED, lambda: list(pickle.loads(pickle.dumps(Y.all())))),  # noqa: S301  # the same
    ("a copied query", LOGGED, lambda: list(copy.deepcopy(Y.all()))),
    ("serializers", LOGGED, lambda: serializers.serialize("json", Y.all())),
    ("form choices", LOGGED, form_choices),
    ("select_related", LOGGED, lambda: list(Identity.objects.select_related("young_person"))),
    ("a late relation", LOGGED, lambda: [row.young_person for row in Identity.objects.all()]),
    ("prefetch_related", LOGGED, lambda: list(Y.prefetch_related("identities"))),
    ("Prefetch to_attr", LOGGED, lambda: list(Y.prefetch_related(Prefetch("identities", to_attr="mine")))),
    ("reverse manager", LOGGED, lambda: [list(row.identities.all()) for row in Y.all()]),
    ("select_related from the row to its circle", LOGGED, lambda: list(Y.select_related("circle"))),
    ("only with circle", LOGGED, lambda: list(Y.only("id", "circle", "name"))),
    ("defer a text", LOGGED, lambda: list(Y.defer("school_class"))),
    ("annotate a count", LOGGED, lambda: list(Y.annotate(n=Count("identities")))),
    ("annotate a row number", LOGGED, lambda: list(Y.annotate(n=Window(RowNumber(), order_by="id")))),
    ("filter and order by name", LOGGED, lambda: list(Y.filter(name__startswith="K").order_by("name"))),
    ("union of the same model", LOGGED, lambda: list(Y.all().union(Y.all()))),
    ("intersection", LOGGED, lambda: list(Y.all().intersection(Y.all()))),
    ("difference, nothing left", NOBODY, lambda: not list(Y.all().difference(Y.all()))),
    ("another kind of row", LOGGED, lambda: list(Submission.objects.all())),
]

COLUMNS: list[Way] = [
    ("values", REFUSED, lambda: list(Y.values())),
    ("values of a name", REFUSED, lambda: list(Y.values("name"))),
    ("values_list", REFUSED, lambda: list(Y.values_list("name", "birth_date"))),
    ("values_list flat", REFUSED, lambda: list(Y.values_list("name", flat=True))),
    ("values named", REFUSED, lambda: list(Y.values_list("name", named=True))),
    ("dates", REFUSED, lambda: list(Y.dates("birth_date", "day"))),
    ("datetimes", REFUSED, lambda: list(Y.datetimes("written_at", "day"))),
    ("values across a relation", REFUSED, lambda: list(Identity.objects.values("young_person__name"))),
    ("values_list of an open field and a name", REFUSED, lambda: list(Y.values_list("id", "name"))),
    ("values of another model", REFUSED, lambda: list(Submission.objects.values("title"))),
    ("only without the circle", REFUSED, lambda: list(Y.only("name"))),
    ("a deferred field, later", REFUSED, late_field),
    ("annotate F across", REFUSED, lambda: list(Identity.objects.annotate(n=F("young_person__name")))),
    ("annotate Upper", REFUSED, lambda: list(Y.annotate(n=Upper("name")))),
    ("annotate Length", REFUSED, lambda: list(Y.annotate(n=Length("name")))),
    ("annotate Substr", REFUSED, lambda: list(Y.annotate(n=Substr("name", 1, 1)))),
    ("annotate Concat", REFUSED, lambda: list(Y.annotate(n=Concat("name", Value("!"), output_field=TextField())))),
    ("annotate Coalesce", REFUSED, lambda: list(Y.annotate(n=Coalesce("name", Value(""), output_field=TextField())))),
    ("annotate Cast", REFUSED, lambda: list(Y.annotate(n=Cast("birth_date", CharField())))),
    (
        "annotate Case",
        REFUSED,
        lambda: list(Y.annotate(n=Case(When(pk__gt=0, then=F("name")), output_field=TextField()))),
    ),
    ("annotate Window over a name", REFUSED, lambda: list(Y.annotate(n=Window(Max("name"))))),
    ("annotate JSONObject", REFUSED, lambda: list(Y.annotate(n=JSONObject(name="name")))),
    ("annotate ArrayAgg", REFUSED, lambda: list(Y.values("circle_id").annotate(n=ArrayAgg("name")))),
    ("annotate StringAgg", REFUSED, lambda: list(Y.values("circle_id").annotate(n=StringAgg("name", ",")))),
    ("annotate Subquery", REFUSED, lambda: list(NAMES)),
    (
        "annotate FilteredRelation",
        REFUSED,
        lambda: list(
            Identity.objects.annotate(p=FilteredRelation("young_person", condition=Q(pk__gt=0))).values("p__name")
        ),
    ),
    ("alias, then annotate", REFUSED, lambda: list(Y.alias(n=Upper("name")).annotate(m=F("n")))),
    ("aggregate Max", REFUSED, lambda: Y.aggregate(n=Max("name"))),
    ("aggregate Min", REFUSED, lambda: Y.aggregate(n=Min("birth_date"))),
    ("aggregate of a time", REFUSED, lambda: Y.aggregate(n=Max("written_at"))),
    ("aggregate Sum over an open field", NOBODY, lambda: Y.aggregate(n=Sum("id"))["n"]),
    ("aggregate over a slice", REFUSED, lambda: Y.order_by("id")[:1].aggregate(n=Max("name"))),
    ("union of other models", REFUSED, lambda: list(Y.values_list("name").union(Circle.objects.values_list("title")))),
    ("extra select", REFUSED, lambda: list(Y.extra(select={"n": "name"}))),  # must be refused
    ("RawSQL", REFUSED, lambda: list(Y.annotate(n=RawSQL("name", [])))),  # must be refused
    (
        "RawSQL from an open model",
        REFUSED,
        lambda: list(Circle.objects.annotate(n=RawSQL(f"select min(name) from {TABLE}", []))),  # noqa: S611 - must be refused
    ),  # must be refused
    ("raw", REFUSED, lambda: list(Y.raw(f"select * from {TABLE}"))),  # must be refused
    ("values of open fields", NOBODY, lambda: Y.values("id", "key", "circle_id")[0]["key"]),
    ("count", NOBODY, Y.count),
    ("exists", NOBODY, Y.exists),
    ("contains by count", NOBODY, lambda: Y.filter(name="Karim").count()),
    ("aggregate Count", NOBODY, lambda: Y.aggregate(n=Count("id"))["n"]),
    ("Exists in a filter", NOBODY, lambda: Circle.objects.filter(Exists(Y.filter(circle=OuterRef("pk")))).count()),
    (
        "annotate Exists on an open model",
        NOBODY,
        lambda: [row.n for row in Circle.objects.annotate(n=Exists(Y.filter(circle=OuterRef("pk")))) if row.n],
    ),
    ("group by an open field", NOBODY, lambda: list(Y.values("circle_id").annotate(n=Count("id")))),
    ("explain", NOBODY, lambda: Y.all().explain()),
]

STATEMENTS: list[Way] = [
    ("cursor.execute", REFUSED, lambda: run(f"select name from {TABLE}")),  # must be refused
    ("cursor.execute, quoted", REFUSED, lambda: run(f'select name from public."{TABLE}"')),  # must be refused
    ("cursor.execute, capitals", REFUSED, lambda: run(f"SELECT name FROM {TABLE.upper()}")),  # must be refused
    ("cursor.execute, unicode escape", REFUSED, lambda: run('select name from U&"circles\\005fyoungperson"')),
    ("cursor.executemany", REFUSED, many),
    ("the connection's own cursor", REFUSED, lambda: plain_cursor(f"select name from {TABLE}")),  # must be refused
    ("a server-side cursor", REFUSED, server_side),
    ("copy", REFUSED, copied),
    ("stream", REFUSED, streamed),
    ("connection.execute", REFUSED, by_connection),
    ("a block of one's own", REFUSED, lambda: run("do $$ begin perform name from circles_youngperson; end $$")),
    (
        "a query's text, by its xml",
        REFUSED,
        lambda: run("select query_to_xml('select name from circles_youngperson', true, false, '')"),
    ),
    (
        "a table as a whole, by its xml",
        REFUSED,
        lambda: run("select table_to_xml('circles_youngperson'::regclass, true, false, '')"),
    ),
    ("the schema as a whole, by its xml", REFUSED, lambda: run("select schema_to_xml('public', true, false, '')")),
    ("update from another row", REFUSED, lambda: Delivery.objects.update(text=Subquery(Y.values("name")[:1]))),
    ("update from RawSQL", REFUSED, changed(name=RawSQL("school_class", []))),  # must be refused
    ("update of one's own", NOBODY, changed(school_class="7.a")),
    ("update by F of the same row", NOBODY, changed(school_class=F("school_class"))),
    ("save of a whole loaded row", REFUSED, lambda: Y.get(name="Karim").save()),
    ("save of named fields", LOGGED, lambda: Y.get(name="Karim").save(update_fields=["school_class"])),
    ("bulk_update", LOGGED, lambda: Y.bulk_update(list(Y.all()), ["school_class"])),
    ("delete of a query", REFUSED, lambda: Y.all().delete()),
    ("delete of a row", REFUSED, lambda: Y.get(name="Karim").delete()),
]

WAYS = [*ROWS, *COLUMNS, *STATEMENTS]
