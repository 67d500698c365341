"""The boundary: one request of a person is one transaction around view and rendering (A15)."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils.module_loading import import_string

from samspil.authority.actor import acting_as
from samspil.authority.command import record, record_refusal
from samspil.authority.doors import Door, Reach, door_of
from samspil.authority.errors import NotAllowed, NotSignedIn, Refusal
from samspil.authority.request import Request
from samspil.authority.visits import ticket_for
from samspil.ui.errors import not_found
from samspil.ui.page import page

RULE = "rule:"
"""What an entry says of an act that made no sense just then: nobody was kept out by it."""


class Boundary:
    """Opens the transaction, sets the actor, fills the shell, records refusals after the rollback."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.make_shell = import_string(settings.SHELL)

    def __call__(self, request: Request) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return not_found(request)  # PostgreSQL has no such character, so nothing has it in its address
        door = _door(request)
        if door is None or door.reach is not Reach.PERSON:
            request.shell = self.make_shell(None, request)
            return self.get_response(request)
        ticket = ticket_of(request)
        if ticket is None:
            return _to_login(request)
        try:
            return self._inside(request, ticket, door)
        except NotSignedIn:
            request.session.flush()
            return _to_login(request)

    def _inside(self, request: Request, ticket: str, door: Door) -> HttpResponse:
        with acting_as(ticket, door.name) as actor:
            request.actor = actor
            request.shell = self.make_shell(actor, request)
            response = self.get_response(request)
            if response.streaming:
                message = f"{door.name} streams, and what streams is read without an actor"
                raise RuntimeError(message)
            failure: Exception | None = getattr(request, "failure", None)
            if failure is not None:
                transaction.set_rollback(True)
        refused = failure if isinstance(failure, Refusal | Http404) else getattr(request, "refused", None)
        if refused is not None:
            _record_refusal(ticket, door, _asked_key(request), refused)
        return response

    def process_exception(self, request: Request, exception: Exception) -> HttpResponse | None:
        """Keep what went wrong for the boundary, and answer a refusal with its sentence."""
        request.failure = exception
        if isinstance(exception, NotAllowed):
            return page(request, "ui/error.html", {"kind": "missing"}, status=404)
        if isinstance(exception, Refusal):
            return page(request, "ui/error.html", {"kind": "refusal", "sentence": exception.sentence}, status=409)
        return None


def ticket_of(request: HttpRequest) -> str | None:
    """The ticket of this login's visit, or None when nobody is logged in."""
    person, municipality = request.session.get("person"), request.session.get("municipality")
    if not (person and municipality and request.session.session_key):
        return None
    return ticket_for(request.session.session_key, person, municipality)


def _door(request: HttpRequest) -> Door | None:
    try:
        return door_of(resolve(request.path_info).func)
    except Resolver404:
        return None


def _to_login(request: HttpRequest) -> HttpResponse:
    """A script that asked for a part of a page is told to fetch the whole login page instead."""
    address = f"{settings.LOGIN_URL}?next={quote(request.get_full_path())}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": settings.LOGIN_URL})
    return HttpResponseRedirect(address)


def _asked_key(request: HttpRequest) -> str:
    """The public key in the address, if it holds one; the database finds the room that it lies in."""
    found = request.resolver_match
    return str(found.kwargs.get("key", "")) if found else ""


def _record_refusal(ticket: str, door: Door, key: str, failure: Any) -> None:
    with acting_as(ticket, door.name):
        if isinstance(failure, NotAllowed):
            record(failure.verb, failure.circle_id, failure.subject, refused=True)
        elif isinstance(failure, Refusal):
            record(door.name, None, RULE, refused=True)
        else:
            record_refusal(door.name, key)
