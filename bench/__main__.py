"""`./run bench [PART]`: makes the country once, measures, prints what is reached and what is not, and writes JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

from bench import data
from samspil.config.embedded import Server
from samspil.config.local import STATE, point_at

PARTS = ("pages", "public", "country", "load", "weight")


def main() -> None:
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := set(wanted) - {"data", *PARTS}:
        raise SystemExit(f"No such part: {', '.join(sorted(unknown))}. Parts: data, {', '.join(PARTS)}.")
    running = data.server()
    data.make(running, data.WHOLE)
    if "country" in wanted:
        data.make(running, data.ALONE)
    load = os.getloadavg()[0]
    if load > 0.5:
        print(f"!! The machine is busy (load {load:.1f}): figures are worse than they are", flush=True)
    results: dict[str, object] = {"busy": load}
    for part in (one for one in wanted if one != "data"):
        results[part] = _measure(running, part)
    Path(STATE / "bench.json").write_text(json.dumps(results, indent=1))
    print(f"\nFigures: {STATE / 'bench.json'}")


def _measure(running: Server, part: str) -> object:
    """Each part in a process of its own, since settings and connections are read once a process."""
    answers = {}
    for country in (data.WHOLE, data.ALONE) if part == "country" else (data.WHOLE,):
        point_at(running, country.database)
        out = STATE / f"bench-{part}.json"
        subprocess.run(
            [sys.executable, "-m", "bench.part", part, country.database, str(out)], check=True, env=os.environ.copy()
        )
        answers[country.database] = json.loads(out.read_text())
    if part == "country":
        _compare(answers)
    return answers


def _compare(answers: dict[str, dict[str, float]]) -> None:
    from bench.pages import COUNTRY_RATIO
    from bench.report import line

    print("\n== One municipality against 98 (coordinator with 340 live matters)")
    for name, alone in answers[data.ALONE.database].items():
        whole = answers[data.WHOLE.database][name]
        line(name, f"{whole:.1f} ms in the country, {alone:.1f} ms alone", whole / alone, COUNTRY_RATIO, "times")


main()
