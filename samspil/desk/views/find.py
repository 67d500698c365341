"""Find: the words come by POST alone, so that they stand in no address, no history and no server's log."""

from http import HTTPStatus

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from samspil.authority.doors import door
from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.request import Request
from samspil.desk import commands
from samspil.desk.forms import FindForm
from samspil.desk.queries.colleagues import may_search
from samspil.ui.page import page


@door("desk.find")
@require_http_methods(["GET", "POST"])
def find(request: Request) -> HttpResponse:
    form, found = FindForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            found = commands.find(request.actor, form.cleaned_data["words"])
        except NotAllowed:
            raise
        except Refusal as refusal:
            request.refused = refusal
            form.add_error("words", refusal.sentence)
    searches = found.matters if found else may_search()
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "desk/find.html", {"form": form, "found": found, "searches": searches}, status=status)
