"""Files of a room: the list, putting one there, fetching one, taking one away."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_safe

from samspil.authority.command import describe
from samspil.authority.doors import door
from samspil.authority.errors import NotAllowed
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.circles.queries.pages import SeenBy as Known
from samspil.circles.queries.pages import band as known_band
from samspil.documents import commands, queries, rules
from samspil.documents.forms import AttachForm, WithdrawForm
from samspil.documents.queries.sealed import content_of
from samspil.lib.file_intake import Kind
from samspil.ui.forms import SamspilForm
from samspil.ui.page import page, wants_part
from samspil.ui.parts import Band

UNPROCESSABLE = 422
OWN_PATH = re.compile(r"/[a-z0-9/-]*")
KEY = re.compile(r"[a-z0-9]{10}")
SANDBOX = "sandbox; default-src 'none'"


@dataclass(frozen=True)
class Place:
    """Where one came from: the page to go back to, and the thing in the circle that the files belong to."""

    back: str
    about: str

    @classmethod
    def of(cls, request: Request) -> "Place":
        about, back = request.GET.get("om", ""), request.GET.get("fra", "")
        return cls(back if _leads_somewhere(back) else "", about if KEY.fullmatch(about) else "")

    @property
    def ask(self) -> str:
        told = {name: value for name, value in (("om", self.about), ("fra", self.back)) if value}
        return f"?{urlencode(told, safe='/')}" if told else ""


@door("documents.files")
def files(request: Request, key: str) -> HttpResponse:
    """The whole page, or the list alone for the page of what the files belong to."""
    place = Place.of(request)
    if wants_part(request):
        return _listed(request, key, place)
    room = queries.open_room(request.actor, key)
    if request.method == "POST" and room.writes is None:
        raise NotAllowed("documents.attach_file", room.circle.pk, describe(room.circle))
    known = known_band(room.circle)
    form = _attach_form(request, room, known)

    def act() -> str:
        handed = form.cleaned_data["file"]
        incoming = commands.Incoming(handed.name, handed.chunks(), place.about, form.cleaned_data.get("necessity", ""))
        commands.attach(request.actor, room, incoming)
        messages.success(request, "Filen er lagt ved.")
        return _address(room, place)

    return posted(request, form, act) or _shown(request, room, place, known, form)


@door("documents.file")
@require_safe
def file(request: Request, key: str, file_key: str) -> HttpResponse:
    """To be kept or opened elsewhere: never shown as a page of ours, and under a name that says nothing."""
    row = queries.open_file(queries.open_room(request.actor, key), file_key, content=True)
    response = HttpResponse(content_of(row), content_type=Kind(row.file_type).content_type)
    response["Content-Disposition"] = f'attachment; filename="{queries.download_name(row)}"'
    response["Content-Security-Policy"] = SANDBOX
    return response


@door("documents.withdraw")
def withdraw(request: Request, key: str, file_key: str) -> HttpResponse:
    """A page of its own, for those who may take this file away."""
    room, place = queries.open_room(request.actor, key), Place.of(request)
    row = queries.open_file(room, file_key)
    shown, known = queries.line_of(request.actor, room, row), known_band(room.circle)
    if not shown.may_withdraw:
        raise Http404
    form = WithdrawForm(request.POST or None, several=_several(known))

    def act() -> str:
        commands.withdraw(request.actor, room, row, why=form.cleaned_data.get("why", ""))
        messages.success(request, "Filen er taget væk.")
        return _address(room, place)

    if answer := posted(request, form, act):
        return answer
    context = {"form": form, "row": shown, "back": _address(room, place), "band": _band(room, known)}
    return page(request, "documents/withdraw.html", context, status=_status(form))


def _shown(request: Request, room: queries.Room, place: Place, known: Known, form: AttachForm) -> HttpResponse:
    context = {
        **_context(request, room, place),
        "form": form,
        "why_not": _why_not(room),
        "may_attach": room.writes is not None,
        "band": _band(room, known),
    }
    return page(request, "documents/files.html", context, status=_status(form))


def _status(form: SamspilForm) -> int:
    return UNPROCESSABLE if form.is_bound and form.errors else 200


def _listed(request: Request, key: str, place: Place) -> HttpResponse:
    """For the page of what the files belong to. A guest of that page may read no files: it is told, not missing."""
    try:
        room = queries.open_room(request.actor, key)
    except Http404:
        return page(request, "documents/parts/none.html")
    may_attach = room.writes is not None and _why_not(room) is None
    context = {**_context(request, room, place), "may_attach": may_attach}
    return page(request, "documents/parts/short.html", context)


def _context(request: Request, room: queries.Room, place: Place) -> dict[str, Any]:
    rows = queries.attached(request.actor, room, place.about)
    return {"room": room.circle, "rows": rows, "place": place, "files_href": _address(room, place)}


def _attach_form(request: Request, room: queries.Room, known: Known) -> AttachForm:
    taken_in = rules.FileRules.of(room.circle.municipality.settings)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    return AttachForm(*typed, rules=taken_in, several=_several(known))


def _why_not(room: queries.Room) -> str | None:
    """What stands instead of the form."""
    told = rules.why_not_tell_more(room.circle.kind, room.circle.pk) if room.tells else None
    taken_in = rules.FileRules.of(room.circle.municipality.settings)
    return told or rules.why_not_attach(taken_in, closed=room.circle.closed_at is not None)


def _several(known: Known) -> bool:
    return len({holder.agency for holder in known.holders}) > 1


def _band(room: queries.Room, known: Known) -> Band | None:
    """Over files in a confidential room; what lies in the open has no lintel."""
    if not room.circle.named:
        return None
    if room.tells and known.people == 1:
        return Band("din kladde", 1, known.href, draft=True)
    return Band(known.title, known.people, known.href, f"du er {known.because}")


def _address(room: queries.Room, place: Place) -> str:
    return reverse("documents:files", args=[room.circle.key]) + place.ask


def _leads_somewhere(path: str) -> bool:
    """A page of ours and nothing else, since it becomes a link."""
    if not OWN_PATH.fullmatch(path) or path.startswith("//"):
        return False
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
