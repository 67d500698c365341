"""/oev-dig/: into practice, out of it, and the mails that it keeps back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from samspil.accounts import entering
from samspil.accounts.entry_door import entry_door
from samspil.authority.doors import door
from samspil.authority.errors import NotSignedIn
from samspil.authority.middleware import ticket_of
from samspil.authority.request import Request
from samspil.practice import commands, queries
from samspil.ui.page import page


@door("practice.room")
@require_GET
def room(request: Request) -> HttpResponse:
    return page(request, "practice/room.html", {"actor": request.actor, "choices": queries.choices(request.actor)})


@entry_door("practice.entering")
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """One visit begins beside the other, so this is no page of either."""
    try:
        choices = queries.choices_of(ticket_of(request))
    except NotSignedIn:
        return redirect("accounts:login")
    chosen = next((one for one in choices if one.key == request.POST.get("person")), None)
    if chosen is None:
        raise Http404
    commands.enter(request, chosen)
    return redirect("desk:home")


@entry_door("practice.leaving")
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    if entering.REAL in request.session:
        entering.return_from_practice(request)
    return redirect("desk:home")


@door("practice.mails")
@require_GET
def mails(request: Request) -> HttpResponse:
    return page(request, "practice/mails.html", {"letters": queries.kept_back(request.actor)})
