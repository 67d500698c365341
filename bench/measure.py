"""One page, many times, through the whole stack in this process."""

import gzip
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bench.pages import FROM_THING, PAGES, Who

COLD, WARM = 5, 25
ONE_TOGETHER = ("django_session", "arrive(", "record_reading", "samspil.ticket")
"""Transaction, session, actor and log count as one query."""


@dataclass(frozen=True)
class Timing:
    cold_ms: float
    median_ms: float
    p95_ms: float
    queries: int
    bytes: int
    compressed: int


def timed(call: Callable[[], Any], times: int) -> list[float]:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def p95(values: list[float]) -> float:
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def page(client: Any, path: str) -> Timing:
    """Answer, time and query count of a page; an answer other than 200 is an error of the measuring."""
    answer, queries = _counted(client, path)
    if answer.status_code != 200:
        message = f"{path.split('/')[1] or '/'} answered {answer.status_code}"
        raise RuntimeError(message)
    cold = timed(lambda: client.get(path), COLD)
    warm = timed(lambda: client.get(path), WARM)
    body = answer.content
    return Timing(
        statistics.median(cold), statistics.median(warm), p95(warm), queries, len(body), len(gzip.compress(body, 6))
    )


def _counted(client: Any, path: str) -> tuple[Any, int]:
    from django.db import connection

    seen: list[str] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001  # Django's signature
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        answer = client.get(path)
    own = [sql for sql in seen if not any(mark in sql for mark in ONE_TOGETHER)]
    return answer, len(own) + 1


def client_of(who: Who) -> tuple[Any, str]:
    """A logged-in client and its cookie; the visit is opened as the login opens it."""
    from importlib import import_module

    from django.conf import settings
    from django.db import connections
    from django.test import Client

    from samspil.authority.visits import open_visit, ticket_for
    from samspil.lib import clock

    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "select p.id, m.id from organisation_person p join organisation_municipality m on m.id = p.municipality_id"
            " where m.slug = %s and p.sort_key = %s",
            [f"bench-{who.municipality}", f"{who.person:04}"],
        )
        person, municipality = cursor.fetchone()
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session.create()
    session["person"], session["municipality"] = person, municipality
    session.save()
    key = str(session.session_key)
    open_visit(ticket_for(key, person, municipality), person, municipality, clock.now() + timedelta(hours=2))
    client = Client(headers={"host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    return client, key


def paths_of(who: Who, client: Any) -> dict[str, str]:
    """The addresses of the pages that this person has; a door that is not this person's answers 404."""
    keys = {name: _a_key(who, *place) for name, place in FROM_THING.items()}
    found = {name: path.format(**keys) for name, path in PAGES.items()}
    return {name: path for name, path in found.items() if client.get(path).status_code != 404}


def a_case_of(who: Who) -> str:
    return str(_a_key(who, *FROM_THING["case"]))


def _a_key(who: Who, table: str, capability: str, which: str) -> str | None:
    """The key of the first row of this kind that this person may open."""
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samspil_rule")
        cursor.execute(
            f"select k.key from {table} k"  # noqa: S608  # from bench/pages.py
            " join access_grant g on g.circle_id = k.circle_id and g.capability = %s"
            " join organisation_person p on p.id = g.person_id"
            " join organisation_municipality m on m.id = p.municipality_id"
            f" where m.slug = %s and p.sort_key = %s and {which} order by k.id limit 1",
            [capability, f"bench-{who.municipality}", f"{who.person:04}"],
        )
        row = cursor.fetchone()
        cursor.execute("set role samspil_owner")
    return str(row[0]) if row else None
