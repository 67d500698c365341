"""The one way a view answers with a page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from samspil.ui.shell import Shell


def shell_of(request: HttpRequest) -> Shell:
    """The shell that the middleware made, or the bare one of a page without municipality or person."""
    shell = getattr(request, "shell", None)
    return shell if isinstance(shell, Shell) else Shell()


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    partial: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render at once, inside the transaction that guards what is shown, so never lazily.

    `partial` names a part declared in the template; it alone is sent when the page asks for that part.
    """
    shell = shell_of(request)
    part = bool(partial) and wants_part(request)
    name = f"{template}#{partial}" if part else template
    html = render_to_string(name, {**(context or {}), "shell": shell, "is_part": part}, request)
    response = HttpResponse(html, status=status)
    if partial:
        response["Vary"] = "HX-Request"
    if shell.signed_in:
        response["Cache-Control"] = "no-store"
    return response


def wants_part(request: HttpRequest) -> bool:
    """Whether a script on the page asks for a part; going back in the history needs the whole page."""
    asked = request.headers.get("HX-Request") == "true"
    whole = {request.headers.get("HX-Boosted"), request.headers.get("HX-History-Restore-Request")}
    return asked and "true" not in whole
