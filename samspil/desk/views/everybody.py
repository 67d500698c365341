"""Pages that everybody logged in has, and what hangs on the organisation."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from samspil.authority.capability import Can
from samspil.authority.doors import door
from samspil.authority.request import Request
from samspil.desk import queries, rules
from samspil.lib import clock
from samspil.lib.working_days import SchoolYear
from samspil.ui.page import page
from samspil.ui.shell import Entry

OVERLOOKS = (Can.FIGURES_READ, Can.MEETING_CONVENE)
"""By one of these there are bodies whose rhythm one answers for."""


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
    context = {"levels": queries.levels_of(request.actor), "overlooks": request.actor.holds(*OVERLOOKS)}
    return page(request, "desk/organisation.html", context)


@door("desk.rhythms")
@require_GET
def rhythms(request: Request) -> HttpResponse:
    if not request.actor.holds(*OVERLOOKS):
        raise Http404
    this = SchoolYear.of(clock.today())
    years = [SchoolYear(this.start + step) for step in (-1, 0, 1)]
    year = next((one for one in years if str(one.start) == request.GET.get("aar", "")), this)
    context = {
        "kept": queries.rhythms_kept(year, request.actor.settings),
        "legend": queries.LEGEND,
        "year": year,
        "years": [Entry(str(one), f"?aar={one.start}", current=one == year) for one in years],
        "whole": request.actor.holds(Can.FIGURES_READ),
        "plans": request.actor.holds(Can.MEETING_CONVENE),
    }
    return page(request, "desk/rhythms.html", context)


@door("desk.more")
def more(request: Request) -> HttpResponse:
    return page(request, "desk/more.html")
