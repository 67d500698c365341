"""The choices on the page of one concern, and the sentences around them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samspil.authority.actor import Actor
from samspil.circles.rules import ENDINGS, end_day, retention_words
from samspil.concerns.models import Answer, Notice
from samspil.concerns.queries.one import Opened
from samspil.concerns.queries.taking_up import Possible
from samspil.concerns.rules import (
    ACKNOWLEDGED,
    ADVICE,
    CASE,
    GROUNDLESS,
    MEETING,
    NOT_NEEDED,
    NOTICE_OPEN,
    NOTIFY,
    SENT,
    Limits,
)
from samspil.concerns.rules.words import NOTICES, NOTIFIED, OUTCOMES, receipt_words, told_words
from samspil.decisions.rules import came_of
from samspil.lib import clock
from samspil.lib.danish_dates import short_day
from samspil.ui.forms import Option

OPENED = {MEETING: "item", CASE: "case"}
NOTIFIED_WORDS = {**dict(NOTIFIED), "doubt": "I tvivl", "": "Ikke svaret"}


@dataclass(frozen=True)
class Done:
    """One line of what was done with a concern."""

    at: datetime
    who: str
    words: str
    more: str = ""


def outcomes(concern: Any, possible: Possible, groundless: Any, limits: Limits) -> list[tuple[str, str]]:
    """What can be chosen, each with what it leads to in small words."""
    first = concern.sending_rows.all()[0].written_by.person.name.split()[0]
    done = {row.outcome for row in concern.triage_rows.all()}
    offered = [
        (
            ADVICE,
            Option(
                "Giv råd og afslut", small=f"{first} får dit svar. Der bliver ingen sag.", button="Send rådet og afslut"
            ),
        )
    ]
    if possible.bodies:
        small = possible.bodies[0].name if possible.own else "Vælg hvem"
        button = f"Sæt på dagsordenen og svar {first}"
        offered.append((MEETING, Option("Tag det op på et møde", small=small, reveals="del", button=button)))
    if possible.opens_case and not concern.asks_only_for_sparring:
        small = "Med en tovholder og et fortroligt rum"
        offered.append((CASE, Option("Åbn en sag", small=small, reveals="del", button=f"Åbn sagen og svar {first}")))
    if not concern.asks_only_for_sparring:
        small = f"Du sender underretningen og skriver det her. {receipt_words(limits.notice_receipt_weekdays)}"
        offered.append(
            (NOTIFY, Option("Underret kommunen", small=small, reveals="til", button=f"Skriv det ned og svar {first}"))
        )
    small = _deleted_words(groundless)
    offered.append((GROUNDLESS, Option("Der er ikke noget om det", small=small, button=f"Afslut og svar {first}")))
    return [one for one in offered if one[0] not in done]


def _deleted_words(category: Any) -> str:
    """When what is closed today goes: `Skal slettes ons. 16. dec.`"""
    if category is None:
        return ""
    return f"{ENDINGS[category.outcome]} {short_day(end_day(category, clock.now()))}"


def notices(now: str, limits: Limits) -> list[tuple[str, str]]:
    """The steps of the notification that are left."""
    if now == SENT:
        return [(ACKNOWLEDGED, NOTICES[ACKNOWLEDGED])]
    words = receipt_words(limits.notice_receipt_weekdays)
    left: list[tuple[str, str]] = [(SENT, Option(NOTICES[SENT], small=words, reveals="underret-til"))]
    return left if now == NOT_NEEDED else [*left, (NOT_NEEDED, Option(NOTICES[NOT_NEEDED], reveals="underret-ikke"))]


def done_last(actor: Actor, opened: Opened) -> dict[str, Any]:
    """What was chosen last, what came of it, and that the one who wrote has an answer."""
    if not opened.triages:
        return {}
    last = opened.triages[-1]
    came = came_of.get(OPENED.get(last.outcome, ""))
    found = came(actor, last.opened_key) if came and last.opened_key else None
    words = found.words if found else f"{OUTCOMES.get(last.outcome, last.outcome)}."
    return {"came": found, "came_words": words}


def notice_of(concern: Any) -> str:
    rows = list(concern.notice_rows.all())
    return str(rows[-1].outcome) if rows else ""


def _so_far(opened: Opened) -> list[Done]:
    """All that was done, the newest first."""
    rows: list[Any] = [*opened.triages, *opened.notices, *opened.answers]
    rows.sort(key=lambda row: (row.written_at, row.pk), reverse=True)
    return [_done(row, opened.reporter_first) for row in rows]


def _done(row: Any, reporter: str) -> Done:
    who = row.written_by.person.name if row.written_by else "Nogen"
    if isinstance(row, Answer):
        return Done(row.written_at, who, f"svarede {reporter}: {row.text}")
    if isinstance(row, Notice):
        to = f" til {row.receiver}" if row.receiver else ""
        return Done(row.written_at, f"{who}:", f"{NOTICES.get(row.outcome, row.outcome)}{to}.", row.reason)
    place = f" i {row.body}" if row.body else ""
    why = f"Nødvendigt, fordi: {row.necessity}" if row.necessity else ""
    more = " ".join(part for part in (why, row.reason) if part)
    return Done(row.written_at, f"{who}:", f"{OUTCOMES.get(row.outcome, row.outcome)}{place}.", more)


def words_of(opened: Opened) -> dict[str, Any]:
    concern = opened.concern
    return {
        "may_notify": NOTIFY not in opened.state.outcomes and not concern.asks_only_for_sparring,
        "told": told_words(concern.told, opened.child_first),
        "parents_know": "parents" in concern.told,
        "notified": NOTIFIED_WORDS[concern.notified],
        "settled": opened.notices[-1] if opened.notices else None,
        "settled_words": NOTICES.get(opened.state.notice, ""),
        "notice_open": NOTICE_OPEN if opened.state.notice_open else "",
        "answer_label": f"Svar til {opened.reporter_first}",
        "kept": retention_words(concern.circle, concern.circle.category),
        "so_far": _so_far(opened),
        "notice_asked": (opened.state.notice_in_doubt or bool(opened.notices)) and opened.state.notice != ACKNOWLEDGED,
    }
