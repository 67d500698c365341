"""Asking a guest in, sending a deputy, and taking an invitation back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.lib import clock
from samspil.meetings import rules
from samspil.meetings.commands import people
from samspil.meetings.forms import DeputyForm, GuestForm, PressedForm
from samspil.meetings.queries import guests
from samspil.meetings.queries.agenda import items_of, open_meeting
from samspil.meetings.queries.closed import bases_of
from samspil.meetings.queries.screen import screen
from samspil.meetings.views.meeting import refused
from samspil.ui.forms import new_form_key
from samspil.ui.page import page


@door("meetings.invite")
@require_http_methods(["GET", "POST"])
def invite(request: Request, key: str) -> HttpResponse:
    meeting = open_meeting(request.actor, key)
    if not meeting.convenes:
        raise Http404
    items = {item.key: item for item in guests.items_to_ask_in(items_of(meeting))}
    form = GuestForm(
        request.POST or None,
        people=guests.choices_of_people(meeting, closed=any(item.is_closed for item in items.values())),
        items=guests.choices_of_items(meeting, items.values()),
        bases=bases_of(meeting),
        closed=[item.key for item in items.values() if item.is_closed],
    )

    def act() -> str:
        told = form.cleaned_data
        tenure = guests.tenure_by_key(meeting.municipality_id, told["who"])
        chosen = [items[one] for one in told["items"]]
        facts = {"basis": told["basis"], "necessity": told["necessity"]}
        people.invite_guest(request.actor, meeting, tenure=tenure, items=chosen, **facts)
        later = "" if meeting.convened_at else " Invitationen bliver sendt, når du indkalder."
        messages.success(request, f"{tenure.person.name} er inviteret.{later}")
        return reverse("meetings:invite", args=[key])

    if answer := posted(request, form, act):
        return answer
    until = clock.in_copenhagen(rules.last_moment(meeting.ends_at, request.actor.settings)).date()
    context = {
        "form": form,
        "meeting": meeting,
        "invited": guests.guests_of(meeting, until),
        "until": until,
        "fresh_key": new_form_key,
    }
    return page(request, "meetings/invite.html", context, status=422 if form.errors else 200)


@door("meetings.withdraw")
@require_POST
def withdraw(request: Request, key: str, seat: str) -> HttpResponse:
    meeting = open_meeting(request.actor, key)
    form = PressedForm(request.POST)

    def act() -> str:
        people.withdraw_invitation(request.actor, meeting, row=guests.invited_row(meeting, seat))
        messages.success(request, "Invitationen er trukket tilbage.")
        return reverse("meetings:invite", args=[key])

    return posted(request, form, act) or refused(request, form, screen(request.actor, key))


@door("meetings.deputy")
@require_http_methods(["GET", "POST"])
def deputy(request: Request, key: str, seat: str) -> HttpResponse:
    meeting = open_meeting(request.actor, key)
    absent = guests.seat_left_empty(request.actor, meeting, seat)
    form = DeputyForm(
        request.POST or None, people=guests.choices_of_people(meeting, agency_id=absent.tenure.seat.agency_id)
    )

    def act() -> str:
        chosen = guests.tenure_by_key(meeting.municipality_id, form.cleaned_data["who"])
        people.name_deputy(request.actor, meeting, absent=absent, deputy=chosen)
        messages.success(request, f"{chosen.person.name} kommer i stedet.")
        return reverse("meetings:meeting", args=[key])

    if answer := posted(request, form, act):
        return answer
    context = {
        "form": form,
        "meeting": meeting,
        "absent": absent.tenure,
        "mine": absent.tenure.person_id == request.actor.person_id,
        "until": clock.in_copenhagen(rules.last_moment(meeting.ends_at, request.actor.settings)).date(),
    }
    return page(request, "meetings/deputy.html", context, status=422 if form.errors else 200)
