"""One part of the measuring, against the database that the environment names."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import django

from bench import data, hand, load, measure, weight
from bench.pages import (
    COORDINATOR,
    HAND_RATIO,
    HEAVY,
    LOAD_P95_MS,
    LOG_COST,
    MEDIAN_MS,
    MEMBER,
    P95_MS,
    PAGES,
    PUBLIC,
    PUBLIC_PER_SECOND,
    QUERIES,
    WORKER_MB,
    Who,
)
from bench.report import at_least, line
from samspil.config.embedded import Server


def main() -> None:
    part, database, out = sys.argv[1:]
    running = data.server()
    from samspil.config.local import point_at

    point_at(running, database)
    django.setup()
    _let_bench_read(running, database)
    parts: dict[str, Callable[[], object]] = {
        "pages": lambda: _pages(running, database),
        "country": _country,
        "public": _public,
        "load": lambda: _load(running, database),
        "weight": lambda: weight.measure(running, database),
    }
    Path(out).write_text(json.dumps(parts[part]()))


def _let_bench_read(running: Server, database: str) -> None:
    import psycopg

    with psycopg.connect(running.url(database), autocommit=True) as connection:
        connection.execute(b"alter role samspil_bench bypassrls")
        connection.execute(b"grant select on all tables in schema public to samspil_bench")


def _pages(running: Server, database: str) -> dict[str, Any]:
    result: dict[str, Any] = {}
    unseen = set(PAGES)
    for who in (MEMBER, COORDINATOR, HEAVY):
        print(f"\n== {who.name}")
        client, session_key = measure.client_of(who)
        factor = 2 if who.wide else 1
        for name, path in measure.paths_of(who, client).items():
            unseen.discard(name)
            timing = measure.page(client, path)
            result[f"{who.name}: {name}"] = asdict(timing)
            words = f"cold {timing.cold_ms:.0f} ms, {timing.bytes / 1000:.0f} kB ({timing.compressed / 1000:.0f} sent)"
            line(f"{name}: median", words, timing.median_ms, MEDIAN_MS * factor, "ms")
            line(f"{name}: p95", "", timing.p95_ms, P95_MS * factor, "ms")
            line(f"{name}: queries", "", timing.queries, QUERIES, "")
        _by_hand(running, database, who, session_key, result)
    if unseen:
        print(f"\n!! Nobody in the made country has these pages, NOT MEASURED: {', '.join(sorted(unseen))}")
    return result


def _public() -> dict[str, Any]:
    """The pages that everybody may fetch, all the country's curiosity at once on the production server."""
    with load.production_server() as server:
        load.press(server, "", list(PUBLIC))
        pressed = load.press(server, "", list(PUBLIC))
    print("\n== Without login, sixteen at once (2 workers, 4 threads)")
    words = f"p95 {pressed.p95_ms:.0f} ms, {pressed.failures} failed"
    at_least("public pages", words, pressed.per_second, PUBLIC_PER_SECOND, "a second")
    return asdict(pressed)


def _by_hand(running: Server, database: str, who: Who, session_key: str, result: dict[str, Any]) -> None:
    from importlib import import_module

    from django.conf import settings

    from samspil.authority.visits import ticket_for

    session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    ticket = ticket_for(session_key, session["person"], session["municipality"])
    for name, (policies, by_hand) in hand.compare(
        running, database, ticket, session["person"], measure.a_case_of(who)
    ).items():
        result[f"{who.name}: {name} by hand"] = {"policies_ms": policies, "hand_ms": by_hand}
        line(
            f"{name}: against hand-filtered",
            f"{policies:.2f} ms under policies, {by_hand:.2f} ms by hand",
            policies / by_hand,
            HAND_RATIO,
            "times",
        )


def _country() -> dict[str, float]:
    client, _session_key = measure.client_of(COORDINATOR)
    return {name: measure.page(client, path).median_ms for name, path in measure.paths_of(COORDINATOR, client).items()}


def _load(running: Server, database: str) -> dict[str, Any]:
    from django.conf import settings
    from django.db import connections

    client, session_key = measure.client_of(COORDINATOR)
    paths, cookie = (
        list(measure.paths_of(COORDINATOR, client).values()),
        f"{settings.SESSION_COOKIE_NAME}={session_key}",
    )
    connections.close_all()
    with load.production_server() as server:
        load.press(server, cookie, paths)
        with_log = load.press(server, cookie, paths)
        with load.without_log(running, database):
            bare = load.press(server, cookie, paths)
        again = load.press(server, cookie, paths)
    print("\n== Sixteen at once, production server (2 workers, 4 threads)")
    line(
        "p95",
        f"{with_log.per_second:.0f} pages a second, {with_log.failures} failed",
        with_log.p95_ms,
        LOAD_P95_MS,
        "ms",
    )
    line("memory of a worker", "", with_log.worker_mb, WORKER_MB, "MB")
    best = max(with_log.per_second, again.per_second)
    line(
        "what writing the log costs",
        f"{bare.per_second:.0f} pages a second without",
        1 - best / bare.per_second,
        LOG_COST,
        "of throughput",
    )
    return {"with_log": asdict(with_log), "again": asdict(again), "without_log": asdict(bare)}


main()
