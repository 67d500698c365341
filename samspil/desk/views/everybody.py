"""Pages that everybody logged in has."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from samspil.authority.doors import door
from samspil.authority.request import Request
from samspil.desk import queries, rules
from samspil.ui.page import page


@door("desk.ask")
def ask(request: Request) -> HttpResponse:
    context = {"asking": queries.asking_of(request.actor), "doors": rules.doors(request.actor.settings)}
    return page(request, "desk/ask.html", context)


@door("desk.guide")
def guide(request: Request) -> HttpResponse:
    context = {"asking": queries.asking_of(request.actor), "guides": queries.guides_of(request.actor)}
    return page(request, "desk/guide.html", context)


@door("desk.handbook")
@require_GET
def handbook(request: Request) -> HttpResponse:
    return page(request, "desk/handbook.html", {"chapter": queries.chapter()})


@door("desk.chapter")
@require_GET
def chapter(request: Request, name: str) -> HttpResponse:
    return page(request, "desk/handbook.html", {"chapter": queries.chapter(name)})


@door("desk.organisation")
def organisation(request: Request) -> HttpResponse:
    return page(request, "desk/organisation.html", {"levels": queries.levels_of(request.actor)})


@door("desk.more")
def more(request: Request) -> HttpResponse:
    return page(request, "desk/more.html")
