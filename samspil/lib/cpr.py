"""CPR numbers: a valid birth date is all that is asked of one.

The modulus check has not held since 2007. Replacement numbers, for people without a CPR number
yet, have 60 added to the day.
"""

from datetime import date
from typing import NewType

from stdnum.dk import cpr as stdnum_cpr
from stdnum.exceptions import InvalidComponent
from stdnum.util import isdigits

from samspil.lib import clock

Cpr = NewType("Cpr", str)

LENGTH = 10
REPLACEMENT = 60
OLDEST = 125

WRONG_FORM = "Et CPR-nummer har 10 cifre. Skriv for eksempel seks cifre, bindestreg og fire cifre."
NO_SUCH_DAY = "CPR-nummeret passer ikke. De første seks cifre er ikke en dato, der findes."
NOT_BORN = "CPR-nummeret passer ikke. Fødselsdagen ligger ude i fremtiden."
TOO_OLD = "CPR-nummeret passer ikke. Personen ville være over 125 år. Se efter det syvende ciffer."


class CprError(ValueError):
    """Its text is a Danish sentence for the person who wrote the number, and does not repeat it."""


def parse(text: str) -> Cpr:
    """Ten digits without a hyphen; raises `CprError`."""
    number = stdnum_cpr.compact(text)
    if len(number) != LENGTH or not isdigits(number):
        raise CprError(WRONG_FORM)
    born, today = birth_date(Cpr(number)), clock.today()
    if born > today:
        raise CprError(NOT_BORN)
    if today.year - born.year > OLDEST:
        raise CprError(TOO_OLD)
    return Cpr(number)


def birth_date(cpr: Cpr) -> date:
    day = int(cpr[:2])
    plain_day = day - REPLACEMENT if is_replacement(cpr) else day
    try:
        return stdnum_cpr.get_birth_date(f"{plain_day:02}{cpr[2:]}")
    except InvalidComponent:
        raise CprError(NO_SUCH_DAY) from None


def is_replacement(cpr: Cpr) -> bool:
    return int(cpr[:2]) > REPLACEMENT


def written(cpr: Cpr) -> str:
    """`010110-1234`, for those who may see it."""
    return stdnum_cpr.format(cpr)


def mask(cpr: Cpr) -> str:
    """`010110-xxxx`"""
    return f"{cpr[:6]}-xxxx"
