"""Whom the tests of guests and deputies ask."""

from typing import Any

from samspil.meetings.models import Attendance
from samspil.organisation.models import Tenure


def any_seat(world: Any, key: str) -> Tenure:
    return Tenure.objects.select_related("seat__agency", "person").filter(person_id=world.people[key]).earliest("pk")


def seat_in_network(world: Any, key: str) -> Any:
    return Attendance.objects.select_related("tenure__seat__agency").get(tenure__person_id=world.people[key])


def text_of(answer: Any) -> str:
    return str(answer.content.decode())
