"""A promise: tick it on Min SSP, take the tick back, or say more about it on its own page."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.circles.queries import pages
from samspil.decisions.rules import DONE
from samspil.desk import commands, queries
from samspil.desk.forms import ReportForm, TickForm
from samspil.ui.page import page
from samspil.ui.parts import Band


@door("desk.tick")
@require_POST
def tick(request: Request, key: str) -> HttpResponse:
    """The tick of an open promise. What was promised in a confidential room is read before it is reported."""
    commitment = queries.open_commitment(request.actor, key)
    if commitment.circle.named:
        return HttpResponseRedirect(reverse("desk:promise", args=[key]), status=HTTPStatus.SEE_OTHER)
    form = TickForm(request.POST)

    def act() -> str:
        commands.keep_promise(request.actor, commitment)
        return f"/?gjort={key}"

    return posted(request, form, act) or HttpResponseRedirect("/", status=HTTPStatus.SEE_OTHER)


@door("desk.undo")
@require_POST
def undo(request: Request, key: str) -> HttpResponse:
    commands.take_back(request.actor, queries.open_commitment(request.actor, key))
    messages.success(request, "Taget tilbage. Aftalen er åben igen.")
    return HttpResponseRedirect("/", status=HTTPStatus.SEE_OTHER)


@door("desk.promise")
def promise(request: Request, key: str) -> HttpResponse:
    commitment = queries.open_commitment(request.actor, key)
    form = ReportForm(request.POST or None)

    def act() -> str:
        facts = {name: form.cleaned_data[name] for name in ("outcome", "text")}
        commands.keep_promise(request.actor, commitment, **facts)
        if facts["outcome"] == DONE:
            return f"/?gjort={key}"
        messages.success(request, "Din melding er gemt. De andre kan se den.")
        return "/"

    if answer := posted(request, form, act):
        return answer
    context = {
        "commitment": commitment,
        "form": form,
        "reports": queries.reports_of(commitment),
        "mine": commands.may_report(request.actor, commitment),
        "band": None,
    }
    if commitment.circle.named:
        room = pages.band(commitment.circle)
        context["band"] = Band(room.title, room.people, room.href, f"du er {room.because}")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "desk/promise.html", context, status=status)


@door("desk.kept")
def kept(request: Request) -> HttpResponse:
    return page(request, "desk/kept.html", {"promises": queries.kept_by(request.actor)})
