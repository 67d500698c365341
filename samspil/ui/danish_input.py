"""Days and times of day as people here type them. What cannot be read is told in a Danish sentence."""

import re
from datetime import date, time, timedelta
from typing import Literal

from samspil.lib.danish_dates import MONTHS, WEEKDAYS, plain_day

Towards = Literal["past", "near", "future"]

HOW_TO_WRITE_A_DAY = "Skriv datoen som 16/12, 16. dec. eller 16-12-2026."
HOW_TO_WRITE_A_TIME = "Skriv klokkeslættet som 13.30."
NEAR_WORDS = {"i går": -1, "i dag": 0, "i morgen": 1, "i overmorgen": 2}
CENTURY = 2000
ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
NUMBERS = re.compile(r"(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})(?:\s*[-/.]\s*(?P<year>\d{4}|\d{2}))?\.?")
WORDS = re.compile(
    r"(?:(?P<weekday>[a-zæøå]{2,7})\.?(?:\s+d(?:en|\.)?)?\s+)?(?:den\s+)?"
    r"(?P<day>\d{1,2})\.?\s*(?P<name>[a-z]{3,9})\.?(?:\s+(?P<year>\d{4}))?"
)
TIME = re.compile(r"(?:kl\.?\s*)?(?P<hour>\d{1,2})(?:\s*[.:]\s*(?P<minute>\d{2}))?")


def parse_day(text: str, today: date, towards: Towards = "near") -> date:
    """`towards` says which year is meant where none is written."""
    plain = " ".join(text.casefold().split())
    if plain in NEAR_WORDS:
        return today + timedelta(days=NEAR_WORDS[plain])
    found = ISO_DAY.fullmatch(plain) or NUMBERS.fullmatch(plain) or WORDS.fullmatch(plain)
    if found is None:
        raise ValueError(HOW_TO_WRITE_A_DAY)
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
        raise ValueError(HOW_TO_WRITE_A_DAY)
    return fitting[0]


def _in_year(day: int, month: int, year: str | None, today: date, towards: Towards) -> date:
    if year:
        return _date(int(year) + (CENTURY if len(year) == len("26") else 0), month, day)
    # A leap day exists only in some of the years around.
    around = [found for nearby in range(-4, 9) if (found := _try_date(today.year + nearby, month, day))]
    if not around:
        raise ValueError(HOW_TO_WRITE_A_DAY)
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
    # The short forms, "tirs." and "tors." too, begin as the long ones do.
    meant = [number for number, name in enumerate(WEEKDAYS) if name.startswith(word)]
    if not meant:
        raise ValueError(HOW_TO_WRITE_A_DAY)
    if day.weekday() not in meant:
        message = f"{plain_day(day).capitalize()} er en {WEEKDAYS[day.weekday()]}. Ret dagen eller datoen."
        raise ValueError(message)
