"""What the same query costs when one who sees everything filters by hand: what policies are held against."""

import statistics
import time
from typing import Any

import psycopg

from samspil.config.embedded import Server

QUERIES = {
    "Case list": "select k.id, k.key, y.name from cases_case k"
    " join circles_youngperson y on y.circle_id = k.circle_id and y.id = k.young_person_id"
    " where {k} and {y} and not exists"
    " (select 1 from cases_closure c where c.case_id = k.id and c.circle_id = k.circle_id and {c})"
    " order by y.sort_key limit 50",
    "Due follow-ups": "select f.id, f.due from cases_followup f"
    " where {f} and f.held_on is null and f.due < now() + interval '14 days' order by f.due limit 50",
    "Notes of one case": "select n.id, n.text from cases_casenote n"
    " where {n} and n.case_id = (select id from cases_case where key = %(key)s and {cases_case})"
    " order by n.happened_on",
}
TIMES = 30


def compare(running: Server, database: str, ticket: str, case_key: str) -> dict[str, tuple[float, float]]:
    """Per query: milliseconds under policies, and by hand with the person's circles given as an array."""
    app = psycopg.connect(running.url(database, "samspil_web"))
    free = psycopg.connect(running.url(database, "samspil_bench"))
    circles = _circles(app, ticket)
    compared = {}
    for name, query in QUERIES.items():
        under = query.replace("%(key)s", f"'{case_key}'")
        policies = _timed(app, _without(under), {}, ticket)
        by_hand = _timed(free, _with(under), {"circles": circles}, None)
        compared[name] = (policies, by_hand)
    app.close()
    free.close()
    return compared


def _marks(query: str) -> list[str]:
    return [mark for mark in ("k", "y", "c", "f", "n", "cases_case") if "{" + mark + "}" in query]


def _without(query: str) -> str:
    return query.format(**dict.fromkeys(_marks(query), "true"))


def _with(query: str) -> str:
    return query.format(**{mark: f"{mark}.circle_id = any(%(circles)s::bigint[])" for mark in _marks(query)})


def _circles(app: Any, ticket: str) -> list[int]:
    with app.transaction():
        app.execute("select set_config('samspil.ticket', %s, true)", [ticket])
        return list(app.execute("select circle_array('case.read')").fetchone()[0])


def _timed(connection: Any, query: str, values: dict[str, Any], ticket: str | None) -> float:
    taken = []
    for _ in range(TIMES):
        with connection.transaction():
            if ticket:
                connection.execute("select set_config('samspil.ticket', %s, true)", [ticket])
            started = time.perf_counter()
            connection.execute(query, values or None).fetchall()
            taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken[5:])
