"""/mig/: who I am here, by which seats, and how I log in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from samspil.accounts import entering, factors, queries
from samspil.accounts.entry_door import entry_door
from samspil.authority.actor import acting_as
from samspil.authority.doors import door
from samspil.authority.errors import NotSignedIn
from samspil.authority.middleware import ticket_of
from samspil.authority.request import Request
from samspil.authority.visits import close_visits_of
from samspil.ui.page import page


@door("accounts.me")
@require_GET
def me(request: Request) -> HttpResponse:
    account = None if request.actor.practice_of else queries.account_by_id(request.session.get("account"))
    found = factors.factors_of(account.pk) if account else []
    context = {
        "actor": request.actor,
        "seats": queries.my_seats(request.actor),
        "places": queries.my_places(request.actor),
        "account": account,
        "factors": [factor for factor in found if factor.kind != "recovery_codes"],
        "on_paper": any(factor.kind == "recovery_codes" for factor in found),
    }
    return page(request, "accounts/me.html", context)


@entry_door("accounts.municipality")
@require_POST
def municipality(request: HttpRequest) -> HttpResponse:
    """Take another municipality in hand. One visit ends before the next begins, so this is no page of either."""
    ticket = ticket_of(request)
    try:
        with acting_as(ticket or "", "accounts.municipality") as actor:
            places = queries.my_places(actor)
    except NotSignedIn:
        return redirect("accounts:login")
    chosen = next((place for place in places if place.slug == request.POST.get("municipality")), None)
    if chosen is None:
        raise Http404
    if not chosen.in_hand:
        entering.take_in_hand(request, chosen.municipality_id)
    return redirect("accounts:me")


@entry_door("accounts.logout_everywhere")
@require_POST
def logout_everywhere(request: HttpRequest) -> HttpResponse:
    ticket = entering.real_ticket(request)
    try:
        with acting_as(ticket or "", "accounts.logout_everywhere") as actor:
            close_visits_of(actor.person_id)
    except NotSignedIn:
        return redirect("accounts:login")
    entering.leave(request)
    return redirect("accounts:login")
