"""The buttons of a meeting: call, answer, start, who is here, end, send."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from samspil.authority.doors import door
from samspil.authority.errors import Refusal
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.lib import clock
from samspil.meetings.commands import planning, running
from samspil.meetings.commands.agenda import build_agenda
from samspil.meetings.forms import PressedForm
from samspil.meetings.queries.agenda import open_meeting
from samspil.meetings.queries.matter import day_in_words
from samspil.meetings.queries.people import mine_at, tenure_of
from samspil.meetings.queries.screen import screen
from samspil.meetings.views.meeting import address_of, refused
from samspil.ui.forms import new_form_key
from samspil.ui.page import page


@door("meetings.convene")
@require_POST
def convene(request: Request, key: str) -> HttpResponse:
    def act(meeting: Any) -> str:
        build_agenda(request.actor, meeting)
        planning.convene(request.actor, meeting)
        return _told(request, "Indkaldelsen er sendt.", address_of(key))

    return _pressed(request, key, act)


@door("meetings.answer")
@require_POST
def answer(request: Request, key: str) -> HttpResponse:
    def act(meeting: Any) -> str:
        planning.answer_invitation(request.actor, meeting, answer=request.POST.get("answer", ""))
        return _told(request, "Dit svar er sendt.", _after_answer(request, meeting))

    return _pressed(request, key, act)


@door("meetings.start")
@require_POST
def start(request: Request, key: str) -> HttpResponse:
    """Days before its day it asks first: nobody can answer the call once the meeting has begun."""
    meeting = open_meeting(request.actor, key)
    early = clock.in_copenhagen(meeting.starts_at).date() > clock.today()
    if early and meeting.convenes and meeting.started_at is None and "sure" not in request.POST:
        context = {"meeting": meeting, "day_words": day_in_words(meeting.starts_at).lower(), "fresh_key": new_form_key}
        return page(request, "meetings/sure.html", context)

    def act(meeting: Any) -> str:
        build_agenda(request.actor, meeting)
        running.start_meeting(request.actor, meeting)
        return _told(request, "Mødet er begyndt.", address_of(key))

    return _pressed(request, key, act)


@door("meetings.presence")
@require_POST
def presence(request: Request, key: str) -> HttpResponse:
    def act(meeting: Any) -> str:
        chosen = {int(one) for one in request.POST.getlist("present") if one.isdecimal()}
        running.mark_present(request.actor, meeting, tenure_ids=chosen)
        return _told(request, "Fremmødet er gemt.", address_of(key, request.POST.get("item", "")))

    return _pressed(request, key, act)


@door("meetings.stand_in")
@require_POST
def stand_in(request: Request, key: str) -> HttpResponse:
    """Somebody else at the table writes the minutes."""

    def act(meeting: Any) -> str:
        chosen = request.POST.get("tenure", "")
        tenure = tenure_of(int(chosen) if chosen.isdecimal() else 0)
        running.name_stand_in(request.actor, meeting, tenure=tenure)
        return _told(request, f"{tenure.person.name} skriver referatet.", address_of(key, request.POST.get("item", "")))

    return _pressed(request, key, act)


@door("meetings.guests")
@require_POST
def guests(request: Request, key: str) -> HttpResponse:
    """Whoever is in the way of a closed item goes out; whoever waits outside is called in."""

    def act(meeting: Any) -> str:
        out = {int(one) for one in request.POST.getlist("out") if one.isdecimal()}
        if out:
            running.show_out(request.actor, meeting, person_ids=out)
        called = request.POST.get("in", "")
        if called.isdecimal():
            running.call_in(request.actor, meeting, person_id=int(called))
        elif not out and not meeting.convenes:
            raise Http404
        elif not out:
            raise Refusal("Vælg, hvem der går ud, eller hvem der kaldes ind.")
        return _back(key, request.POST.get("to", ""), request.POST.get("item", ""))

    return _pressed(request, key, act)


@door("meetings.end")
@require_POST
def end(request: Request, key: str) -> HttpResponse:
    def act(meeting: Any) -> str:
        running.end_meeting(request.actor, meeting)
        return _told(request, "Mødet er slut. Læs referatet igennem, før du sender det.", _minutes_of(key))

    return _pressed(request, key, act)


@door("meetings.send")
@require_POST
def send(request: Request, key: str) -> HttpResponse:
    def act(meeting: Any) -> str:
        number = running.send_minutes(request.actor, meeting)
        sentence = f"Referatet er sendt til {number} personer. Hver får det, de må se."
        return _told(request, sentence, _minutes_of(key))

    return _pressed(request, key, act)


def _pressed(request: Request, key: str, act: Callable[[Any], str]) -> HttpResponse:
    """Carry out once; a refusal shows the meeting again with its sentence."""
    form = PressedForm(request.POST)
    meeting = open_meeting(request.actor, key)
    answer = posted(request, form, lambda: act(meeting))
    return answer or refused(request, form, screen(request.actor, key))


def _back(key: str, to: str, item: str) -> str:
    """To the page where the button stood: the meeting, the wall or the minutes."""
    if to == "minutes":
        return _minutes_of(key)
    if to == "wall":
        return f"{reverse('meetings:wall', args=[key])}?{urlencode({'punkt': item})}"
    return address_of(key, item)


def _after_answer(request: Request, meeting: Any) -> str:
    """Whoever sends somebody else says whom at once."""
    mine = mine_at(request.actor, meeting)
    if mine is None or mine.answer != "deputy" or mine.is_guest or mine.in_place_of_id:
        return reverse("meetings:meetings")
    return reverse("meetings:deputy", args=[meeting.key, mine.tenure.key])


def _minutes_of(key: str) -> str:
    return reverse("meetings:minutes", args=[key])


def _told(request: Request, sentence: str, address: str) -> str:
    messages.success(request, sentence)
    return address
