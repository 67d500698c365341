from http import HTTPStatus

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.desk import commands, queries, rules
from samspil.desk.forms import StepForm
from samspil.lib import clock
from samspil.ui.page import page


@door("desk.home")
def home(request: Request) -> HttpResponse:
    """Min SSP: for the busy what waits, for the new three things."""
    actor = request.actor
    if queries.is_new(actor):
        steps = queries.first_steps(actor)
        context = {
            "asking": queries.asking_of(actor),
            "meetings": queries.asked_to(actor),
            "doors": rules.doors(actor.settings),
            "steps": steps,
            "taken": sum(1 for step in steps if step.done),
            "followed": queries.followed_by(actor),
            "first_name": actor.name.split(" ", 1)[0],
        }
        return page(request, "desk/welcome.html", context)
    context = {
        "home": queries.home_of(actor, everything="alt" in request.GET),
        "first_name": actor.name.split(" ", 1)[0],
        "now": clock.now(),
        "done": request.GET.get("gjort", ""),
    }
    return page(request, "desk/home.html", context)


@door("desk.step")
@require_POST
def step(request: Request, slug: str) -> HttpResponse:
    """Take a first step: it is remembered, and one is where it leads."""
    href = rules.step_href(slug)
    if href is None:
        raise Http404

    def act() -> str:
        commands.take_step(request.actor, slug)
        return href

    return posted(request, StepForm(request.POST), act) or HttpResponseRedirect("/", status=HTTPStatus.SEE_OTHER)
