"""What Min SSP says when nothing waits, by what one's seats can do: it promises only what is there."""

from collections.abc import Collection
from dataclasses import dataclass

from samspil.authority.capability import Can


@dataclass(frozen=True)
class Nothing:
    """What Min SSP says when nothing waits."""

    title: str
    text: str
    href: str
    link: str


NOTHING_AT_ALL = Nothing(
    "Her er ingen opgaver til dig",
    "Din plads giver ingen adgang til møder eller sager. Du kan se, hvem der sidder hvor.",
    "/organisation/",
    "Se organisationen",
)
_MEETINGS = Nothing(
    "Nyd det",
    "Her kommer det, du skal gøre: møder, du skal svare på, og det, du har lovet.",
    "/moeder/",
    "Se dine møder",
)
NOTHING_HERE = (
    (
        Can.CONCERN_TRIAGE,
        Nothing(
            "Nyd det",
            "Her kommer det, du skal gøre: nye bekymringer, møder, referater og det, du har lovet.",
            "/moeder/",
            "Se dine møder",
        ),
    ),
    (Can.OPEN_WRITE, _MEETINGS),
    (
        Can.ACCOUNT_MANAGE,
        Nothing("Du passer konti", "Du kan invitere, låse og give ny adgang.", "/konti/", "Se konti"),
    ),
    (
        Can.LOG_READ,
        Nothing(
            "Ingen stikprøver venter",
            "Der bliver trukket lod, når en måned er gået. Så kommer de her.",
            "/log/",
            "Se loggen",
        ),
    ),
    *((can, NOTHING_AT_ALL) for can in (Can.FIGURES_READ, Can.ORGANISATION_EDIT)),
    (Can.OPEN_READ, _MEETINGS),
)
"""To the first whose seats can do it; everybody of the office may read what lies open there."""


def nothing_waits(held: Collection[str]) -> Nothing:
    """To whoever has nothing to do right now, by what their seats can do."""
    return next((words for needs, words in NOTHING_HERE if needs in held), NOTHING_AT_ALL)
