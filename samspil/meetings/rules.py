"""What makes sense at a meeting, and in which order its items stand. Nothing here asks the database."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Protocol, TypeVar

from samspil.lib import clock, danish_dates, working_days

STEP = 1000
"""Between two open items; what lies between them are closed ones, so that open rows alone tell nothing of those."""
DEFAULT_MINUTES = 90
DEFAULT_SAME_WRITER = timedelta(minutes=30)
OCCASIONS = {"ordinary": "Almindeligt møde", "theme": "Temamøde", "extraordinary": "Ekstraordinært møde"}
ANSWERS = {"yes": "Jeg kommer", "no": "Afbud", "deputy": "Send stedfortræder"}
ANSWERED = {"yes": "kommer", "no": "afbud", "deputy": "sender stedfortræder"}
FORMS = {"decision": "Beslutning", "discussion": "Drøftelse", "information": "Orientering", "message": "Meddelelse"}
CLOSED_LINE = "Lukket del"
CANCELLED = "Mødet er aflyst. Planlæg et nyt."
NO_SUCH_MEETING = "Mødet findes ikke mere. Gå tilbage til listen over møder."
NEW, FOLLOW_UP, ADDED_TODAY = "nyt", "opfølgning", "lagt på i dag"


def what_for(occasion: str, subject: str) -> str:
    """`Temamøde: Når skolen ser det først`; nothing of an ordinary meeting without a subject."""
    kind = "" if occasion == "ordinary" else OCCASIONS.get(occasion, "")
    return ": ".join(part for part in (kind, subject) if part)


class Placed(Protocol):
    """An item with its place."""

    pk: int
    position: int

    @property
    def is_closed(self) -> bool: ...


P = TypeVar("P", bound=Placed)


def ordered(items: Collection[P]) -> list[P]:
    return sorted(items, key=lambda item: (item.position, item.pk))


def standing_for(standing: Sequence[Mapping[str, Any]], month: int) -> list[Mapping[str, Any]]:
    """The body's standing items for a meeting in that month."""
    return [one for one in standing if not one.get("months") or month in one["months"]]


def place_for_closed(standing: Sequence[Mapping[str, Any]]) -> int:
    """Where the closed part begins: at the standing item that says so, else before the last one."""
    marked = next((at for at, one in enumerate(standing) if one.get("closed")), None)
    before = marked if marked is not None else max(len(standing) - 1, 0) if len(standing) > 1 else len(standing)
    return before * STEP + 1


