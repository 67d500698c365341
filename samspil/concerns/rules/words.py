"""Choices that are the same in every municipality, with the words people read."""

from datetime import datetime

from samspil.lib.clock import in_copenhagen
from samspil.lib.danish_dates import clock_time, long_day

TOLD = (("child", "Barnet"), ("parents", "Forældrene"), ("leader", "Min leder"), ("nobody", "Ingen endnu"))
NOTIFIED = (("yes", "Ja"), ("no", "Nej"), ("doubt", "Jeg er i tvivl"))
ABOUT = (
    ("school", "Skolegang og trivsel"),
    ("health", "Helbred"),
    ("family", "Familien"),
    ("suspicion", "En mistanke eller dom"),
)
SOURCES = (("own", "Min egen arbejdsplads"), ("room", "Et andet fortroligt rum"), ("child", "Barnet selv"))
STANDARD_ANSWERS = {
    "meeting": "Tak, fordi du skrev. Vi tager det op med dem, der kan hjælpe. Vi ringer, hvis vi har brug for mere.",
    "case": "Tak, fordi du skrev. Vi går videre med det. Du hører fra os, hvis vi får brug for mere fra dig.",
    "notify": "Tak, fordi du skrev. Vi har sendt det videre til kommunen, som skal se på, hvad der er brug for.",
    "groundless": "Tak, fordi du skrev. Vi har set på det og gør ikke mere nu. Skriv igen, hvis der sker noget nyt.",
}
OUTCOMES = {
    "advice": "Gav råd og afsluttede",
    "meeting": "Tog det op",
    "case": "Åbnede en sag",
    "notify": "Underrettede kommunen",
    "groundless": "Fandt ikke noget i det",
}
NOTICES = {
    "sent": "Underretningen er sendt",
    "not_needed": "Det er ikke nødvendigt at underrette",
    "acknowledged": "Kommunen har kvitteret",
}


def urgencies(assess_by: datetime, now: datetime) -> tuple[tuple[str, str, str], ...]:
    """How much it hurries; the one in the middle says how soon the municipality reads what is sent now."""
    return (
        ("now", "Ja, nu", "Et barn kan være i fare. Vi viser, hvem du skal ringe til."),
        ("days", "Inden for et par dage", f"Den, der tager imod, læser det senest {by_words(assess_by, now)}."),
        ("wait", "Det kan vente", "Det kan komme med på næste møde."),
    )


def by_words(deadline: datetime, now: datetime) -> str:
    """`tirsdag 24. november`, without the hour, which nobody keeps in mind; with it where it is today."""
    last, today = in_copenhagen(deadline).date(), in_copenhagen(now).date()
    if last == today:
        return f"i dag {clock_time(deadline)}"
    words = long_day(last)
    return words if last.year != today.year else words.removesuffix(f" {last.year}")


def receipt_words(weekdays: int) -> str:
    return f"De skal kvittere inden {weekdays} {'hverdag' if weekdays == 1 else 'hverdage'}."


def told_words(told: list[str], child: str = "Barnet", leader: str = "lederen") -> str:
    """`Villads og lederen`"""
    names = {"child": child, "parents": "forældrene", "leader": leader}
    known = [names[one] for one in told if one in names]
    if not known:
        return "Ingen endnu"
    joined = known[0] if len(known) == 1 else f"{', '.join(known[:-1])} og {known[-1]}"
    return joined[0].upper() + joined[1:]
