"""What a browser fetches: everything on a first visit, the page alone later."""

import gzip
from typing import Any

from bench.measure import client_of, paths_of
from bench.pages import COORDINATOR, FIRST_KB, LATER_KB
from bench.report import line
from samspil.config.local import ROOT


def measure(*_: Any) -> dict[str, float]:
    """Kilobytes as sent: compressed text, fonts as they are."""
    client, _session_key = client_of(COORDINATOR)
    pages = [client.get(path).content for path in paths_of(COORDINATOR, client).values()]
    later = max(len(gzip.compress(page, 6)) for page in pages) / 1000
    text = pages[0].decode()
    assets = sorted(
        {
            part.split('"')[0].split("?")[0]
            for mark in ('href="/static/', 'src="/static/')
            for part in text.split(mark)[1:]
        }
    )
    sizes = {name: _sent(name) for name in [*assets, *_fonts()]}
    first = later + sum(sizes.values()) / 1000
    print("\n== What is fetched")
    line("first visit", f"{len(sizes)} files and the page", first, FIRST_KB, "kB")
    line("later visits", "the largest page", later, LATER_KB, "kB")
    return {"first_kb": first, "later_kb": later, **sizes}


def _sent(name: str) -> int:
    folder = ROOT / ".state" / "static"
    packed = [path for ending in (".br", ".gz", "") if (path := folder / f"{name}{ending}").exists()]
    return (
        packed[0].stat().st_size
        if packed[0].suffix in {".br", ".gz", ".woff2"}
        else len(gzip.compress(packed[0].read_bytes()))
    )


def _fonts() -> list[str]:
    """The fonts of the three weights that a page in Danish shows."""
    folder = ROOT / ".state" / "static"
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*.woff2")
        if "-ext" not in path.name and len(path.suffixes) > 1
    ]
