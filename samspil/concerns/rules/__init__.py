"""What makes sense with a concern now: sentences for the button and the command alike. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samspil.lib.working_days import add_weekdays, deadline_24h

ADVICE, MEETING, CASE, NOTIFY, GROUNDLESS = "advice", "meeting", "case", "notify", "groundless"
CLOSING = frozenset({ADVICE, GROUNDLESS})
SHARING = frozenset({MEETING, CASE})

YES, NO, DOUBT = "yes", "no", "doubt"
SENT, NOT_NEEDED, ACKNOWLEDGED = "sent", "not_needed", "acknowledged"

SOON = 0.75
"""The part of the time after which a clock says that it is soon."""

TELL = "Skriv, hvad de andre skal vide, eller tag noget med fra bekymringen. Ingenting er delt endnu."
NOTICE_OPEN = "Underretningen er ikke afklaret. Bekymringen bliver stående her, til den er."


@dataclass(frozen=True)
class State:
    """What the rules ask of one concern."""

    sent: bool = True
    closed: bool = False
    sparring: bool = False
    named: bool = True
    seen: bool = True
    kinds: tuple[str, ...] = ()
    notified: str = ""
    notice_in_doubt: bool = False
    notice: str = ""
    outcomes: tuple[str, ...] = ()

    @property
    def notice_open(self) -> bool:
        return self.notice_in_doubt and not self.notice

    @property
    def waits(self) -> bool:
        return self.sent and not self.closed and (not self.outcomes or self.notice_open)


@dataclass(frozen=True)
class Limits:
    """Hours by the clock, and weekdays for the receipt, as the municipality has set them."""

    assess_hours: int
    answer_hours: int
    notice_receipt_weekdays: int


def why_not_write(state: State) -> str | None:
    if state.sent:
        return "Bekymringen er sendt og kan ikke rettes. Ring til den, der har den, hvis der er noget nyt."
    return None


def why_not_send(state: State) -> str | None:
    if state.sent:
        return "Bekymringen er allerede sendt. Du behøver ikke gøre mere."
    if not state.seen:
        return "Skriv først, hvad du vil spørge om." if state.sparring else "Skriv først, hvad du har set eller hørt."
    if not state.sparring and not state.named:
        return "Skriv først, hvem det handler om. Du kan også nøjes med at bede om råd, uden navn."
    if not state.sparring and state.notified not in {YES, NO, DOUBT}:
        return "Svar først på, om du har underrettet kommunen."
    return None


def why_not_triage(
    state: State, outcome: str, *, necessity: str = "", answer: str = "", told: bool = True
) -> str | None:
    """`told`: whether anything is said of the matter itself to those it is brought to."""
    untold = TELL if outcome in SHARING and not told else None
    return _why_not_now(state, outcome) or untold or _why_not_so(state, outcome, necessity, answer)


def _why_not_now(state: State, outcome: str) -> str | None:
    if not state.sent:
        return "Bekymringen er ikke sendt endnu."
    if state.closed:
        return "Bekymringen er afsluttet."
    if outcome in CLOSING and state.notice_open:
        return f"{NOTICE_OPEN} Sig først, om kommunen skal underrettes."
    if outcome in state.outcomes:
        return "Det er allerede gjort. Vælg noget andet, eller skriv et svar."
    return None


def _why_not_so(state: State, outcome: str, necessity: str, answer: str) -> str | None:
    if outcome in SHARING and not necessity.strip():
        return "Skriv, hvorfor det er nødvendigt at dele. Ingenting er delt endnu."
    if outcome in {CASE, NOTIFY} and state.sparring:
        return "Her er bedt om råd uden navn. Giv råd, og bed om en bekymring med navn, hvis det er nødvendigt."
    if outcome == ADVICE and not answer.strip():
        return "Skriv dit råd. Det er det, den anden får at læse."
    return None


def why_not_settle_notice(state: State, outcome: str, reason: str) -> str | None:
    if not state.sent:
        return "Bekymringen er ikke sendt endnu."
    if outcome == ACKNOWLEDGED:
        return None if state.notice == SENT else "Der er ikke sendt en underretning, som nogen kan kvittere for."
    if state.notice in {ACKNOWLEDGED, outcome}:
        return "Det er allerede skrevet ned."
    if outcome == NOT_NEEDED and not reason.strip():
        return "Skriv, hvorfor det ikke er nødvendigt at underrette."
    return None


def asks_notice(notified: str, *, sparring: bool, acute: bool, hinted: bool) -> bool:
    """Whether somebody must say if the municipality is to be notified. Talking about it here is not notifying (L18)."""
    if sparring or notified == YES:
        return False
    return notified == DOUBT or acute or hinted


def assess_by(sent_at: datetime, state: State, limits: Limits) -> datetime:
    """Real hours, nights and holidays too. Never more than 24 where it may be a notification (L20)."""
    own = sent_at + timedelta(hours=limits.assess_hours)
    return min(deadline_24h(sent_at), own) if state.notice_open else own


def answer_by(sent_at: datetime, limits: Limits) -> datetime:
    return sent_at + timedelta(hours=limits.answer_hours)


def acknowledge_by(notified_on: date, limits: Limits) -> date:
    """The day by which the municipality confirms a notification: Saturdays count, holidays do not (L21)."""
    return add_weekdays(notified_on, limits.notice_receipt_weekdays)


def clock_state(begun: datetime, ends: datetime, now: datetime) -> str:
    if now > ends:
        return "late"
    return "soon" if gone(begun, ends, now) >= SOON else ""


def gone(begun: datetime, ends: datetime, now: datetime) -> float:
    """How much of the time has passed, from 0 to 1."""
    whole = (ends - begun).total_seconds()
    return min(1.0, max(0.0, (now - begun).total_seconds() / whole)) if whole else 1.0
