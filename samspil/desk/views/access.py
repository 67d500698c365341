"""A citizen's question: begun and followed by the officer, answered by whoever keeps rooms there."""

from datetime import timedelta
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.desk import commands
from samspil.desk.forms import AccessAnswerForm, AccessRequestForm, TickForm
from samspil.desk.queries import access as queries
from samspil.desk.queries import officer
from samspil.desk.rules.access_words import OUTCOMES, begun_words
from samspil.lib import clock
from samspil.ui.page import page


@door("desk.access_requests")
@require_http_methods(["GET", "POST"])
def access_requests(request: Request) -> HttpResponse:
    """All that runs, and a form for a new one."""
    office, places = officer.open_log(request.actor), queries.places(request.actor)
    term = int(request.actor.settings["access_request_days"])
    form = AccessRequestForm(request.POST or None, initial={"due": clock.today() + timedelta(days=term)})
    form.offer("place", [("", "Vælg"), *((one.value, one.name) for one in places)])

    def act() -> str:
        facts = form.cleaned_data
        place = next(one for one in places if one.value == facts["place"])
        key = commands.begin_access_request(
            request.actor, office, journal=facts["journal"], place=place, due=facts["due"]
        )
        messages.success(request, begun_words(queries.open_request(request.actor, key).keepers))
        return reverse("desk:access_request", args=[key])

    if answer := posted(request, form, act):
        return answer
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "term": term, "places": places, "requests": queries.requests(request.actor)}
    return page(request, "desk/log/access.html", context, status=status)


@door("desk.access_request")
@require_http_methods(["GET", "POST"])
def access_request(request: Request, key: str) -> HttpResponse:
    """Who has answered and who has not; sending it ends the question."""
    office, found = officer.open_log(request.actor), queries.open_request(request.actor, key)
    form = TickForm(request.POST or None)

    def act() -> str:
        commands.end_access_request(request.actor, office, found)
        messages.success(request, f"Anmodningen {found.journal} er afsluttet.")
        return reverse("desk:access_requests")

    if answer := posted(request, form, act):
        return answer
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"found": found, "answers": queries.answers(request.actor, found), "form": form}
    return page(request, "desk/log/access_request.html", context, status=status)


@door("desk.access_answer")
@require_http_methods(["GET", "POST"])
def access_answer(request: Request, key: str) -> HttpResponse:
    """For whoever keeps rooms there: the list is made and printed here, and what is sent is that it is done."""
    found = queries.open_asked(request.actor, key)
    form = AccessAnswerForm(request.POST or None)

    def act() -> str:
        commands.answer_access_request(request.actor, found, outcome=form.cleaned_data["outcome"])
        messages.success(request, f"Dit svar er gemt: {OUTCOMES[form.cleaned_data['outcome']]}.")
        return reverse("desk:kept_rooms")

    if answer := posted(request, form, act):
        return answer
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "desk/log/access_answer.html", {"found": found, "form": form}, status=status)
