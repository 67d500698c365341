"""Laying the season of each municipality, and playing them all through together."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from django.db import connections

from samspil.config.season import concerns, extras, meetings, people
from samspil.config.season.cast import MONTHLY, Cast, Player, Reporter, Table, cast_of
from samspil.config.season.house import House
from samspil.config.season.stage import Stage, at, own_clock, set_clock, working_day
from samspil.config.season.stories import Teller
from samspil.lib import clock

WEEKS = 15
CONCERNS = {"frederiksberg": 18, "glostrup": 10, "halsnaes": 10, "holstebro": 10, "koebenhavn": 12}
TABLES = 4
MEETINGS_BACK = 3
BUSY_TABLES = 1
NEWEST = (
    (26 * 24, None, concerns.TOLD, 0),
    (21, None, concerns.DRAFT, 5),
    (40, 1, concerns.WAITS, 1),
    (27, 2, concerns.WAITS, 6),
    (9, 3, concerns.WAITS, 2),
    (2, 4, concerns.WAITS, 3),
)
"""Hours ago, who (none: the first of the story), what becomes of it, which story. The last one is urgent."""
HOURS = ((13, 0), (8, 30), (10, 15), (14, 45))


def make(say: Callable[[str], None], fill: Callable[[], None]) -> None:
    """`fill` an empty database as of the day before the season, add people, and let everything happen until now."""
    now, today = clock.now(), clock.today()
    with own_clock():
        set_clock(at(today - timedelta(weeks=WEEKS, days=3), 12))
        _months_of_the_log()
        fill()
        people.settle_more(say, today)
    stage = Stage(at(today - timedelta(weeks=WEEKS), 7), now)
    for slug, number in CONCERNS.items():
        lay(House(cast_of(slug), stage, Teller(slug, clock.today())), number)
    stage.play(_month_by_month(say))
    _let_old_letters_lie(now)


def lay(house: House, number: int) -> None:
    first = clock.today() - timedelta(weeks=WEEKS)
    _lay_meetings(house, first)
    _lay_concerns(house, first, number)


def _lay_meetings(house: House, first: date) -> None:
    for place, table in enumerate(house.cast.tables[:TABLES]):
        soon = _soonest(house.stage.now, place)
        back = _meetings_back(table, place, (soon.date() - first).days)
        for number in range(back + 2):
            days = (number - back) * table.step_days
            day = working_day(soon.date() + timedelta(days=days))
            if day >= first:
                sitting = meetings.Sitting(table, datetime.combine(day, soon.timetz()), number)
                meetings.lay(house, sitting)
                extras.lay_at_table(house, sitting, place, number - back)


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
    for place in range(number):
        reporter = raising[place % len(raising)]
        receiver = _receiver(house.cast, reporter)
        worry = concerns.Worry(reporter, receiver, house.teller.matter(), concerns.WAY[place % len(concerns.WAY)])
        day = working_day(first + timedelta(days=place * WEEKS * 7 // number))
        when = at(day, 8 + place % 7, house.teller.luck.randint(0, 59))
        house.stage.later(when, partial(concerns.raise_concern, house, worry))
    for ago, which, fate, story in NEWEST:
        reporter = house.cast.reporters[0] if which is None else raising[which % len(raising)]
        worry = concerns.Worry(reporter, _receiver(house.cast, reporter), house.teller.matter(story), fate)
        house.stage.later(house.stage.now - timedelta(hours=ago), partial(concerns.raise_concern, house, worry))


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
            _count_rows()

    return tell


def _count_rows() -> None:
    """The server plans by what it knows of the tables; they have grown a month."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("analyze")


def _months_of_the_log() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("select ensure_log_months(%s)", [WEEKS // 4])


def _let_old_letters_lie(now: datetime) -> None:
    """What was written to people months ago counts as sent: nobody wants those mails today."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("update post_outgoing set sent_at = due where sent_at is null and due < %s", [now])
