from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from samspil.lib import clock


def test_the_clock_tells_utc() -> None:
    before = datetime.now(UTC)
    told = clock.now()
    assert told.utcoffset() == timedelta(0)
    assert before <= told <= datetime.now(UTC)


def test_a_source_may_speak_of_any_time_zone() -> None:
    nine_in_greenland = datetime(2026, 12, 9, 9, tzinfo=timezone(timedelta(hours=-2)))
    with clock.fixed(nine_in_greenland):
        assert clock.now() == datetime(2026, 12, 9, 11, tzinfo=UTC)
        assert clock.now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 12, 9, 22, 59, tzinfo=UTC), date(2026, 12, 9)),
        (datetime(2026, 12, 9, 23, 0, tzinfo=UTC), date(2026, 12, 10)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
    ],
)
def test_today_is_the_day_in_copenhagen(instant: datetime, day: date) -> None:
    with clock.fixed(instant):
        assert clock.today() == day


def test_a_settable_source_answers_until_another_is_set() -> None:
    then = datetime(2030, 1, 1, tzinfo=UTC)
    clock.set_source(lambda: then)
    try:
        assert clock.now() == then
    finally:
        clock.set_source(clock.system_time)
    assert clock.now() != then


def test_a_fixed_clock_goes_on_when_the_block_fails() -> None:
    def fail() -> None:
        raise KeyError

    then = datetime(2020, 1, 1, tzinfo=UTC)
    with pytest.raises(KeyError), clock.fixed(then):
        fail()
    assert clock.now() != then


def test_an_instant_without_a_time_zone_is_refused() -> None:
    naive = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        clock.as_utc(naive)
    with pytest.raises(ValueError, match="time zone"):
        clock.in_copenhagen(naive)
