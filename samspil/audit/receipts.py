"""Receipts of ended access and destroyed rows, kept outside the database too, so that a restore brings nothing back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samspil.audit import outside, sealing


@dataclass(frozen=True)
class Receipt:
    """`act` is ended, came or gone, with the columns and what they became in `facts`; or emptied or removed."""

    id: int
    act: str
    place: str
    row: int
    facts: dict[str, Any]


class ForgedReceipt(RuntimeError):
    """A line of the file was not written with the key of the log, or lines are missing before it."""


def tell_receipts() -> int:
    """Write what is not yet told outside, and answer how many. Each line's key covers the line before it."""
    lines = outside.told(outside.RECEIPTS)
    previous = _digest(lines[-1]) if lines else ""
    after = outside.last_number(outside.RECEIPTS)
    with sealing.worker_login() as connection:
        rows = connection.execute("select id, act, place, row_id, facts from receipts_after(%s)", [after]).fetchall()
    fresh = []
    for row in rows:
        fresh.append(_line(Receipt(*row), previous))
        previous = _digest(fresh[-1])
    if fresh:
        outside.tell(outside.RECEIPTS, *fresh)
    return len(fresh)


def told_receipts(after: int) -> list[Receipt]:
    """Those with a higher number, oldest first. Raises ForgedReceipt."""
    return [one for one in _read() if one.id > after]


def _read() -> Iterator[Receipt]:
    previous = ""
    for line in filter(None, outside.told(outside.RECEIPTS)):
        number, _key, told = line.split(" ", 2)
        one = Receipt(int(number), **json.loads(told))
        if _line(one, previous) != line:
            raise ForgedReceipt(number)
        previous = _digest(line)
        yield one


def _line(one: Receipt, previous: str) -> str:
    told = json.dumps({"act": one.act, "place": one.place, "row": one.row, "facts": one.facts}, sort_keys=True)
    return f"{one.id} {sealing.keyed(f'receipt {previous} {one.id} {told}').hexdigest()} {told}"


def _digest(line: str) -> str:
    return line.split(" ", 2)[1]
