"""Hvem kan se dette, and stepping out of a room."""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.http import HttpResponse

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.desk import commands, queries
from samspil.desk.forms import StepOutForm
from samspil.ui.page import page


@door("desk.who")
def who(request: Request, key: str) -> HttpResponse:
    circle = queries.open_room(request.actor, key)
    sheet = queries.sheet_of(request.actor, circle, _back(request))
    return page(request, "ui/sheet_page.html", {"sheet": sheet}, partial="sheet")


@door("desk.step_out")
def step_out(request: Request, key: str) -> HttpResponse:
    circle = queries.open_room(request.actor, key)
    form = StepOutForm(request.POST or None)

    def act() -> str:
        commands.step_out(request.actor, circle, reason=form.cleaned_data["reason"])
        return "/"

    if answer := posted(request, form, act):
        return answer
    context = {"circle": circle, "form": form, "others": queries.those_who_exclude(circle)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "desk/step_out.html", context, status=status)


def _back(request: Request) -> str:
    """The page one came from, when it is one of ours."""
    came = urlsplit(request.headers.get("Referer", ""))
    ours = came.netloc == request.get_host() and came.path.startswith("/") and came.path != request.path
    return came.path if ours else "/"
