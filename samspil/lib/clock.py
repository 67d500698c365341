"""The only place in Python that asks what time it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

Source = Callable[[], datetime]


def system_time() -> datetime:
    return datetime.now(UTC)


class _Clock:
    source: Source = staticmethod(system_time)


def set_source(source: Source) -> None:
    """Let `now()` ask this instead; the server points it at the database's clock."""
    _Clock.source = staticmethod(source)


def now() -> datetime:
    return as_utc(_Clock.source())


def today() -> date:
    """Today in Copenhagen, which is already tomorrow while UTC has an hour or two left."""
    return in_copenhagen(now()).date()


def as_utc(instant: datetime) -> datetime:
    return _aware(instant).astimezone(UTC)


def in_copenhagen(instant: datetime) -> datetime:
    return _aware(instant).astimezone(COPENHAGEN)


@contextmanager
def fixed(instant: datetime) -> Iterator[datetime]:
    """Hold the clock at one instant, in every thread, until the block ends."""
    held, before = as_utc(instant), _Clock.source
    set_source(lambda: held)
    try:
        yield held
    finally:
        set_source(before)


def _aware(instant: datetime) -> datetime:
    if instant.utcoffset() is None:
        message = "an instant needs a time zone"
        raise ValueError(message)
    return instant
