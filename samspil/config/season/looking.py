"""Who looks at what when nothing is to be done: what the log tells of, and what the officer wonders at."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from django.http import Http404

from samspil.authority.command import record_refusal
from samspil.authority.relation import Holder, who_may
from samspil.cases import queries as cases
from samspil.concerns import queries as concerns
from samspil.concerns.models import Concern
from samspil.config.season.cast import Player
from samspil.config.season.house import House
from samspil.config.season.stage import at
from samspil.meetings.models import Meeting
from samspil.meetings.queries.agenda import items_of
from samspil.meetings.queries.matter import young_people

EVERY = 2
"""One of so many cases is looked at late at night."""
LATE = (23, 20)
PACE = timedelta(minutes=2)


def look_around(house: House, key: str, player: Player) -> None:
    """Some who read a case open it in the days after, one late at night; one who has no business there tries."""
    with house.stage.acting(player, "cases.case") as actor:
        case = cases.open_case(actor, key)
        there = [one for one in who_may(case.circle_id) if one.reads and one.person_id != player.person_id]
    readers = [house.player(number) for number in _by_number(there)]
    for reader in [one for one in readers if one is not None][:1]:
        house.after(1, partial(look, house, key, reader))
        if case.circle_id % EVERY:
            house.stage.later(at(house.today() + timedelta(days=2), *LATE), partial(look, house, key, reader))
    inside = {player.person_id, *(one.person_id for one in there)}
    outside = [one.player for one in house.cast.reporters if one.player.person_id not in inside]
    if outside:
        house.after(3, partial(be_refused, house, key, outside[case.circle_id % len(outside)]))


def _by_number(holders: Iterable[Holder]) -> list[int]:
    return sorted({one.person_id for one in holders})


def look(house: House, key: str, player: Player) -> None:
    with house.stage.acting(player, "cases.case") as actor:
        try:
            cases.course_of(cases.read_course(actor, key))
        except Http404:  # whoever has stepped out, and whoever comes when it is closed, finds nothing
            return


def be_refused(house: House, key: str, player: Player) -> None:
    """As the boundary writes it down where the page answered that there is no such thing."""
    with house.stage.acting(player, "cases.case"):
        record_refusal("cases.case", key)


def look_through_all(house: House, player: Player) -> None:
    """Whoever receives concerns goes through them all, meetings and cases too, to count for the year."""
    with house.stage.acting(player, "concerns.queue") as actor:
        keys = [one.key for one in Concern.objects.filter(municipality_id=actor.municipality_id).order_by("pk")]
    with house.stage.acting(player, "cases.list") as actor:
        later = [one.key for one in (*cases.cases(actor), *cases.cases(actor, closed=True))]
    with house.stage.acting(player, "meetings.meeting") as actor:
        for meeting in Meeting.objects.filter(municipality_id=actor.municipality_id).order_by("pk"):
            young_people(list(items_of(meeting)))
    acts = [partial(_open, house, player, key) for key in keys] + [partial(look, house, key, player) for key in later]
    for place, act in enumerate(acts):
        house.stage.later(house.now() + place * PACE, act)


def _open(house: House, player: Player, key: str) -> None:
    with house.stage.acting(player, "concerns.one") as actor:
        try:
            concerns.open_waiting(actor, key)
        except Http404:
            return