def moved(items: Sequence[P], item: P, *, up: bool) -> list[tuple[P, int]]:
    """The new places when `item` goes one step; open items trade places with open ones only."""
    line = ordered(items) if item.is_closed else [one for one in ordered(items) if not one.is_closed]
    at = next(index for index, one in enumerate(line) if one.pk == item.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(line):
        return []
    other = line[to]
    if other.is_closed == item.is_closed and other.position != item.position:
        return [(item, other.position), (other, item.position)]
    return [(item, max(other.position + (-1 if up else 1), 0))]


def shows_closed_line(*, closed_matters: bool, sees_closed: bool) -> bool:
    """One constant line for whoever sees no closed item, whether there is one or not."""
    return closed_matters and not sees_closed


def reading_days(settings: Mapping[str, Any]) -> int:
    return int(settings["item_reading_days"])


def why_not_plan(starts_at: datetime, ends_at: datetime, now: datetime) -> str | None:
    if ends_at <= starts_at:
        return "Mødet skal slutte, efter at det er begyndt. Ret klokkeslættene."
    if starts_at < now - timedelta(days=1):
        return "Den dag er gået. Vælg en dag, der kommer."
    return None


def why_not_move(*, begun: bool, cancelled: bool) -> str | None:
    if cancelled:
        return CANCELLED
    return "Mødet er begyndt, så det kan ikke flyttes eller aflyses mere." if begun else None


def why_not_unsaid(reason: str, *, called: bool) -> str | None:
    """Whoever was called is owed a reason."""
    return "Skriv kort, hvorfor. Det står på mødets side." if called and not reason.strip() else None


def why_not_change(ended: datetime | None, *, cancelled: bool = False) -> str | None:
    if cancelled:
        return CANCELLED
    return "Mødet er slut, så dagsordenen kan ikke ændres mere." if ended else None


def why_not_convene(ended: datetime | None, *, cancelled: bool = False) -> str | None:
    if cancelled:
        return CANCELLED
    return "Mødet er slut. Indkald til et nyt." if ended else None


def why_not_answer(*, begun: bool, cancelled: bool = False) -> str | None:
    if cancelled:
        return CANCELLED
    return "Mødet er begyndt, så du kan ikke svare mere." if begun else None


def why_not_send_deputy(answer: str, *, comes_alone: bool) -> str | None:
    """A guest, and somebody's deputy, comes in person or not at all."""
    barred = comes_alone and answer == "deputy"
    return "En gæst kan ikke sende en stedfortræder. Meld afbud, så kan en anden inviteres." if barred else None


def writing_function(words: Mapping[str, Any]) -> str:
    """The function that writes the body's minutes: the one that its file says, else the one that convenes."""
    return str(words.get("writes") or words.get("convenes") or "")


def why_not_write(*, writes: bool, begun: bool, convenes: bool) -> str | None:
    if not writes:
        return "Referatet skriver den, der er referent på mødet. Du kan læse med."
    return None if begun or convenes else "Referatet kan først skrives, når mødet er begyndt."


def why_not_stand_in(*, called: bool, writes: bool, ended: object) -> str | None:
    if ended:
        return "Mødet er slut, så referenten kan ikke skiftes mere."
    if not called:
        return "Vælg en, der er indkaldt til mødet."
    return None if writes else "Den, du har valgt, må ikke skrive i organets åbne del. Vælg en anden til at skrive."


def why_not_start(started: datetime | None, ended: datetime | None, *, cancelled: bool = False) -> str | None:
    if cancelled:
        return CANCELLED
    if ended:
        return "Mødet er slut."
    return "Mødet er allerede i gang." if started else None


def why_not_end(started: datetime | None, ended: datetime | None) -> str | None:
    if ended:
        return "Mødet er allerede slut."
    return None if started else "Mødet er ikke begyndt endnu."


def why_not_send(ended: datetime | None) -> str | None:
    return None if ended else "Afslut mødet først. Så kan referatet sendes."


def why_not_share(text: str, necessity: str) -> str | None:
    if not text.strip():
        return "Skriv, hvad du deler. Intet er delt endnu."
    if not necessity.strip():
        return (
            "Skriv en enkelt sætning om, hvorfor det er nødvendigt. Intet er delt endnu. Det, du har skrevet, står her."
        )
    return None


def why_not_speak_for(*, may: bool) -> str | None:
    return None if may else "Man deler selv. Den, der indkalder, kan skrive for dem, der er til stede og må se punktet."


def clashes(
    start: datetime, end: datetime, others: Collection[tuple[datetime, datetime, str]]
) -> list[tuple[datetime, str]]:
    """The other meetings that overlap, by when they begin and what they are."""
    return [(other_start, name) for other_start, other_end, name in others if other_start < end and start < other_end]


def off(day: date) -> str:
    """Why a day is one that nobody is usually called to; empty on all others."""
    if name := working_days.holiday_name(day):
        return f"{name} er en helligdag."
    return "Det er en søndag." if day.weekday() == working_days.SUNDAY else ""


def why_not_lay(clashing: int, days_off: int) -> str | None:
    """Many meetings at once: whoever lays them has seen which fall together, and which lie on a day off."""
    told = []
    if clashing:
        words = danish_dates.counted(clashing, "møde falder", "møder falder")
        told.append(f"{words} sammen med andre, som de samme skal til.")
    if days_off:
        told.append(f"{danish_dates.counted(days_off, 'møde ligger', 'møder ligger')} på en søndag eller helligdag.")
    if not told:
        return None
    return " ".join([*told, "Ret dagene, eller sæt hak ved, at de skal lægges alligevel."])


def fingerprint(secret: str) -> str:
    """What is kept of a secret address."""
    return hashlib.sha256(secret.encode()).hexdigest()


DEFAULT_GUEST_DAYS = 1
"""Where the municipality's file says nothing; counted after the meeting's day."""


def stay_until(ends_at: datetime, settings: Mapping[str, Any]) -> datetime:
    """Guests and deputies stay until the end of the day, these many days after the meeting's own."""
    day = clock.in_copenhagen(ends_at).date() + timedelta(days=int(settings.get("guest_days", DEFAULT_GUEST_DAYS)) + 1)
    return datetime(day.year, day.month, day.day, tzinfo=clock.COPENHAGEN)


def last_moment(ends_at: datetime, settings: Mapping[str, Any]) -> datetime:
    """Within the last day of the stay, for saying which day that is."""
    return stay_until(ends_at, settings) - timedelta(minutes=1)


def why_not_invite(*, ended: object, called: bool, may_come: bool = True) -> str | None:
    if ended:
        return "Mødet er slut, så ingen kan inviteres mere."
    if not may_come:
        return "Den, du har valgt, har kun en plads på kontoret og kan ikke være gæst ved et møde. Vælg en anden."
    return "Den, du har valgt, er allerede med til mødet. Vælg en anden." if called else None


def why_not_stand_for(*, ended: object, absent: bool, replaced: bool, same_agency: bool) -> str | None:
    if ended:
        return "Mødet er slut, så ingen kan sendes i stedet mere."
    if not absent:
        return "Sig først, at du ikke kommer. Så kan du sende en anden."
    if replaced:
        return "Der er allerede fundet en stedfortræder. Fjern den første, hvis det skal være en anden."
    return None if same_agency else "Stedfortræderen skal komme fra den samme part. Ellers skal der en invitation til."
