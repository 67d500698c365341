"""Why a line cannot come along, beside what stands on it; and how long what comes along is kept."""

from samspil.lib.danish_dates import days_in_words

COUNTED_FROM = {"closed": "efter, at sagen er lukket", "latest": "efter, at der sidst er skrevet noget"}


PAUSE = "Du har slået mange op på kort tid. Ingenting er hentet eller gemt. Vent et minut, og vælg regnearket igen."


def kept_words(name: str, days: int, starts: str) -> str:
    """`Sag: 365 dage efter, at sagen er lukket`."""
    return f"{name}: {days_in_words(days)} {COUNTED_FROM[starts]}"


def brought_words(cases: int, promised: int, left: int) -> str:
    """`2 sager og 1 aftale er hentet. 1 linje blev liggende.`"""
    parts = [f"{cases} {'sag' if cases == 1 else 'sager'}"] if cases else []
    parts += [f"{promised} {'aftale' if promised == 1 else 'aftaler'}"] if promised else []
    brought = f"{' og '.join(parts)} er hentet."
    return f"{brought} {left} {'linje' if left == 1 else 'linjer'} blev liggende." if left else brought


def why_not_without_case(*, in_file: bool, taken: bool, here: bool) -> str | None:
    """A commitment lies with a case: one of the same file that comes along, or one that is here already."""
    if here or (in_file and taken):
        return None
    if in_file:
        return "Aftalen hører til en sag, der bliver liggende. Lad også aftalen blive liggende."
    return "Der er ingen sag om den unge i filen, og ingen, du kan se, i Samspil. Se efter navn og fødselsdag."


def why_not_promise_there(*, several: bool, closed: bool, on_matter: bool) -> str | None:
    """A commitment on a case that is here already is made where the body has the case as a matter."""
    if several:
        return "Der er flere sager her om en ung med det navn og den fødselsdag. Skriv aftalen på den rigtige sag."
    if closed:
        return "Sagen i Samspil er lukket. Åbn den igen, før du henter aftalen."
    if not on_matter:
        return "Sagen har ikke været på et møde i organet. Tag den med på et møde, og skriv aftalen dér."
    return None
