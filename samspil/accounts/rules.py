"""What makes sense with accounts, as sentences; pure."""

from dataclasses import dataclass
from datetime import datetime

MINUTE = 60


TRIES = (
    ("concern.triage", "Vurdér bekymringer, tag dem på et møde, og følg sager."),
    ("meeting.convene", "Forbered et møde, indkald, og skriv referat."),
    ("note.write", "Svar på indkaldelsen, del det nødvendige på mødet, og hold dine aftaler."),
    ("concern.raise", "Rejs en bekymring fra telefonen, og hør, hvad der sker."),
    ("account.manage", "Inviter en kollega, og pas på konti."),
    ("organisation.edit", "Se, hvem der sidder hvor i organisationen."),
    ("log.read", "Slå op i loggen, og se, hvem der har set hvad."),
    ("figures.read", "Se, hvem der sidder hvor i organisationen."),
    ("open.read", "Se den åbne del af et møde."),
)
NOTHING_TO_TRY = "Log ind, og se, at der intet er."


@dataclass(frozen=True)
class Colleague:
    """A professional as the administrator of accounts sees one: seats by name, the account's state, no matter."""

    circle_id: int
    key: str
    name: str
    email: str
    seats: tuple[str, ...]
    ours: bool
    me: bool
    has_account: bool
    active: bool
    factors: int
    needs_factor: bool
    last_login: datetime | None
    invited_until: datetime | None
    recovery_key: str
    recovery_reason: str
    recovery_by: str
    recovery_mine: bool

    @property
    def may_be_invited(self) -> bool:
        return why_not_invite(self) is None

    @property
    def lacks_factor(self) -> bool:
        """Open, but the seat asks for more than a password, and there is nothing more yet."""
        return self.has_account and self.active and self.needs_factor and not self.factors

    @property
    def more_seats(self) -> int:
        return len(self.seats) - 1


def wait_sentence(seconds: int) -> str:
    """The same for everybody, whether there is such an account or not."""
    if seconds < MINUTE:
        wait = f"{seconds} {'sekund' if seconds == 1 else 'sekunder'}"
    else:
        minutes = -(-seconds // MINUTE)
        wait = f"{minutes} {'minut' if minutes == 1 else 'minutter'}"
    return f"Der har været for mange forsøg. Vent {wait}, og prøv igen."


def why_not_manage(colleague: Colleague) -> str | None:
    if colleague.me:
        return "Det er din egen konto. Bed en anden administrator om det."
    if not colleague.ours:
        return f"{colleague.name} er ansat i en anden kommune, og kontoen passes der."
    return None


def why_not_invite(colleague: Colleague) -> str | None:
    if colleague.has_account:
        return f"{colleague.name} har allerede en konto."
    if not colleague.email:
        return f"{colleague.name} har ingen arbejdsmail. Den skal stå i organisationen først."
    return why_not_manage(colleague)


def why_not_lock(colleague: Colleague) -> str | None:
    if not colleague.has_account:
        return f"{colleague.name} har ingen konto."
    if not colleague.active:
        return f"Kontoen er allerede låst for {colleague.name}."
    return why_not_manage(colleague)


def why_not_unlock(colleague: Colleague) -> str | None:
    if not colleague.has_account or colleague.active:
        return f"Kontoen er ikke låst for {colleague.name}."
    return why_not_manage(colleague)


def why_not_ask_recovery(colleague: Colleague) -> str | None:
    if not colleague.has_account:
        return f"{colleague.name} har ingen konto endnu. Send en invitation."
    if colleague.recovery_key:
        return f"{colleague.recovery_by} har allerede bedt om en ny adgang til {colleague.name}."
    return why_not_manage(colleague)


def why_not_approve(colleague: Colleague) -> str | None:
    if not colleague.recovery_key:
        return f"Ingen har bedt om en ny adgang til {colleague.name}."
    if colleague.recovery_mine:
        return "Du har selv bedt om det. En anden administrator skal godkende."
    return why_not_manage(colleague)


def why_not_refuse(colleague: Colleague) -> str | None:
    if not colleague.recovery_key:
        return f"Ingen har bedt om en ny adgang til {colleague.name}."
    return why_not_manage(colleague)


def what_to_try(capabilities: frozenset[str]) -> str:
    """One line for a card in the demo, after what the person's seats can do; the widest first."""
    return next((words for capability, words in TRIES if capability in capabilities), NOTHING_TO_TRY)


def place_among_tries(words: str) -> int:
    """Whoever can do the most stands first."""
    return next((place for place, (_, told) in enumerate(TRIES) if told == words), len(TRIES))
