"""The fixed columns: the template file, the page and what is read are all made from these."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    name: str
    hint: str
    needed: bool = False
    longest: int = 100


@dataclass(frozen=True)
class Sheet:
    """`slug` stands in the name of the empty file."""

    slug: str
    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.needed)


NAME, BORN, CPR = "Navn", "Fødselsdag", "CPR"
SCHOOL, CLASS, PROBLEM, REASON = "Skole", "Klasse", "Problem", "Anledning"
LEAD, FOLLOW_UP = "Tovholder", "Næste opfølgning"
WHO, WHAT, DUE = "Hvem", "Hvad", "Senest"

_WHOM = (
    Column(NAME, "Barnets eller den unges navn.", needed=True),
    Column(BORN, "Dag-måned-år, for eksempel 24-12-2012. Kan udelades, når der står CPR."),
    Column(CPR, "Kan udelades, når der står fødselsdag."),
)
CASES = Sheet(
    "sager",
    "Sager",
    (
        *_WHOM,
        Column(SCHOOL, "Skolens navn, som det står under Organisation. Kan udelades."),
        Column(CLASS, "Kan udelades.", longest=20),
        Column(PROBLEM, "Det konkrete problem, i én sætning.", needed=True, longest=200),
        Column(REASON, "Hvad der gav anledning til sagen.", needed=True, longest=2_000),
        Column(LEAD, "Navnet på den, der holder trådene. Kan udelades."),
        Column(FOLLOW_UP, "En dag, der kommer. Kan udelades."),
    ),
)
COMMITMENTS = Sheet(
    "aftaler",
    "Aftaler",
    (
        *_WHOM,
        Column(WHO, "Navnet på den, der har lovet det. Det skal være en, der har plads i organet.", needed=True),
        Column(WHAT, "Hvad der er lovet.", needed=True, longest=500),
        Column(DUE, "Dag-måned-år.", needed=True),
    ),
)
