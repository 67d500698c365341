"""Pages without login: the same for everybody, without cookies, to be kept by anyone for a while."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import cache_page
from django.views.decorators.http import require_safe

from samspil.authority.doors import Reach, door
from samspil.public import queries
from samspil.ui import colours
from samspil.ui.page import page

P = ParamSpec("P")
A_WHILE = 300
A_MINUTE = 60


def cacheable(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """What anybody fetches is made once a minute in each server process, and kept by browsers for a while."""

    @cache_page(A_MINUTE, cache="public")
    @wraps(view)
    def kept(request: HttpRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponse:
        response = view(request, *args, **named)
        response.setdefault("Cache-Control", f"public, max-age={A_WHILE}")
        return response

    return kept


def _public(request: HttpRequest, municipality: Any, template: str, context: dict[str, Any]) -> HttpResponse:
    request.shell = queries.public_shell(municipality, request.path)  # type: ignore[attr-defined]  # read by page()
    return page(request, template, {"municipality": municipality, **context})


@door("public.municipality", Reach.PUBLIC)
@require_safe
@cacheable
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.open_municipality(slug)
    settings = found.settings
    context = {
        "purpose": queries.text_of(found, queries.PURPOSE),
        "levels": queries.levels(found),
        "key_places": queries.key_places(found),
        "place": queries.place_of_contact(found),
        "contact": settings.get("contact") or {},
        "press": settings.get("press_contact"),
        "doors": settings.get("doors") or [],
    }
    return _public(request, found, "public/municipality.html", context)


@door("public.privacy", Reach.PUBLIC)
@require_safe
@cacheable
def privacy(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.open_municipality(slug)
    context = {"text": queries.text_of(found, queries.PRIVACY), "title": "Sådan behandler vi oplysninger"}
    return _public(request, found, "public/text.html", context)


@door("public.accessibility", Reach.PUBLIC)
@require_safe
@cacheable
def accessibility(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.open_municipality(slug)
    context = {"text": queries.text_of(found, queries.ACCESSIBILITY), "title": "Tilgængelighedserklæring"}
    return _public(request, found, "public/text.html", context)


@door("public.municipalities", Reach.PUBLIC)
@require_safe
@cacheable
def municipalities(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Which municipality; where there is but one, straight to its page."""
    found = queries.municipalities()
    if len(found) == 1:
        return HttpResponseRedirect(f"/kommuner/{found[0].slug}/{rest}")
    return page(request, "public/municipalities.html", {"municipalities": found, "rest": rest})


@door("public.colours", Reach.PUBLIC)
@require_safe
@cacheable
def colour_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    return colours.stylesheet(queries.colours_of(queries.open_municipality(slug)))


@door("public.health", Reach.PUBLIC)
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """For whatever watches the server: does the database answer?"""
    well = queries.database_answers()
    status = HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE
    response = HttpResponse(
        "ok\n" if well else "databasen svarer ikke\n", status=status, content_type="text/plain; charset=utf-8"
    )
    response["Cache-Control"] = "no-store"
    return response
