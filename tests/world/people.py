"""The people of Lillerup: who they are, which seats they hold from when. The organisation is lillerup.toml."""

from datetime import timedelta

from samspil.lib import clock
from samspil.organisation.loading.people import Term, settle
from samspil.organisation.models import Municipality

LONG = -900
"""Days from today; a third number is the day the seat is left."""

Stay = tuple[str, int] | tuple[str, int, int]

PEOPLE: dict[str, tuple[str, tuple[Stay, ...]]] = {
    "anna": (
        "Anna Holm",
        (
            ("ssp-team.ssp-konsulent.1", LONG),
            ("netvaerk-aaskolen.ssp-konsulent", LONG),
            ("ssp-udvalget.ssp-konsulent", LONG),
            ("ssp-forum.ssp-konsulent", LONG),
        ),
    ),
    "bo": ("Bo Lauritsen", (("lokalpolitiet.politibetjent", LONG), ("netvaerk-aaskolen.politibetjent", LONG))),
    "dorthe": (
        "Dorthe Winther",
        (("familieafdelingen.socialraadgiver", LONG), ("netvaerk-aaskolen.socialraadgiver", LONG)),
    ),
    "mette": ("Mette Rahbek", (("aaskolen.kontaktlaerer", LONG), ("netvaerk-aaskolen.kontaktlaerer", LONG))),
    "ali": ("Ali Demir", (("ssp-team.opsoegende.1", LONG), ("netvaerk-aaskolen.opsoegende", LONG))),
    "jens": ("Jens Ulrik Bang", (("aaskolen.skoleleder", LONG), ("netvaerk-aaskolen.skoleleder", LONG))),
    "nanna": ("Nanna Kofoed", (("aaskolen.laerer", LONG),)),
    "lone": ("Lone Friis", (("lillerup-centret.centerleder", LONG), ("ssp-forum.centerleder", LONG))),
    "uffe": ("Uffe Engel", (("netvaerk-aaskolen.boligraadgiver", LONG), ("ssp-forum.boligraadgiver.1", LONG))),
    "fie": ("Fie Friskov", (("friskolen.kontaktlaerer", LONG), ("netvaerk-aaskolen.kontaktlaerer-friskolen", LONG))),
    "olga": ("Olga Skovbo", (("ssp-team.ssp-konsulent.2", LONG), ("netvaerk-skovskolen.ssp-konsulent", LONG))),
    "karl": ("Karl Skovgaard", (("skovskolen.kontaktlaerer", LONG), ("netvaerk-skovskolen.kontaktlaerer", LONG))),
    "ended": ("Erik Forhen", (("aaskolen.laerer", LONG, -1), ("netvaerk-skovskolen.politibetjent", LONG, -1))),
    "future": ("Freja Snart", (("netvaerk-skovskolen.socialraadgiver", 2),)),
    "admin": ("Asta Kontor", (("raadhuset.lokal-administrator", LONG),)),
    "admin2": ("Aksel Kontor", (("raadhuset.lokal-administrator", LONG),)),
    "editor": ("Ellen Redaktør", (("raadhuset.organisationsredaktoer", LONG),)),
    "officer": ("Dagny Tilsyn", (("raadhuset.databeskyttelsesraadgiver", LONG),)),
    "leader": ("Line Leder", (("raadhuset.leder", LONG),)),
}

ELSEWHERE: dict[str, tuple[str, tuple[Stay, ...]]] = {
    "vera": ("Vera Andetsteds", (("ssp-team.ssp-konsulent.1", LONG), ("netvaerk-aaskolen.ssp-konsulent", LONG))),
}
"""In the other municipality, Storerup: the same organisation under another name."""


def email_of(key: str) -> str:
    return f"{key}@lillerup.example"


def settle_all(municipality: Municipality, people: dict[str, tuple[str, tuple[Stay, ...]]]) -> dict[str, int]:
    """Put everybody in their seats; person ids by key."""
    return {
        key: settle(municipality, name, email_of(key), tuple(_term(*stay) for stay in stays)).pk
        for key, (name, stays) in people.items()
    }


def _term(seat: str, start: int, end: int | None = None) -> Term:
    today = clock.today()
    return Term(seat, today + timedelta(days=start), None if end is None else today + timedelta(days=end))
