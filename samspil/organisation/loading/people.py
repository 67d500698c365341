"""Puts people into seats on the operator's own connection: the demo, the tests' world, the first administrator."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from samspil.lib import clock
from samspil.lib.sort_key import sort_key
from samspil.organisation.models import Municipality, Person, Seat, Tenure


@dataclass(frozen=True)
class Term:
    """A seat by its slug in the organisation file, from a day until before another (None: until further)."""

    seat: str
    start: date
    end: date | None = None
    kind: str = "ordinary"


def settle(municipality: Municipality, name: str, email: str, terms: tuple[Term, ...], *, phone: str = "") -> Person:
    """The person with this work mail, made when missing, with an account and these terms."""
    owner = settings.OWNER_ALIAS
    account, _made = (
        get_user_model().objects.using(owner).get_or_create(email=email, defaults={"password": make_password(None)})
    )
    person, _made = Person.objects.using(owner).get_or_create(
        account=account,
        defaults={
            "municipality": municipality,
            "name": name,
            "sort_key": sort_key(name),
            "work_email": email,
            "work_phone": phone,
        },
    )
    for term in terms:
        Tenure.objects.using(owner).create(
            municipality=municipality,
            seat=Seat.objects.using(owner).get(municipality=municipality, slug=term.seat),
            person=person,
            kind=term.kind,
            valid_from=term.start,
            valid_until=term.end,
            registered_from=clock.now(),
        )
    return person
