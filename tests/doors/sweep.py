"""Every page asked for once by everybody, with what the answer said, what the log noted and what it cost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samspil.authority import reading
from tests.conftest import World, as_owner, logged_in
from tests.doors.matrix import NOBODY, PEOPLE, Table, Visit
from tests.world.turn import SECRET_WORDS, Turn

WORD = re.compile("kanarie[bdfghklmnprstv]{3}", re.IGNORECASE)
MARKS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
COMMON = ("django_session", "arrive(", "record_reading(", "samspil.ticket")


@dataclass(frozen=True)
class Answer:
    status: int
    place: str
    text: str
    circles: frozenset[int]
    asked: tuple[str, ...]

    @property
    def words(self) -> set[str]:
        """Canaries in status line, headers and body; a calendar's folded lines are unfolded."""
        plain = self.text.replace("\r\n ", "")
        found = {word.capitalize() for word in WORD.findall(plain)}
        return found | {word for word in ("140313-", *SECRET_WORDS) if word in plain}

    @property
    def is_login(self) -> bool:
        return self.status == 302 and self.place.startswith("/log-ind/")

    @property
    def queries(self) -> int:
        """What the page asked, with transaction, session, actor and log as one."""
        return 1 + sum(1 for one in self.asked if not one.startswith(MARKS) and not any(part in one for part in COMMON))


@dataclass
class Sweep:
    world: World
    turn: Turn
    table: Table
    clients: dict[str, Client] = field(default_factory=dict)
    known: dict[tuple[str, str], Answer] = field(default_factory=dict)
    rights: dict[int, set[tuple[int, str]]] = field(default_factory=dict)

    def get(self, visit: Visit, person: str) -> Answer:
        place = (visit.label, person)
        if place not in self.known:
            address = self.table.address(visit, self.turn.keys)
            self.known[place] = self.ask(person, lambda client: client.get(address))
        return self.known[place]

    def ask(self, person: str, act: Any) -> Answer:
        client = self.clients[person]
        connection.queries_log.clear()
        with noted() as circles, CaptureQueriesContext(connection) as found:
            answer = act(client)
        head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        body = answer.content.decode()
        text = f"{answer.status_code} {answer.reason_phrase}\n{head}\n\n{body}"
        asked = tuple(query["sql"] for query in found)
        return Answer(answer.status_code, answer.headers.get("Location", ""), text, frozenset(circles), asked)

    def let_in(self) -> None:
        """Log everybody in, to stay logged in whatever a test takes back."""
        self.clients = {person: logged_in(self.world, person) for person in PEOPLE} | {NOBODY: Client()}

    def may_read(self, person: str, word: str) -> bool:
        """Whether the relation lets this person read a row in which the word stands."""
        if person == NOBODY or word not in self.turn.words:
            return False
        return any((self.turn.circles[circle], kind) in self.reads(person) for circle, kind in self.turn.words[word])

    def was_logged(self, answer: Answer, word: str) -> bool:
        places = self.turn.words[word]
        return any(kind == "open" or self.turn.circles[circle] in answer.circles for circle, kind in places)

    def reads(self, person: str) -> set[tuple[int, str]]:
        if not self.rights:
            rows = as_owner(
                "select person_id, circle_id, capability from access_grant where capability like '%%.read'", []
            )
            for number, circle, can in rows:
                self.rights.setdefault(number, set()).add((circle, can.removesuffix(".read")))
        return self.rights.get(self.world.people[person], set())


@contextmanager
def noted() -> Iterator[set[int]]:
    """The circles that the log was told of meanwhile."""
    circles: set[int] = set()
    write = reading.Reading.write

    def kept(self: reading.Reading) -> None:
        circles.update(self.circles)
        write(self)

    reading.Reading.write = kept  # type: ignore[method-assign]  # put back below
    try:
        yield circles
    finally:
        reading.Reading.write = write  # type: ignore[method-assign]  # put back as it was
