"""A rhythm in Danish words, as the models themselves say it."""

from samspil.lib.danish_dates import MONTHS, WEEKDAYS, listed
from samspil.lib.rhythm.model import ALL_MONTHS, Kind, Rhythm

NUMBERS = ("én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
ORDINALS = ("", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende")
NTH = {1: "første", 2: "anden", 3: "tredje", 4: "fjerde", 5: "femte", -1: "sidste"}
NTH |= {-2: "næstsidste"}
PER = {
    "year": "om året",
    "school_year": "hvert skoleår",
    "half_year": "hvert halvår",
    "quarter": "i kvartalet",
    "month": "om måneden",
}
# Above this many months it is shorter to name the ones left out.
HALF = 6


def in_words(rhythm: Rhythm) -> str:
    """`den første tirsdag i måneden, undtagen i juli`, `mindst fire gange om året`"""
    says = {
        Kind.WEEKLY: _weekly,
        Kind.MONTHLY: _monthly,
        Kind.YEARLY: _yearly,
        Kind.AT_LEAST: _at_least,
    }
    return says[rhythm.kind](rhythm)


def _weekly(rhythm: Rhythm) -> str:
    if rhythm.weekday is None:
        often = _every(rhythm.interval, "uge")
    elif rhythm.interval == 1:
        often = f"hver {WEEKDAYS[rhythm.weekday]}"
    else:
        often = f"{_every(rhythm.interval, 'uge')} om {WEEKDAYS[rhythm.weekday]}en"
    return often + _months(rhythm)


def _monthly(rhythm: Rhythm) -> str:
    if rhythm.weekday is None:
        once = rhythm.interval == 1
        often = "én gang om måneden" if once else _every(rhythm.interval, "måned")
    elif rhythm.interval == 1:
        often = f"{_nth_weekday(rhythm)} i måneden"
    else:
        often = f"{_nth_weekday(rhythm)} {_every(rhythm.interval, 'måned')}"
    return often + _months(rhythm)


def _yearly(rhythm: Rhythm) -> str:
    months = listed([MONTHS[month - 1] for month in sorted(rhythm.months)])
    day = "" if rhythm.weekday is None else f"{_nth_weekday(rhythm)} "
    years = "" if rhythm.interval == 1 else f" {_every(rhythm.interval, 'år')}"
    return f"{day}i {months}{years}"


def _at_least(rhythm: Rhythm) -> str:
    times = "gang" if rhythm.minimum == 1 else "gange"
    number = _number(rhythm.minimum)
    day = "" if rhythm.weekday is None else f", om {WEEKDAYS[rhythm.weekday]}en"
    return f"mindst {number} {times} {PER[rhythm.per]}{day}{_months(rhythm)}"


def _nth_weekday(rhythm: Rhythm) -> str:
    return f"den {NTH[rhythm.nth or 1]} {WEEKDAYS[rhythm.weekday or 0]}"


def _months(rhythm: Rhythm) -> str:
    if not rhythm.months or rhythm.months == ALL_MONTHS:
        return ""
    left_out = len(rhythm.months) > HALF
    named = ALL_MONTHS - rhythm.months if left_out else rhythm.months
    words = listed([MONTHS[month - 1] for month in sorted(named)])
    return f", undtagen i {words}" if left_out else f", i {words}"


def _every(interval: int, unit: str) -> str:
    each = "hvert" if unit == "år" else "hver"
    if interval == 1:
        return f"{each} {unit}"
    if interval <= len(ORDINALS):
        ordinal = ORDINALS[interval - 1]
        # "hvert andet år", but "hver anden uge"
        return f"{each} {'andet' if (unit, interval) == ('år', 2) else ordinal} {unit}"
    return f"{each} {interval}. {unit}"


def _number(number: int) -> str:
    return NUMBERS[number - 1] if number <= len(NUMBERS) else str(number)
