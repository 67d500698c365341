"""What the same query costs when one who sees everything filters by hand: what policies are held against.

The hand's filter is the plain one that an application would write: circles in which a seat of the person
is a member now. It knows nothing of mandates, of what is lawful, or of exclusions.
"""

import statistics
import time
from typing import Any

import psycopg

from samspil.config.embedded import Server

MINE = """{t}.circle_id in (select m.circle_id from circles_member m join organisation_seat s on s.holder = m.holder
  join organisation_tenure h on h.seat_id = s.id where h.person_id = {person} and m.part <> 'keeper'
   and m.starts_at <= now() and coalesce(m.ends_at, 'infinity') > now())"""
QUERIES = {
    "Case list": (
        "k",
        (
            "select k.id, k.key, k.due from cases_case k where {0} and k.ended_at is null"
            " order by k.due nulls last, k.sort_key, k.id limit 50"
        ),
    ),
    "Due follow-ups": (
        "k",
        (
            "select k.key, k.due from cases_case k join organisation_tenure t on t.id = k.lead_id where {0}"
            " and t.person_id = {person} and k.ended_at is null and k.due < now() + interval '14 days'"
        ),
    ),
    "Notes of one case": (
        "n",
        (
            "select n.id, n.text from cases_casenote n where {0} and n.circle_id ="
            " (select c.circle_id from cases_case c where c.key = '{key}') order by n.happened_on"
        ),
    ),
}
NARROWED = {"Notes of one case": "select narrow_to_matter('cases_case', '{key}')"}
"""What the page of one matter asks first, once for all its statements; its own time stands in the page's."""
TIMES = 35
COLD = 5


def compare(running: Server, database: str, ticket: str, person: int, case_key: str) -> dict[str, tuple[float, float]]:
    """Per query: milliseconds under policies, and by hand."""
    compared = {}
    app = psycopg.connect(running.url(database, "samspil_web"))
    free = psycopg.connect(running.url(database, "samspil_bench"))
    with app, free:
        for name, (table, query) in QUERIES.items():
            facts = {"person": person, "key": case_key}
            by_policy = query.format("true", **facts)
            by_hand = query.format(MINE.format(t=table, person=person), **facts)
            first = NARROWED.get(name, "select 1").format(**facts)
            compared[name] = (_timed(app, by_policy, ticket, first), _timed(free, by_hand, "", "select 1"))
    return compared


def _timed(connection: Any, query: str, ticket: str, first: str) -> float:
    taken = []
    for _ in range(TIMES):
        with connection.transaction():
            connection.execute("select set_config('samspil.ticket', %s, true)", [ticket])
            connection.execute(first)
            started = time.perf_counter()
            connection.execute(query).fetchall()
            taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken[COLD:])
