"""Pages as they were answered, to be laid before a browser: whole, sent empty, and with what they fetch."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from samspil.ui.forms import new_form_key
from tests.doors.matrix import VISITS, Visit
from tests.doors.sweep import Sweep

FETCHED = re.compile(r'hx-get="([^"]+)" hx-trigger="(?:load|every)')
SHEET = re.compile(r'href="([^"]+)" data-sheet')
REFUSED = {409, 422}


@dataclass(frozen=True)
class Face:
    """One answer and what its scripts ask for; `sent` when it came of a form with nothing in it."""

    label: str
    person: str
    address: str
    html: str
    sent: bool = False
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def room(self) -> str:
        return self.label.partition(".")[0]

    @property
    def sent_to(self) -> str:
        """The address as the form has it, which may name the place on the page to come back to."""
        named = re.search(rf'action="({re.escape(self.address)}#[\w-]+)"', self.html)
        return named[1] if named else self.address


def faces(sweep: Sweep) -> Iterator[Face]:
    """Every page of the matrix once, as the one sees it who may most, and every form of it sent with nothing in it."""
    for visit in VISITS:
        person = _who(visit) if visit.yes else ""
        if visit.takes != "POST" and visit.yes and visit.gives == 200:
            yield from filled(sweep, visit, person)
        if visit.takes != "GET" and visit.may and not visit.ask:
            yield from _sent_empty(sweep, visit, person)


def _who(visit: Visit) -> str:
    """She who convenes sees most; otherwise the first by name, so that it is the same at each run."""
    return "anna" if "anna" in visit.may else min(visit.may or visit.yes)


def filled(sweep: Sweep, visit: Visit, person: str) -> Iterator[Face]:
    client, address = sweep.clients[person], sweep.table.address(visit, sweep.turn.keys)
    html = _page(client.get, address).html
    if html:
        yield Face(visit.label, person, address, html, parts=dict(_parts(client, html)))


def _sent_empty(sweep: Sweep, visit: Visit, person: str) -> Iterator[Face]:
    """A form that shares its address with its page, and takes nothing for an answer, is that page once more."""
    client, address = sweep.clients[person], sweep.table.address(visit, sweep.turn.keys)
    answer = _page(client.post, address, {"form_key": new_form_key()})
    if answer.html and (visit.takes == "POST" or answer.status in REFUSED):
        yield Face(visit.label, person, address, answer.html, sent=True, parts=dict(_parts(client, answer.html)))


def ticked(sweep: Sweep, person: str) -> Face:
    """Min SSP with an open promise, and what comes of its tick."""
    client = sweep.clients[person]
    before = _page(client.get, "/").html
    address = re.search(r'hx-post="([^"]+)"', before)
    assert address, "nothing to tick"
    with undone():
        after = client.post(address[1], {"form_key": new_form_key()}, follow=True).content.decode()
    return Face("desk.tick", person, "/", before, parts={address[1]: after})


@dataclass(frozen=True)
class _Answer:
    status: int
    html: str


def _page(ask: Any, *told: Any) -> _Answer:
    """Its text where it is a page, and nothing where it is a file, a part or the way to another page."""
    with undone():
        answer = ask(*told)
        is_page = answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming
        text = answer.content.decode() if is_page else ""
    return _Answer(answer.status_code, text if text.startswith("<!doctype") else "")


def _parts(client: Any, html: str) -> Iterator[tuple[str, str]]:
    for href in {one.replace("&amp;", "&") for one in FETCHED.findall(html) + SHEET.findall(html)}:
        with undone():
            yield href, client.get(href, headers={"HX-Request": "true"}).content.decode()


@contextmanager
def undone() -> Iterator[None]:
    """A request whose rows nobody sees afterwards, each in a transaction of its own: a long one is broken off."""
    whole = transaction.atomic()
    whole._from_testcase = True  # type: ignore[attr-defined]  # the boundary opens the outermost one, but for a test's
    with whole:
        yield
        transaction.set_rollback(True)
