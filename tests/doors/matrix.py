"""The access matrix as it is stated in matrix.toml, and the doors as the address table has them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from samspil.authority.doors import Door, Reach, door_of

STATED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text())
NOBODY = "nobody"
PEOPLE: tuple[str, ...] = tuple(STATED["people"])
EVERYBODY = (*PEOPLE, NOBODY)


@dataclass(frozen=True)
class Address:
    """One row of the address table: `moeder/<str:key>/` and the door of its view."""

    route: str
    view: Any
    names: tuple[str, ...]

    @property
    def door(self) -> Door | None:
        return door_of(self.view)

    def path(self, values: dict[str, str]) -> str:
        found = self.route
        for name in self.names:
            start, end = found.index("<"), found.index(">")
            found = f"{found[:start]}{values[name]}{found[end + 1 :]}"
        return f"/{found}"


def addresses(resolver: URLResolver | None = None, before: str = "") -> Iterator[Address]:
    for entry in (resolver or get_resolver()).url_patterns:
        route = f"{before}{entry.pattern}".removeprefix("/")
        if isinstance(entry, URLPattern):
            names = [part.split(">")[0].split(":")[-1] for part in route.split("<")[1:]]
            yield Address(route, entry.callback, tuple(names))
        else:
            yield from addresses(entry, route)


@dataclass(frozen=True)
class Visit:
    """A door at one object. `yes` are those who get in, `may` those whose button does something."""

    door: str
    at: dict[str, str]
    takes: str
    yes: frozenset[str]
    may: frozenset[str]
    gives: int
    ask: str
    queries: int
    fill: dict[str, str]

    @property
    def label(self) -> str:
        return f"{self.door} {' '.join(self.at.values())}{self.ask}".strip()


def people_in(names: list[str]) -> frozenset[str]:
    """Names, with `@circle` for everybody of a list in [who]."""
    found: set[str] = set()
    for name in names:
        found |= people_in(STATED["who"][name[1:]]) if name.startswith("@") else {name}
    return frozenset(found)


def _visit(row: dict[str, Any]) -> Visit:
    yes = people_in(row.get("yes", []))
    may = people_in(row["may"]) if "may" in row else yes
    return Visit(
        row["door"],
        row.get("at", {}),
        row.get("takes", "both"),
        yes,
        may,
        row.get("gives", 200),
        row.get("ask", ""),
        row.get("queries", 0),
        row.get("fill", {}),
    )


VISITS: tuple[Visit, ...] = tuple(_visit(row) for row in STATED["visit"])


@dataclass
class Table:
    """Doors by name."""

    rows: dict[str, list[Address]] = field(default_factory=dict)

    def address(self, visit: Visit, keys: dict[str, str]) -> str:
        at = {name: keys.get(value, value) for name, value in visit.at.items()}
        fits = [row for row in self.rows[visit.door] if set(row.names) == set(at)]
        return fits[0].path(at) + visit.ask.format(**keys)

    def reach(self, visit: Visit) -> Reach:
        found = self.rows[visit.door][0].door
        assert found is not None, visit
        return found.reach


def table() -> Table:
    made = Table()
    for row in addresses():
        made.rows.setdefault(row.door.name if row.door else f"no door: {row.route}", []).append(row)
    return made
