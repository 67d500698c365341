"""When the journeys happen: whole weeks counted from the next Monday, so that every day is one to work on."""

from datetime import datetime, timedelta

from samspil.lib import clock

_today = clock.in_copenhagen(clock.system_time())
MONDAY = (_today + timedelta(days=7 - _today.weekday())).date()


def at(week: int, hour: int, minute: int = 0, weekday: int = 0) -> datetime:
    """This hour of a Monday, or another weekday, so many weeks on."""
    day = MONDAY + timedelta(weeks=week, days=weekday)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.COPENHAGEN)


def typed(week: int, weekday: int = 0) -> str:
    """The same day as one types it."""
    day = at(week, 0, weekday=weekday)
    return f"{day.day}-{day.month}-{day.year}"
