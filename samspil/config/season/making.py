"""Laying the season of each municipality, and playing them all through together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from django.db import connections

from samspil.concerns.rules import CASE
from samspil.config.season import cases, concerns, extras, looking, meetings, offices, people
from samspil.config.season.cast import MONTHLY, Cast, Player, Reporter, Table, cast_of
from samspil.config.season.house import House
from samspil.config.season.stage import Stage, at, hurried, own_clock, set_clock, working_day
from samspil.config.season.stories import Matter, Teller
from samspil.lib import clock
from samspil.organisation.loading import count_rows

WEEKS = 15
CONCERNS = {"frederiksberg": 18, "glostrup": 10, "halsnaes": 10, "holstebro": 10, "koebenhavn": 12}
TABLES = 4
MEETINGS_BACK = 3
BUSY_TABLES = 1
YEAR_FROM, YEAR_UNTIL = 1, 7
"""The coming meetings of the first body that lie there, counted from the next one."""
NEWEST = (
    (26 * 24, None, concerns.TOLD, 0),
    (21, None, concerns.DRAFT, 5),
    (40, 1, concerns.WAITS, 1),
    (27, 2, concerns.WAITS, 6),
    (9, 3, concerns.WAITS, 2),
    (2, 4, concerns.WAITS, 3),
)
"""Hours ago, who (none: the first of the story), what becomes of it, which story. The last one is urgent."""
EARLY = ((3, cases.LOCKED), (12, cases.REOPENED), (36, cases.CLOSED))
"""Days after the first, and how the case goes on that begins with the concern."""
SAME_CHILD, NAMESAKE = {9: 2, 13: 6}, 4
"""By a concern's number: whose child it is about once more. Counted from the last: a child of the receiver's name."""
COUNTING_DAYS = 9
"""Days ago that one of those who receive concerns went through them all, where it is one who does."""
HOURS = ((13, 0), (8, 30), (10, 15), (14, 45))


def make(say: Callable[[str], None], fill: Callable[[], None]) -> None:
    """`fill` an empty database as of the day before the season, add people, and let everything happen until now."""
    with hurried():
        _make(say, fill)


def _make(say: Callable[[str], None], fill: Callable[[], None]) -> None:
    now, today = clock.now(), clock.today()
    with own_clock():
        set_clock(at(today - timedelta(weeks=WEEKS, days=3), 12))
        _months_of_the_log()
        fill()
        people.settle_more(say, today)
    stage = Stage(at(today - timedelta(weeks=WEEKS), 7), now)
    for slug, number in CONCERNS.items():
        lay(House(cast_of(slug), stage, Teller(slug, clock.today())), number)
    _lay_nights(stage)
    stage.play(_month_by_month(say))
    _let_old_letters_lie(now)


def lay(house: House, number: int) -> None:
    first = clock.today() - timedelta(weeks=WEEKS)
    _lay_meetings(house, first)
    _lay_concerns(house, first, number)
    _lay_cases(house, first)
    offices.lay(house)
    newcomer = house.cast.reporters[-1].player
    house.stage.later(house.stage.now - timedelta(days=2), partial(extras.begin_here, house, newcomer))
    if house.cast.officers and len({one.receivers[0] for one in house.cast.reporters}) == 1:
        counting = at(working_day(house.stage.now.date() - timedelta(days=COUNTING_DAYS)), 15)
        house.stage.later(counting, partial(looking.look_through_all, house, house.cast.reporters[0].receivers[0]))


def _lay_nights(stage: Stage) -> None:
    """What the worker does by itself at the turn of each month."""
    for weeks in range(WEEKS // 4, -1, -1):
        first = (stage.now - timedelta(days=weeks * 30)).date().replace(day=1)
        stage.later(at(first, 4, 23), partial(offices.draw, first.month))


def _lay_meetings(house: House, first: date) -> None:
    for place, table in enumerate(house.cast.tables[:TABLES]):
        soon = _soonest(house.stage.now, place)
        back = _meetings_back(table, place, (soon.date() - first).days)
        for number in range(back + (1 if place == 0 else 2)):
            days = (number - back) * table.step_days
            day = working_day(soon.date() + timedelta(days=days))
            if day >= first:
                sitting = meetings.Sitting(table, datetime.combine(day, soon.timetz()), number)
                meetings.lay(house, sitting)
                extras.lay_at_table(house, sitting, place, number - back)
        if place == 0:
            coming = [soon + timedelta(days=table.step_days * turn) for turn in range(YEAR_FROM, YEAR_UNTIL)]
            year = [datetime.combine(working_day(one.date()), one.timetz()) for one in coming]
            house.stage.later(house.stage.now - timedelta(days=8), partial(extras.lay_year, house, table, year))


def _meetings_back(table: Table, place: int, days: int) -> int:
    """A body that meets each week keeps to it; of the others the first have met the most."""
    often = table.step_days < MONTHLY
    return days // table.step_days if often else MEETINGS_BACK if place < BUSY_TABLES else 1


def _soonest(now: datetime, place: int) -> datetime:
    """The first body meets today, where there is still time for it, else on the next working day; the others follow."""
    local = clock.in_copenhagen(now)
    if place == 0 and local.hour in range(7, 14) and working_day(local.date()) == local.date():
        return at(local.date(), local.hour + 2)
    day = working_day(local.date() + timedelta(days=1 + place))
    return at(day, *HOURS[place % len(HOURS)])


def _lay_concerns(house: House, first: date, number: int) -> None:
    """Evenly over the weeks, each from another workplace; the newest wait, and one is not sent."""
    raising = house.teller.luck.sample(house.cast.reporters, len(house.cast.reporters))
    told: list[Matter] = []
    for place in range(number):
        reporter = raising[place % len(raising)]
        receiver = _receiver(house.cast, reporter)
        told.append(_matter(house, told, place, receiver if number - place == NAMESAKE else None))
        way = concerns.WAY[place % len(concerns.WAY)]
        worry = concerns.Worry(reporter, receiver, told[-1], way, again=place in SAME_CHILD)
        day = working_day(first + timedelta(days=place * WEEKS * 7 // number))
        when = at(day, 8 + place % 7, house.teller.luck.randint(0, 59))
        house.stage.later(when, partial(concerns.raise_concern, house, worry))
    for ago, which, fate, story in NEWEST:
        reporter = house.cast.reporters[0] if which is None else raising[which % len(raising)]
        matter = house.teller.matter(story)
        if fate == concerns.WAITS and story == 1:
            matter = replace(matter, child=told[-1].child)
        worry = concerns.Worry(reporter, _receiver(house.cast, reporter), matter, fate)
        house.stage.later(house.stage.now - timedelta(hours=ago), partial(concerns.raise_concern, house, worry))


def _matter(house: House, told: list[Matter], place: int, namesake: Player | None) -> Matter:
    """Mostly about somebody new."""
    matter = house.teller.matter()
    if place in SAME_CHILD:
        return replace(matter, child=told[SAME_CHILD[place]].child)
    if namesake is not None:
        first, last = matter.child.name.split(" ")[0], namesake.name.split(" ")[-1]
        return replace(matter, child=replace(matter.child, name=f"{first} {last}"))
    return matter


def _lay_cases(house: House, first: date) -> None:
    """Some that began early in the season, so that they could end in it."""
    for place, (days, life) in enumerate(EARLY):
        reporter = house.cast.reporters[place % len(house.cast.reporters)]
        matter = house.teller.matter()
        house.lives[matter.child.cpr] = life
        worry = concerns.Worry(reporter, _receiver(house.cast, reporter), matter, CASE)
        when = at(working_day(first + timedelta(days=days)), 9 + place)
        house.stage.later(when, partial(concerns.raise_concern, house, worry))


def _receiver(cast: Cast, reporter: Reporter) -> Player:
    """Among those who receive from there, the one who calls the body that the reporter's colleagues sit in."""
    colleagues = {one.player for one in cast.reporters if one.unit_id == reporter.unit_id}
    near = [table for table in cast.tables if _meets_with(table, colleagues, reporter)]
    return near[0].convener if near else reporter.receivers[0]


def _meets_with(table: Table, colleagues: set[Player], reporter: Reporter) -> bool:
    return table.convener in reporter.receivers and not colleagues.isdisjoint(table.members)


def _month_by_month(say: Callable[[str], None]) -> Callable[[datetime], None]:
    told: set[int] = set()

    def tell(when: datetime) -> None:
        month = clock.in_copenhagen(when).month
        if month not in told:
            told.add(month)
            say(f"A season of work: {when:%B}")
            count_rows()

    return tell


def _months_of_the_log() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("select ensure_log_months(%s)", [WEEKS // 4])


def _let_old_letters_lie(now: datetime) -> None:
    """What was written to people months ago counts as sent: nobody wants those mails today."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("update post_outgoing set sent_at = due where sent_at is null and due < %s", [now])
