"""How long a circle is kept, and what happens then, in words (law L38, L39)."""

from datetime import date, datetime, timedelta

from samspil.circles.models import Circle
from samspil.lib import clock
from samspil.lib.danish_dates import days_in_words, short_day
from samspil.organisation.models import RetentionCategory

OPENED, CLOSED = "opened", "closed"
ENDINGS = {
    "discard": "Skal slettes",
    "handover": "Skal afleveres til kommunens journal og slettes her",
    "block": "Skal låses",
}


def retention_words(circle: Circle, category: RetentionCategory) -> str:
    """`Skal slettes ons. 16. dec. 2026.`, or counted in days from what has not happened yet."""
    ending = ENDINGS[category.outcome]
    known = {OPENED: circle.opened_at, CLOSED: circle.closed_at}.get(category.starts)
    if known is not None:
        return f"{ending} {short_day(end_day(category, known), year=True)}."
    counted = days_in_words(category.days)
    if category.starts == CLOSED:
        return f"{ending} {counted} efter, at det er afsluttet."
    return f"{ending} {counted} efter, at der sidst er skrevet noget nyt."


def end_day(category: RetentionCategory, start: datetime) -> date:
    return clock.in_copenhagen(start).date() + timedelta(days=category.days)
