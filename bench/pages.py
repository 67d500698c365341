"""The pages that are measured, and who opens them. A new main page gets a line here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Who:
    """A person of the made country, by numbers of municipality and place; `wide` doubles the limits."""

    name: str
    municipality: int
    person: int
    wide: bool = False


COORDINATOR = Who("coordinator, 3,400 matters, 340 live", 1, 1)
HEAVY = Who("coordinator, 3,400 live", 2, 1, wide=True)
MEMBER = Who("member, about 280 live", 2, 9)

PAGES = {
    "Min SSP": "/",
    "Case list": "/sager/",
    "One case": "/sager/{case}/",
    "Concerns that wait": "/bekymringer/",
    "One concern": "/bekymringer/{concern}/",
    "Meetings": "/moeder/",
    "Month of meetings": "/moeder/maaned/",
    "One meeting": "/moeder/{meeting}/",
    "Its minutes": "/moeder/{meeting}/referat/",
    "Shared in one case": "/sager/{case}/delt/",
    "A worry begins": "/bekymret/",
    "Whom can I ask": "/hvem-kan-jeg-spoerge/",
    "Organisation": "/organisation/",
    "Find": "/find/",
}
"""A page of a thing that a person has none of is left out."""
FROM_THING = {
    "case": ("cases_case", "case.read", "true"),
    "concern": (
        "concerns_concern",
        "concern.triage",
        "not exists (select 1 from concerns_triage x where x.concern_id = k.id)",
    ),
    "meeting": ("meetings_meeting", "open.read", "k.starts_at > now()"),
}
"""Table, what one must hold where the row lies, and which rows."""
PUBLIC = tuple(
    f"/kommuner/bench-{number}/{rest}" for number in (1, 2, 3) for rest in ("", "oplysninger/", "tilgaengelighed/")
)
"""Without login: kept in each server process, so that a link in a newspaper does not slow those at work."""

MEDIAN_MS, P95_MS, QUERIES = 40.0, 100.0, 12
HAND_RATIO, COUNTRY_RATIO = 1.5, 1.3
LOAD_P95_MS, WORKER_MB, FIRST_KB, LATER_KB = 500.0, 250.0, 150.0, 20.0
LOG_COST = 0.10
PUBLIC_PER_SECOND = 200.0
