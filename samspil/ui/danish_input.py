"""Days and times of day as people here type them. What cannot be read is told in a Danish sentence."""

import re
from datetime import date, time, timedelta
from typing import Literal

from samspil.lib.danish_dates import MONTHS, WEEKDAYS, plain_day

Towards = Literal["past", "near", "future"]

HOW_TO_WRITE_A_DAY = "Skriv datoen som 16/12, 16. dec. eller 16-12-2026. Du kan også skrive i dag eller {words}."
NEAR_EXAMPLES: dict[Towards, str] = {
    "past": "i går eller fredag",
    "near": "i morgen eller fredag",
    "future": "næste onsdag",
}
HOW_TO_WRITE_A_TIME = "Skriv klokkeslættet som 13.30."
NEAR_WORDS = {"i går": -1, "i dag": 0, "i morgen": 1, "i overmorgen": 2}
CENTURY = 2000
A_WEEK = 7
SHORTEST_WEEKDAY = 3
ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
NUMBERS = re.compile(r"(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})(?:\s*[-/.]\s*(?P<year>\d{4}|\d{2}))?\.?")
WORDS = re.compile(
    r"(?:(?P<weekday>[a-zæøå]{2,7})\.?(?:\s+d(?:en|\.)?)?\s+)?(?:den\s+)?"
    r"(?P<day>\d{1,2})\.?\s*(?P<name>[a-z]{3,9})\.?(?:\s+(?P<year>\d{4}))?"
)
NAMED = re.compile(r"(?:(?P<which>på|i|sidste|næste)\s+)?(?P<weekday>[a-zæøå]{3,8})\.?")
TIME = re.compile(r"(?:kl\.?\s*)?(?P<hour>\d{1,2})(?:\s*[.:]\s*(?P<minute>\d{2}))?")


def parse_day(text: str, today: date, towards: Towards = "near") -> date:
    """`towards` says which year is meant where none is written, and which of two Fridays."""
    plain = " ".join(text.casefold().split())
    if plain in NEAR_WORDS:
        return today + timedelta(days=NEAR_WORDS[plain])
    try:
        return _named_day(plain, today, towards) or _written_day(plain, today, towards)
    except _UnreadableError as error:
        raise ValueError(how_to_write_a_day(towards)) from error


def how_to_write_a_day(towards: Towards = "near") -> str:
    return HOW_TO_WRITE_A_DAY.format(words=NEAR_EXAMPLES[towards])


class _UnreadableError(ValueError):
    """Nothing here that could be a day."""


def _named_day(plain: str, today: date, towards: Towards) -> date | None:
    """`fredag`, `på fredag`, `i fredags`, `sidste fredag`, and `næste fredag`: the Friday of the next week."""
    found = NAMED.fullmatch(plain)
    if found is None:
        return None
    which, word = found["which"], found["weekday"]
    if which == "i":
        which, word = "sidste", word.removesuffix("s")
    weekday = _weekday(word)
    if weekday is None:
        return None
    if which == "næste":
        return today + timedelta(days=A_WEEK - today.weekday() + weekday)
    ahead = (weekday - today.weekday() - 1) % A_WEEK + 1
    back = which == "sidste" or (which is None and towards == "past")
    return today + timedelta(days=ahead - (A_WEEK if ahead < A_WEEK else 2 * A_WEEK) if back else ahead)


def _weekday(word: str) -> int | None:
    # The short forms, "tirs." and "tors." too, begin as the long ones do.
    fitting = [number for number, name in enumerate(WEEKDAYS) if name.startswith(word)]
    return fitting[0] if len(word) >= SHORTEST_WEEKDAY and len(fitting) == 1 else None


def _written_day(plain: str, today: date, towards: Towards) -> date:
    found = ISO_DAY.fullmatch(plain) or NUMBERS.fullmatch(plain) or WORDS.fullmatch(plain)
    if found is None:
        raise _UnreadableError
    parts = found.groupdict()
    month = int(parts["month"]) if parts.get("month") else _month(parts["name"])
    day = _in_year(int(parts["day"]), month, parts["year"], today, towards)
    _hold_to_weekday(parts.get("weekday"), day)
    return day


def parse_time(text: str) -> time:
    found = TIME.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        raise ValueError(HOW_TO_WRITE_A_TIME)
    try:
        return time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError as error:
        raise ValueError(HOW_TO_WRITE_A_TIME) from error


def _month(name: str) -> int:
    fitting = [number for number, month in enumerate(MONTHS, 1) if month.startswith(name) or name == month]
    if len(fitting) != 1:
        raise _UnreadableError
    return fitting[0]


def _in_year(day: int, month: int, year: str | None, today: date, towards: Towards) -> date:
    if year:
        return _date(int(year) + (CENTURY if len(year) == len("26") else 0), month, day)
    # A leap day exists only in some of the years around.
    around = [found for nearby in range(-4, 9) if (found := _try_date(today.year + nearby, month, day))]
    if not around:
        raise _UnreadableError
    if towards == "past":
        return max(found for found in around if found <= today)
    if towards == "future":
        return min(found for found in around if found >= today)
    return min(around, key=lambda found: (abs(found - today), found < today))


def _date(year: int, month: int, day: int) -> date:
    found = _try_date(year, month, day)
    if found is None:
        message = "Den dag findes ikke i kalenderen."
        raise ValueError(message)
    return found


def _try_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hold_to_weekday(word: str | None, day: date) -> None:
    """A written weekday that does not fit is a slip in one of the two, so ask instead of guessing."""
    if word is None:
        return
    meant = [number for number, name in enumerate(WEEKDAYS) if name.startswith(word)]
    if not meant:
        raise _UnreadableError
    if day.weekday() not in meant:
        message = f"{plain_day(day).capitalize()} er en {WEEKDAYS[day.weekday()]}. Ret dagen eller datoen."
        raise ValueError(message)
