"""Doors of the pages before and around login: no visit is needed, and nobody's browser keeps them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from samspil.authority.doors import Reach, door

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def entry_door(name: str, reach: Reach = Reach.ACCOUNT) -> Callable[[View[P]], View[P]]:
    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def kept_by_nobody(request: HttpRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponse:
            response = view(request, *args, **named)
            response["Cache-Control"] = "no-store"
            return response

        return door(name, reach)(kept_by_nobody)

    return decorate
