"""The gallery: every component in its states, for those who build pages. Only in the demo."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from samspil.lib import clock
from samspil.ui import autosave, errors, examples
from samspil.ui.page import page

View = Callable[..., HttpResponse]


def only_in_demo(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not (settings.DEBUG or getattr(settings, "DEMO", False)):
            return errors.not_found(request)
        request.shell = examples.shell(request.path)  # type: ignore[attr-defined]  # set by the middleware elsewhere
        return view(request, *args, **named)

    return guarded


@only_in_demo
def gallery(request: HttpRequest) -> HttpResponse:
    form = examples.ExampleForm(request.POST) if request.method == "POST" else examples.ExampleForm()
    context = {**examples.context(), "form": form, "faulty": examples.faulty_form()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "ui/gallery.html", context, status=status)


@only_in_demo
@require_GET
def gallery_sheet(request: HttpRequest) -> HttpResponse:
    return page(request, "ui/sheet_page.html", {"sheet": examples.sheet()}, partial="sheet")


@only_in_demo
@require_GET
def gallery_wall(request: HttpRequest, item: int) -> HttpResponse:
    context = {**examples.context(), "item": item, "before": item - 1, "after": item + 1}
    return page(request, "ui/gallery/wall.html", context)


@only_in_demo
@require_GET
def gallery_error(request: HttpRequest, state: str) -> HttpResponse:
    pages: dict[str, View] = {
        "mangler": errors.not_found,
        "gammel": errors.page_too_old,
        "mange": errors.too_many,
        "laest": errors.bad_request,
        "brudt": lambda asked: errors.broken(asked, "a2b4c6"),
        "afvist": lambda asked: errors.not_possible(asked, "Mødet er begyndt, så dagsordenen er lukket."),
    }
    return pages.get(state, errors.not_found)(request)


@only_in_demo
@require_POST
def gallery_autosave(request: HttpRequest) -> HttpResponse:
    """Saves nothing; `text` chooses the answer, so that each state can be seen."""
    text = request.POST.get("seen", "")
    if "bo skriver" in text.casefold():
        return autosave.written_by_other("Bo", "#to-skriver")
    if "for langt" in text.casefold():
        return autosave.refused("Teksten er for lang. Intet er gået tabt.")
    return autosave.saved(int(request.POST.get("version", "0")) + 1, clock.now())
