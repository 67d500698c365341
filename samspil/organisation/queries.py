"""What other rooms ask of the organisation."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from samspil.lib import clock
from samspil.lib.rhythm import Kind, Rhythm
from samspil.organisation.models import LegalBasis, Tenure
from samspil.organisation.models import Rhythm as RhythmRow


def why_shared(settings: Mapping[str, Any], work: str) -> str:
    """The municipality's sentence on why what is written in this kind of joint work is shared (law L2)."""
    return str(settings["joint_work"][work])


def current_bases(municipality: Any) -> QuerySet[LegalBasis]:
    """The bases that may be chosen for sharing today, in every version of today, the newest last."""
    today = clock.today()
    rows = LegalBasis.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=today), municipality=municipality, choosable=True, valid_from__lte=today
    )
    return rows.order_by("valid_from", "pk")


def choosable_bases(municipality_id: int) -> list[LegalBasis]:
    """The bases that may be chosen for sharing today, each in its newest version."""
    return list({basis.slug: basis for basis in current_bases(municipality_id)}.values())


def held_today() -> QuerySet[Tenure]:
    """Who holds which seat today, as `tenure_today` says it in SQL."""
    today = clock.today()
    held = Tenure.objects.filter(registered_until=None, valid_from__lte=today)
    return held.filter(Q(valid_until=None) | Q(valid_until__gt=today))


def rhythm_of(row: RhythmRow) -> Rhythm:
    """For a row whose rule has a kind; on demand has none."""
    rule = row.rule
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


def closed_days(settings: Mapping[str, Any]) -> dict[date, str]:
    """Each day of the municipality's own breaks, with its name."""
    found: dict[date, str] = {}
    for one in settings["school_holidays"]:
        day, last = date.fromisoformat(one["from"]), date.fromisoformat(one["to"])
        while day <= last:
            found[day] = one["name"]
            day += timedelta(days=1)
    return found
