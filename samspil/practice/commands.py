"""Going into practice and out of it."""

from django.db import connection
from django.http import HttpRequest

from samspil.accounts import entering
from samspil.authority.actor import acting_as
from samspil.authority.middleware import ticket_of
from samspil.authority.visits import ticket_digest, ticket_for
from samspil.practice.queries import Choice


def enter(request: HttpRequest, choice: Choice) -> None:
    """A visit in the practice room as this person, begun from the real visit and ended with it."""
    ticket = ticket_for(str(request.session.session_key), choice.person_id, choice.municipality_id)
    with acting_as(ticket_of(request) or "", "practice.entering"), connection.cursor() as cursor:
        cursor.execute("select enter_practice(%s, %s)", [ticket_digest(ticket), choice.person_id])
    entering.practise(request, choice.person_id, choice.municipality_id)
