"""What becomes of every table when a municipality is emptied. A table that is not stated here fails a test."""

from collections.abc import Mapping
from typing import Any, Final

EMPTIED: Final[frozenset[str]] = frozenset(
    {"circles_circle", "circles_disclosure", "circles_exclusion", "circles_member", "post_outgoing"}
)
"""Beside every table whose rows lie in a circle. Standing rooms stay, and the bodies and workplaces in them."""

KEPT: Final[dict[str, str]] = {
    "account_": "who logs in",
    "accounts_": "who logs in",
    "audit_": "the log, its seals and the receipts",
    "auth_": "the framework's own",
    "authority_": "visits that are open, sent forms, the clock",
    "desk_accessanswer": "who has answered a citizen's question",
    "desk_accessrequest": "a citizen's question by its journal number",
    "desk_firststep": "what somebody new has been shown",
    "desk_judgement": "what the officer wrote about the log",
    "desk_loglookup": "the log of the log",
    "desk_spotanswer": "answers about the log",
    "desk_spotcheck": "look-ups drawn from the log",
    "django_": "the framework's own",
    "lifecycle_municipalact": "what was done with a whole municipality",
    "meetings_calendaraddress": "a person's own secret address; the calendar behind it is empty",
    "mfa_": "who logs in",
    "organisation_": "the organisation, its people and its own texts",
    "practice_night": "on which days a practice room was emptied",
    "procrastinate_": "the worker's queue",
}
"""By table or by the beginning of its name, and why."""

WITHHELD: Final[dict[str, str]] = {
    "accounts_account": "passwords; a person's work mail stands with the person",
    "accounts_attempt": "digests alone, of the whole installation",
    "accounts_link": "digests of links that open an account",
    "audit_chain": "the seals of the whole installation",
    "audit_discard": "the seals of the whole installation",
    "audit_receipt": "numbers for a restore of this installation",
    "audit_seal": "the seals of the whole installation",
    "authority_clock": "demo and tests only",
    "authority_formkey": "forms that were sent, without what they held",
    "authority_visit": "digests of open visits",
    "authority_visitkey": "a key of the server",
    "desk_firststep": "what somebody new has been shown",
    "meetings_calendaraddress": "digests of secret addresses",
    "post_outgoing": "mails are written as they are sent; here are only numbers",
}
"""Tables of ours that are not in an export, and why. All others are."""


def why_not_remove(
    name: str, typed: str, listed: Mapping[str, Any] | None, slug: str, *, acted: bool | None
) -> str | None:
    """`listed` is the export's list of files, None where it is not whole; `acted` since then is None if unknown."""
    if typed.strip() != name:
        return f"Navnet er ikke det samme. Skriv {name}, som det står."
    if listed is None:
        return "Udtrækket er der ikke, eller det er ændret, siden det blev lavet."
    if listed["municipality"]["slug"] != slug:
        return f"Udtrækket er af {listed['municipality']['name']} og ikke af {name}."
    if acted is None:
        return "Udtrækket er ikke lavet af denne installation."
    if acted:
        return "Der er gjort noget i kommunen, siden udtrækket blev lavet. Lav et nyt, og fjern kommunen straks efter."
    return None
