"""A young person in words."""

from samspil.circles.models import YoungPerson
from samspil.lib import clock, danish_dates


def age_of(young: YoungPerson) -> str:
    return danish_dates.age_in_words(young.birth_date, clock.today()) if young.birth_date else ""


def school_of(young: YoungPerson) -> str:
    return ", ".join(part for part in (young.school_class, young.school.name if young.school else "") if part)


def first_name(young: YoungPerson) -> str:
    return young.name.split(" ", 1)[0]
