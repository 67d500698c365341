"""Lengths of time and ages."""

from datetime import date, datetime, timedelta

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
HALVES_OF_ONE = 2
HALF_YEAR_MONTHS = 6


def counted(number: int, one: str, many: str) -> str:
    """`1 dag`, `3 dage`"""
    return f"{number} {one if number == 1 else many}"


def days_in_words(number: int) -> str:
    return counted(number, "dag", "dage")


def duration(length: timedelta) -> str:
    """`45 minutter`, `4½ time`, `1 dag 4½ time`, `3 dage`: rounded down."""
    if length < timedelta(0):
        message = "a duration cannot be negative"
        raise ValueError(message)
    if length < HOUR:
        return counted(length // timedelta(minutes=1), "minut", "minutter")
    days, rest = divmod(length, DAY)
    # From two days on the hours would only distract.
    hours = "" if days > 1 else _hours(rest)
    return " ".join(part for part in (days_in_words(days) if days else "", hours) if part)


def time_left(deadline: datetime, now: datetime) -> str:
    """`4½ time tilbage`, `3 dage over`"""
    left = deadline - now
    if left >= timedelta(0):
        return f"{duration(left)} tilbage"
    return f"{duration(-left)} over"


def days_left(deadline: date, today: date) -> str:
    """For a deadline that is a day: `7 dage tilbage`, `sidste dag i dag`, `3 dage over`."""
    days = (deadline - today).days
    if days == 0:
        return "sidste dag i dag"
    return f"{days_in_words(abs(days))} {'tilbage' if days > 0 else 'over'}"


def days_away(day: date, today: date) -> str:
    """`om 7 dage`, `i dag`, `for 3 dage siden`"""
    days = (day - today).days
    if days == 0:
        return "i dag"
    return f"om {days_in_words(days)}" if days > 0 else f"for {days_in_words(-days)} siden"


def age(birth: date, day: date) -> int:
    """Whole years on that day; 0 on a day before the birth."""
    return age_in_half_years(birth, day) // 2


def age_in_words(birth: date, day: date) -> str:
    return f"{age(birth, day)} år"


def age_in_half_years(birth: date, day: date) -> int:
    """35 on a day when the person has turned 17½ and not yet 18."""
    months = (day.year - birth.year) * 12 + day.month - birth.month
    guess = max(months // HALF_YEAR_MONTHS, 0)
    return guess - 1 if guess and day_of_age(birth, guess) > day else guess


def day_of_age(birth: date, half_years: int) -> date:
    """The day on which that many half years are lived; where the month lacks it, the next one."""
    years, month = divmod(birth.month - 1 + half_years * HALF_YEAR_MONTHS, 12)
    first = date(birth.year + years, month + 1, 1)
    same = first + timedelta(days=birth.day - 1)
    if same.month == first.month:
        return same
    return (first + timedelta(days=31)).replace(day=1)


def half_years_in_words(half_years: int) -> str:
    """35 is `17½ år`, 20 is `10 år`, 1 is `½ år`."""
    return f"{_halves(half_years)} år"


def _hours(length: timedelta) -> str:
    halves = length // (HOUR / 2)
    if halves == 0:
        return ""
    # Danish counts "4½ time" but "4 timer".
    return f"{_halves(halves)} {'time' if halves % 2 or halves == HALVES_OF_ONE else 'timer'}"


def _halves(halves: int) -> str:
    whole, half = divmod(halves, 2)
    return f"{whole or ''}½" if half else str(whole)
