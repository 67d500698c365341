"""What a line says, and what is wrong with it, as sentences that do not repeat what stands there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from samspil.intake.rules.carrying import Carried, Told
from samspil.intake.rules.columns import (
    BORN,
    CASES,
    CLASS,
    COMMITMENTS,
    CPR,
    DUE,
    FOLLOW_UP,
    LEAD,
    NAME,
    PROBLEM,
    REASON,
    SCHOOL,
    WHAT,
    WHO,
    Sheet,
)
from samspil.lib import cpr as cpr_numbers
from samspil.lib.sort_key import sort_key

DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4})")
LOST_ZERO = 9
"""A spreadsheet takes a number's first nought away."""
OLDEST_DUE = timedelta(days=365)
"""A commitment that is late still runs; one from another year is a slip of the hand, or long over."""


@dataclass(frozen=True)
class Whom:
    name: str
    born: date | None
    cpr: str

    @property
    def sort_key(self) -> str:
        return sort_key(self.name)

    def is_same(self, other: "Whom") -> bool:
        """The same number, or the same name and birthday."""
        if self.cpr and other.cpr:
            return self.cpr == other.cpr
        return self.born is not None and (self.sort_key, self.born) == (other.sort_key, other.born)


@dataclass(frozen=True)
class CaseLine:
    number: int
    whom: Whom
    school: str
    school_class: str
    problem: str
    reason: str
    lead: str
    follow_up: date | None
    faults: tuple[str, ...]


@dataclass(frozen=True)
class CommitmentLine:
    number: int
    whom: Whom
    who: str
    what: str
    due: date | None
    faults: tuple[str, ...]


def case_lines(told: Iterable[Told], today: date) -> tuple[CaseLine, ...]:
    lines: list[CaseLine] = []
    for one in told:
        line = _case(_Cells(one, CASES, today))
        twin = next((other.number for other in lines if other.whom.is_same(line.whom)), None)
        said = f"Den samme unge står også på linje {twin}. Slet den ene linje."
        lines.append(line if twin is None else replace(line, faults=(*line.faults, said)))
    return tuple(lines)


def commitment_lines(told: Iterable[Told], today: date) -> tuple[CommitmentLine, ...]:
    lines: list[CommitmentLine] = []
    for one in told:
        line = _commitment(_Cells(one, COMMITMENTS, today))
        twin = next((other.number for other in lines if _is_twin(other, line)), None)
        said = f"Den samme aftale står også på linje {twin}. Slet den ene linje."
        lines.append(line if twin is None else replace(line, faults=(*line.faults, said)))
    return tuple(lines)


def people_in(carried: Carried) -> int:
    """How many people the lines ask for; one who stands on several is one."""
    asked = {
        tuple(one.cells.get(name, "") for name in (NAME, BORN, CPR)) for one in (*carried.cases, *carried.commitments)
    }
    return len(asked)


def _is_twin(one: CommitmentLine, other: CommitmentLine) -> bool:
    said = [(sort_key(line.who), sort_key(line.what), line.due) for line in (one, other)]
    return one.whom.is_same(other.whom) and said[0] == said[1]


def _case(cells: "_Cells") -> CaseLine:
    whom, follow_up = cells.whom(), cells.day(FOLLOW_UP)
    if follow_up is not None and follow_up < cells.today:
        cells.faults.append(f"{FOLLOW_UP} er en dag, der er gået. Skriv en, der kommer, eller lad feltet stå tomt.")
    texts = {"school": SCHOOL, "school_class": CLASS, "problem": PROBLEM, "reason": REASON, "lead": LEAD}
    said = {field: cells.text(name) for field, name in texts.items()}
    return CaseLine(cells.told.number, whom, follow_up=follow_up, faults=tuple(cells.faults), **said)


def _commitment(cells: "_Cells") -> CommitmentLine:
    whom, who, what, due = cells.whom(), cells.text(WHO), cells.text(WHAT), cells.day(DUE)
    if due is not None and cells.today - due > OLDEST_DUE:
        cells.faults.append(f"{DUE} er over et år siden. Skriv en dag, der passer, eller slet aftalen.")
    return CommitmentLine(cells.told.number, whom, who, what, due, tuple(cells.faults))


class _Cells:
    """The cells of one line, and what is found wrong while they are read."""

    def __init__(self, told: Told, sheet: Sheet, today: date) -> None:
        self.told, self.today = told, today
        self.columns = {column.name: column for column in sheet.columns}
        self.faults: list[str] = []

    def text(self, name: str) -> str:
        text, column = self.told.cells.get(name, ""), self.columns[name]
        if column.needed and not text:
            self.faults.append(f"{name} mangler.")
        if len(text) > column.longest:
            self.faults.append(f"{name} er på {len(text)} tegn. Der er plads til {column.longest}.")
        return text

    def day(self, name: str) -> date | None:
        text = self.text(name)
        day = _day(text)
        if text and day is None:
            self.faults.append(f"{name} kan ikke læses som en dato. Skriv den som 24-12-2012.")
        return day

    def whom(self) -> Whom:
        name, born, number = self.text(NAME), self.day(BORN), self._cpr()
        by_number = cpr_numbers.birth_date(cpr_numbers.Cpr(number)) if number else None
        if born is None and by_number is None and not self.told.cells.get(BORN) and not self.told.cells.get(CPR):
            self.faults.append("Der mangler fødselsdag eller CPR-nummer.")
        if born and by_number and born != by_number:
            self.faults.append("CPR-nummer og fødselsdag passer ikke sammen.")
        if born and (born > self.today or self.today.year - born.year > cpr_numbers.OLDEST):
            self.faults.append(f"{BORN} er ikke en dag, nogen her kan være født.")
        return Whom(name, born or by_number, number)

    def _cpr(self) -> str:
        text = self.told.cells.get(CPR, "")
        if not text:
            return ""
        try:
            return cpr_numbers.parse(text.zfill(LOST_ZERO + 1) if len(text) == LOST_ZERO and text.isdigit() else text)
        except cpr_numbers.CprError as error:
            self.faults.append(str(error))
            return ""


def _day(text: str) -> date | None:
    written = DAY_FIRST.fullmatch(text)
    try:
        return date(int(written[3]), int(written[2]), int(written[1])) if written else date.fromisoformat(text)
    except ValueError:
        return None
