"""A body's meetings of a school year, as its rhythm proposes them: never on a day off, never where one lies already."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from samspil.lib import clock, danish_dates
from samspil.lib.rhythm import Kind, Rhythm, Skipped, occurrences
from samspil.lib.working_days import SchoolYear
from samspil.meetings.models import Meeting
from samspil.organisation.models import Body
from samspil.organisation.models import Rhythm as RhythmRow

ONE_DAY = timedelta(days=1)
MOST = 60


@dataclass(frozen=True)
class Proposal:
    """The days, those left out with the reason, and the hours and place that the rhythm or the last meeting says."""

    year: SchoolYear
    words: str
    days: tuple[date, ...]
    skipped: tuple[tuple[str, str], ...]
    starts: time | None = None
    ends: time | None = None
    place: str = ""


def years_ahead() -> tuple[SchoolYear, SchoolYear]:
    this = SchoolYear.of(clock.today())
    return this, SchoolYear(this.start + 1)


def proposal(body: Body, year: SchoolYear, settings: Mapping[str, Any]) -> Proposal:
    rows = [row for row in RhythmRow.objects.filter(body=body).order_by("pk") if row.rule.get("kind")]
    held = list(Meeting.objects.filter(body=body, cancellations=None).order_by("starts_at"))
    taken = {clock.in_copenhagen(one.starts_at).date() for one in held}
    start, end = max(year.first, clock.today() + ONE_DAY), year.last
    closed = _closed(settings)
    found = [occurrences(_rhythm(row.rule), start, end, closed) for row in rows] if start <= end else []
    days = sorted({day for one in found for day in one.days} - taken)[:MOST]
    skipped = sorted({gone for one in found for gone in one.skipped}, key=lambda gone: gone.day)
    words = danish_dates.listed([row.words for row in rows if row.words])
    return Proposal(year, words, tuple(days), tuple(_told(one) for one in skipped), *_hours(rows, held))


def _hours(rows: list[RhythmRow], held: list[Meeting]) -> tuple[time | None, time | None, str]:
    """As the file says, else as the body met last."""
    last = held[-1] if held else None
    said = next((row.rule for row in rows if row.rule.get("time") and row.rule.get("minutes")), None)
    if said:
        starts = time.fromisoformat(said["time"])
        minutes = starts.hour * 60 + starts.minute + int(said["minutes"])
        return starts, time(minutes // 60 % 24, minutes % 60), last.place if last else ""
    if last is None:
        return None, None, ""
    return clock.in_copenhagen(last.starts_at).time(), clock.in_copenhagen(last.ends_at).time(), last.place


def _rhythm(rule: Mapping[str, Any]) -> Rhythm:
    return Rhythm(
        Kind(rule["kind"]),
        interval=rule["interval"],
        weekday=rule["weekday"],
        nth=rule["nth"],
        months=frozenset(rule["months"]),
        minimum=rule["minimum"],
        per=rule["per"],
        skip_holidays=rule["skip_holidays"],
    )


def _closed(settings: Mapping[str, Any]) -> dict[date, str]:
    """Each day of the municipality's own breaks, with its name."""
    found: dict[date, str] = {}
    for one in settings["school_holidays"]:
        day, last = date.fromisoformat(one["from"]), date.fromisoformat(one["to"])
        while day <= last:
            found[day] = one["name"]
            day += ONE_DAY
    return found


def _told(gone: Skipped) -> tuple[str, str]:
    return danish_dates.long_day(gone.day), gone.reason
