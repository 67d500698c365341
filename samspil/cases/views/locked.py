"""Closed cases that nobody reads any more, and taking one up again."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.cases import commands, forms
from samspil.cases.queries.locked import locked_room, locked_rooms
from samspil.circles.rules import retention_words
from samspil.ui.page import page


@door("cases.locked")
def locked(request: Request) -> HttpResponse:
    rooms = [(room, retention_words(room, room.category)) for room in locked_rooms(request.actor)]
    return page(request, "cases/locked.html", {"rooms": rooms})


@door("cases.unlocking")
def unlocking(request: Request, key: str) -> HttpResponse:
    circle = locked_room(request.actor, key)
    form = forms.ReopeningForm(request.POST or None)

    def act() -> str:
        case = commands.reopen_locked(request.actor, circle, words=form.cleaned_data["words"])
        messages.success(request, "Sagen er åben igen.")
        return f"/sager/{case.key}/"

    if answer := posted(request, form, act):
        return answer
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "cases/unlocking.html", {"circle": circle, "form": form}, status=status)
