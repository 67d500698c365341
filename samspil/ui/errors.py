"""The pages for what cannot be shown or done. None of them tells whether a thing exists."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from samspil.ui.page import page
from samspil.ui.shell import Shell

TEMPLATE = "ui/error.html"
"""Its words go by `kind`: missing, refusal (with `sentence`), old, many, unread, or broken (with `number`)."""


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Hidden and missing are the same page with the same status."""
    del exception
    return page(request, TEMPLATE, {"kind": "missing"}, status=HTTPStatus.NOT_FOUND)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return not_found(request, exception)


def not_possible(request: HttpRequest, sentence: str, href: str = "", link: str = "") -> HttpResponse:
    """A refusal by a rule: its own sentence, and a way on."""
    context = {"kind": "refusal", "sentence": sentence, "href": href, "link": link}
    return page(request, TEMPLATE, context, status=HTTPStatus.CONFLICT)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return page(request, TEMPLATE, {"kind": "unread"}, status=HTTPStatus.BAD_REQUEST)


def page_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For a form whose safety mark no longer fits, mostly because of a new login in between."""
    del reason
    return page(request, TEMPLATE, {"kind": "old"}, status=HTTPStatus.FORBIDDEN)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return page(request, TEMPLATE, {"kind": "many"}, status=HTTPStatus.TOO_MANY_REQUESTS)


def broken(request: HttpRequest, number: str = "") -> HttpResponse:
    """Asks nothing of the database and of the person's shell, as one of them may be what broke."""
    del request
    context = {"kind": "broken", "shell": Shell(), "bare": True, "number": number}
    return HttpResponse(render_to_string(TEMPLATE, context), status=HTTPStatus.INTERNAL_SERVER_ERROR)
