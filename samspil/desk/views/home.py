from django.http import HttpResponse

from samspil.authority.doors import door
from samspil.authority.request import Request
from samspil.desk import queries, rules
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
