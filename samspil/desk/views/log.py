"""Hvem har set: for whoever keeps a room; and the look-ups drawn by lot, for whoever answers for them."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.desk import commands
from samspil.desk.forms import SpotCheckForm
from samspil.desk.queries import access, officer
from samspil.desk.queries import log as queries
from samspil.ui.page import page

LONGEST_NUMBER = 4


def number_of(asked: QueryDict) -> int:
    number = asked.get("side", "")
    fits = number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER
    return max(1, int(number)) if fits else 1


def turning(number: int, shown: queries.Shown) -> dict[str, str]:
    """Where the newer and the older lines are, if there are any."""
    return {
        "newer": f"?side={number - 1}" if number > 1 else "",
        "older": f"?side={number + 1}" if shown.more else "",
    }


@door("desk.kept_rooms")
@require_GET
def kept_rooms(request: Request) -> HttpResponse:
    number = number_of(request.GET)
    rooms = queries.kept_rooms(request.actor, number)
    checks = [] if number > 1 else [one for one in officer.spot_checks(request.actor) if not one.as_officer]
    asked = [] if number > 1 else access.asked_of(request.actor)
    context = {"rooms": rooms, "checks": checks, "asked": asked, **turning(number, rooms)}
    return page(request, "desk/log/rooms.html", context)


@door("desk.seen")
@require_GET
def seen(request: Request, key: str) -> HttpResponse:
    room, number = queries.kept_room(request.actor, key), number_of(request.GET)
    shown = queries.seen_of_room(request.actor, room, number)
    noted = queries.noted_at_room(request.actor, room) if number == 1 else queries.Noted()
    context = {"room": room, "shown": shown, "noted": noted, **turning(number, shown)}
    return page(request, "desk/log/seen.html", context)


@door("desk.seen_young")
@require_GET
def seen_young(request: Request, key: str) -> HttpResponse:
    young, number = queries.kept_young(request.actor, key), number_of(request.GET)
    shown = queries.seen_of_young(request.actor, young, number)
    context = {"young": young, "room": young.circle, "shown": shown, **turning(number, shown)}
    return page(request, "desk/log/seen_young.html", context)


@door("desk.spot_check")
@require_http_methods(["GET", "POST"])
def spot_check(request: Request, key: str) -> HttpResponse:
    check = officer.open_spot_check(request.actor, key)
    back = reverse("desk:log" if check.as_officer else "desk:kept_rooms")
    form = SpotCheckForm(request.POST or None)

    def act() -> str:
        facts = form.cleaned_data
        commands.answer_spot_check(request.actor, check, was_work=facts["work"] == "yes", text=facts["text"])
        messages.success(request, "Dit svar er gemt.")
        return back

    if answer := posted(request, form, act):
        return answer
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "desk/log/spot_check.html", {"check": check, "form": form, "back": back}, status=status)
