"""The pages for what cannot be shown or done. None of them tells whether a thing exists."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from samspil.ui.page import page, shell_of
from samspil.ui.shell import Shell

TEMPLATE = "ui/error.html"


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Hidden and missing are the same page with the same status."""
    del exception
    return _told(
        request,
        HTTPStatus.NOT_FOUND,
        "Vi kan ikke vise dig denne side",
        "Måske findes den ikke, måske er den ikke for dig. Vi siger aldrig hvilken. Spørg den, der sendte dig linket.",
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return not_found(request, exception)


def not_possible(request: HttpRequest, sentence: str, href: str = "", link: str = "") -> HttpResponse:
    """A refusal by a rule: its own sentence, and the way back."""
    return _told(request, HTTPStatus.CONFLICT, "Det kan ikke lade sig gøre nu", sentence, (href, link))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    text = "Noget i det, der blev sendt, kunne ikke læses. Intet er ændret. Gå tilbage, og prøv igen."
    return _told(request, HTTPStatus.BAD_REQUEST, "Vi forstod ikke det, der kom", text)


def page_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For a form whose safety mark no longer fits, mostly because of a new login in between."""
    del reason
    text = "Du har måske logget ind igen siden. Intet er sendt. Gå tilbage, genindlæs siden, og send så igen."
    return _told(request, HTTPStatus.FORBIDDEN, "Siden er for gammel", text)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    text = "Der kom for mange forsøg på kort tid. Vent lidt, og prøv igen. Intet er gået tabt."
    return _told(request, HTTPStatus.TOO_MANY_REQUESTS, "Vent lidt", text)


def broken(request: HttpRequest, number: str = "") -> HttpResponse:
    """Asks nothing of the database and of the person's shell, as one of them may be what broke."""
    del request
    context = {
        "shell": Shell(),
        "title": "Noget gik galt hos os",
        "text": "Det er ikke din skyld. Det, du var ved at gemme, er ikke ændret. Prøv igen om lidt.",
        "number": number,
        "href": Shell().places.home,
        "link": "Til Min SSP",
    }
    return HttpResponse(render_to_string(TEMPLATE, context), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _told(
    request: HttpRequest, status: HTTPStatus, title: str, text: str, way: tuple[str, str] = ("", "")
) -> HttpResponse:
    href, link = way if all(way) else (shell_of(request).places.home, "Til Min SSP")
    context = {"title": title, "text": text, "href": href, "link": link}
    return page(request, TEMPLATE, context, status=status)
