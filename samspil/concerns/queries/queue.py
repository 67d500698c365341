"""The queue: what waits, the shortest time first, and nothing else decides the order (law L43).

Its statements name more than one protected table, and that is meant: whether a concern is sent, assessed or settled is
asked by `exists` alone, which puts out a yes or a no, and what is shown (the concern, its young person) is loaded as
rows and so told to the log. Each table keeps its own policy, and all of them go by circles that the page has asked for
once. Asked apart, the ninety days of one's circles would be fetched to be thrown away, and the number above the list
would need them all.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.circles.models import YoungPerson
from samspil.concerns.models import Concern, Notice, Sending, Triage
from samspil.concerns.queries.words import about_words, kind_words, kinds_of, limits_of
from samspil.concerns.rules import ADVICE, Limits, answer_by, assess_by, clock_state, gone
from samspil.concerns.rules import State as Facts
from samspil.lib import clock, danish_dates

SHOWN_DAYS = 90
SHOWN = 200
"""So many rows stand on one page; the number above them counts all."""
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Row:
    """One line of the queue. `badge` is what decides; it never weighs one child against another."""

    key: str
    sent_at: datetime
    deadline: datetime
    age: str
    title: str
    about: str
    badge: str
    badge_kind: str
    badge_icon: str
    remark: str
    left: str
    percent: int
    state: str
    sender: str
    answer: str = ""
    """When the one who wrote is to hear, until somebody has answered."""
    answer_late: bool = False


def circles_with(can: Can) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("select circle_array(%s)", [can])
        return list(cursor.fetchone()[0])


@dataclass(frozen=True)
class Queue:
    """One tab of the queue, with what the others hold."""

    rows: list[Row]
    waiting: int
    taken_today: int
    circles: list[int]


def whole_queue(actor: Actor, view: str = "") -> Queue:
    """`view` is empty for what waits, else `i-dag`, `raad` or `afsluttet`."""
    kinds, limits, now = kinds_of(actor), limits_of(actor), clock.now()
    mine = circles_with(Can.CONCERN_TRIAGE)
    sent = _sent(actor, mine)
    rows = [_row(concern, kinds, limits, now) for concern in _views(sent, now)[view][:SHOWN]]
    if view:
        rows.sort(key=lambda row: row.sent_at, reverse=True)
    else:
        rows.sort(key=lambda row: (row.deadline, row.key))
    return Queue(rows, _waiting(sent).count(), _taken_today(sent, now).count(), mine)


def queue_of(actor: Actor, view: str = "") -> list[Row]:
    return whole_queue(actor, view).rows


def waiting_count(actor: Actor) -> int:
    return int(_waiting(_sent(actor, circles_with(Can.CONCERN_TRIAGE))).count())


def _views(sent: QuerySet[Concern], now: datetime) -> dict[str, QuerySet[Concern]]:
    """What waits begins with what may be a notification and then the oldest; the other tabs with the newest."""
    whole = _whole(sent)
    newest = whole.order_by("-pk")
    since = now - timedelta(days=SHOWN_DAYS)
    advised = Exists(_triages().filter(outcome=ADVICE, written_at__gte=since))
    return {
        "": _waiting(whole).order_by("-notice_in_doubt", "pk"),
        "i-dag": _taken_today(newest, now),
        "raad": newest.filter(advised),
        "afsluttet": newest.filter(circle__closed_at__gte=since),
    }


def _sent(actor: Actor, mine: list[int]) -> QuerySet[Concern]:
    """Of the municipality in hand, whose words and limits stand on the page."""
    here = Concern.objects.filter(circle_id__in=mine, municipality_id=actor.municipality_id)
    return here.filter(Exists(Sending.objects.filter(concern=OuterRef("pk"))))


def _waiting(sent: QuerySet[Concern]) -> QuerySet[Concern]:
    no_notice = ~Exists(Notice.objects.filter(concern=OuterRef("pk")))
    waits = ~Exists(_triages()) | (Q(notice_in_doubt=True) & no_notice)
    return sent.filter(waits, circle__closed_at__isnull=True)


def _taken_today(sent: QuerySet[Concern], now: datetime) -> QuerySet[Concern]:
    midnight = clock.in_copenhagen(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return sent.filter(Exists(_triages().filter(written_at__gte=midnight)))


def _triages() -> QuerySet[Triage]:
    return Triage.objects.filter(concern=OuterRef("pk"))


def _whole(rows: QuerySet[Concern]) -> QuerySet[Concern]:
    alike = YoungPerson.objects.filter(
        circle__kind="concern",
        sort_key=OuterRef("young_person__sort_key"),
        birth_date=OuterRef("young_person__birth_date"),
    ).exclude(circle_id=OuterRef("circle_id"))
    sendings = Sending.objects.select_related("written_by__seat__function")
    return (
        rows.annotate(
            known_here=Exists(alike),
            triaged=Exists(_triages()),
            noticed=Exists(Notice.objects.filter(concern=OuterRef("pk"))),
        )
        .select_related("circle__unit", "young_person__school")
        .prefetch_related(Prefetch("sending_rows", sendings))
    )


def _row(concern: Any, kinds: dict[str, Any], limits: Limits, now: datetime) -> Row:
    sending = concern.sending_rows.all()[0]
    facts = Facts(notice_in_doubt=concern.notice_in_doubt, notice="known" if concern.noticed else "")
    deadline = assess_by(sending.written_at, facts, limits)
    answer = answer_by(sending.written_at, limits)
    badge, kind, icon, remark = _badge(concern, facts)
    place = concern.young_person.school if concern.young_person else None
    return Row(
        key=concern.key,
        sent_at=sending.written_at,
        deadline=deadline,
        age=f"{max(0, (now - sending.written_at) // HOUR)} t.",
        title=about_words(concern, short=True),
        about=". ".join(part for part in (kind_words(concern, kinds), str(place or concern.circle.unit or "")) if part),
        badge=badge,
        badge_kind=kind,
        badge_icon=icon,
        remark=remark,
        left=danish_dates.time_left(deadline, now),
        percent=round(100 * gone(sending.written_at, deadline, now)),
        state=clock_state(sending.written_at, deadline, now),
        sender=capitalised(sending.written_by.seat.function.name),
        answer="" if concern.triaged else danish_dates.moment(answer, clock.in_copenhagen(now).date()),
        answer_late=answer < now,
    )


def capitalised(words: str) -> str:
    """`SSP-konsulent` keeps its capitals."""
    return words[:1].upper() + words[1:]


def _badge(concern: Any, facts: Facts) -> tuple[str, str, str, str]:
    """What decides: words, colour, icon, remark."""
    remark = "Er taget op. Underretningen mangler." if concern.triaged and facts.notice_open else ""
    if concern.acute:
        return "Haster", "attention", "", remark
    if facts.notice_open:
        return "Måske underretning", "attention", "", remark
    if concern.asks_only_for_sparring:
        return "Sparring", "", "", remark
    if concern.known_here:
        return "Kendt her", "room", "lock", remark
    return ("Taget op" if concern.triaged else "Ny"), "", "", remark
