"""Days and times of day."""

from datetime import date, datetime, time

from samspil.lib.clock import in_copenhagen

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_WEEKDAYS = ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn.")
SHORT_MONTHS = (
    "jan.",
    "feb.",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "aug.",
    "sep.",
    "okt.",
    "nov.",
    "dec.",
)
NEAR_DAYS = {-1: "i går", 0: "i dag", 1: "i morgen"}
GREETINGS = ((0, "Hej"), (5, "Godmorgen"), (10, "God formiddag"), (12, "God eftermiddag"), (18, "God aften"))


def short_day(day: date, *, year: bool = False) -> str:
    """`ons. 9. dec.`"""
    words = f"{SHORT_WEEKDAYS[day.weekday()]} {day.day}. {SHORT_MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def plain_day(day: date) -> str:
    """`9. december 2026`"""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def long_day(day: date) -> str:
    """`onsdag 9. december 2026`"""
    return f"{WEEKDAYS[day.weekday()]} {plain_day(day)}"


def near_day(day: date, today: date) -> str:
    """`i dag`, `i morgen`, `i går`, else the short day, with its year when that is another."""
    near = NEAR_DAYS.get((day - today).days)
    return near or short_day(day, year=day.year != today.year)


def clock_time(moment: datetime | time) -> str:
    """`kl. 9.00`"""
    return f"kl. {_hour_and_minute(moment)}"


def moment(instant: datetime, today: date) -> str:
    """`i dag kl. 13.00`, `tors. 10. dec. kl. 12.44`"""
    return f"{near_day(in_copenhagen(instant).date(), today)} {clock_time(instant)}"


def long_moment(instant: datetime) -> str:
    """`torsdag 10. december 2026 kl. 12.44`"""
    return f"{long_day(in_copenhagen(instant).date())} {clock_time(instant)}"


def span(start: datetime, end: datetime) -> str:
    """`kl. 13.00–14.30`; when it ends on another day both days are told."""
    first, last = in_copenhagen(start), in_copenhagen(end)
    if first.date() == last.date():
        return f"{clock_time(first)}–{_hour_and_minute(last)}"
    return f"{_day_and_time(first)} – {_day_and_time(last)}"


def day_span(first: date, last: date) -> str:
    """`9.–11. december 2026`, `30. november–2. december 2026`, or one day in plain words."""
    if first == last:
        return plain_day(first)
    if first.year != last.year:
        return f"{plain_day(first)}–{plain_day(last)}"
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}.{month}–{plain_day(last)}"


def greeting(instant: datetime) -> str:
    hour = in_copenhagen(instant).hour
    return [words for begins, words in GREETINGS if begins <= hour][-1]


def listed(words: list[str]) -> str:
    """`april, maj og juni`"""
    return " og ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _hour_and_minute(moment: datetime | time) -> str:
    local = in_copenhagen(moment) if isinstance(moment, datetime) else moment
    return f"{local.hour}.{local.minute:02}"


def _day_and_time(local: datetime) -> str:
    return f"{short_day(local.date())} {clock_time(local)}"


def ended(words: str) -> str:
    """With one full stop at the end, also where a short day has brought its own: `ons. 28. okt.`"""
    return f"{words.rstrip('.')}."
