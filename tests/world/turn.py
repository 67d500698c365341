"""One whole turn of the work in Lillerup, made by the real commands as the real people.

Each named text holds a word that stands nowhere else, so that whatever a door answers tells which rows it came from.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from samspil.lib import clock

Acting = Callable[[str], AbstractContextManager[Any]]
BASIS = "ssp115"
CPR = "140313-4567"
BIRTH = date(2013, 3, 14)
LETTERS = "bdfghklmnprstv"
SECRET_WORDS = ("1403134567", "4567")
"""Nobody reads a whole CPR number back, whoever typed it."""


Place = tuple[str, str]
"""A circle by the name used here, and the kind of row, as in the capability `<kind>.read`."""


@dataclass
class Turn:
    """`keys` names every object that an address may need; `circles` the ids of the circles."""

    people: dict[str, int]
    keys: dict[str, str] = field(default_factory=dict)
    circles: dict[str, int] = field(default_factory=dict)
    words: dict[str, set[Place]] = field(default_factory=dict)
    moments: dict[str, datetime] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def word(self, circle: str, kind: str) -> str:
        """A new word, `Kanarie` and three letters, for a field in this circle."""
        number, made = len(self.words), "Kanarie"
        for _ in range(3):
            number, letter = divmod(number, len(LETTERS))
            made += LETTERS[letter]
        self.words[made] = {(circle, kind)}
        return made

    def also(self, word: str, circle: str, kind: str) -> None:
        """The same word lies in another row too, as a minimum that went along."""
        self.words[word].add((circle, kind))

    def asked(self, word: str) -> str:
        """A word in the network's open part that its guest reads too: it is of the meeting that she is asked to."""
        self.also(word, "open_netvaerk-aaskolen", "meeting")
        return word

    def lies(self, name: str, row: Any) -> Any:
        """Remember a row that addresses name, and its circle."""
        self.keys[name] = row.key
        self.circles[name] = row.circle_id
        return row


def take_turn(people: dict[str, int], acting: Acting) -> Turn:
    from tests.world import turn_of_case, turn_of_concern, turn_of_files, turn_of_log, turn_of_meeting, turn_of_words

    turn = Turn(people)
    turn_of_concern.report(turn, acting)
    turn_of_concern.assess(turn, acting)
    turn_of_concern.advise(turn, acting)
    turn_of_meeting.hold_the_first(turn, acting)
    turn_of_meeting.begin_the_second(turn, acting)
    turn_of_meeting.share(turn, acting)
    turn_of_meeting.decide(turn, acting)
    turn_of_case.work(turn, acting)
    turn_of_case.close(turn, acting)
    turn_of_meeting.elsewhere(turn, acting)
    turn_of_case.elsewhere(turn, acting)
    turn_of_files.lay(turn, acting)
    turn_of_words.write(turn, acting)
    for who in turn.people:
        with acting(who):
            turn.keys[f"person_{who}"] = _person_key(turn.people[who])
    with acting("anna"):
        turn.keys["seat_nanna"], turn.keys["seat_lone"] = any_seat_of(turn, "nanna").key, any_seat_of(turn, "lone").key
        turn.keys["seat_uffe"], turn.keys["seat_bo"] = seat_of(turn, "uffe").key, seat_of(turn, "bo").key
    for who in ("anna", "nanna", "karl", "olga", "vera"):
        with acting(who):
            _remember_rooms(turn)
    turn_of_log.look(turn, acting)
    return turn


def _person_key(number: int) -> str:
    from samspil.organisation.models import Person

    return str(Person.objects.get(pk=number).key)


def _remember_rooms(turn: Turn) -> None:
    """The rooms' own keys, for the pages about rooms."""
    from samspil.circles.models import Circle
    from samspil.organisation.models import Body

    keys = dict(Circle.objects.filter(pk__in=turn.circles.values()).values_list("pk", "key"))
    body = Body.objects.filter(slug="netvaerk-aaskolen", municipality_id=turn.numbers["lillerup"]).first()
    if body is not None:
        turn.keys["body_netvaerk"] = body.key
    turn.keys.update({f"room_{name}": keys[number] for name, number in turn.circles.items() if number in keys})


def seat_of(turn: Turn, person: str, body: str = "netvaerk-aaskolen") -> Any:
    from samspil.organisation.models import Tenure

    return Tenure.objects.filter(person_id=turn.people[person], seat__body__slug=body).latest("pk")


def any_seat_of(turn: Turn, person: str) -> Any:
    from samspil.organisation.models import Tenure

    return Tenure.objects.filter(person_id=turn.people[person]).earliest("pk")


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)
