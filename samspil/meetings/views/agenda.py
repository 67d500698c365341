"""Making the agenda: build, add, move, take off."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samspil.authority.capability import Can
from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.relation import may
from samspil.authority.request import Request
from samspil.meetings.commands import agenda
from samspil.meetings.forms import ClosedItemForm, OpenItemForm, PressedForm
from samspil.meetings.queries.agenda import open_item, open_meeting
from samspil.meetings.queries.closed import bases_of, closed_room
from samspil.meetings.queries.screen import screen
from samspil.meetings.views.meeting import address_of, refused
from samspil.ui.page import page


@door("meetings.build")
@require_POST
def build(request: Request, key: str) -> HttpResponse:
    form = PressedForm(request.POST)
    meeting = open_meeting(request.actor, key)

    def act() -> str:
        agenda.build_agenda(request.actor, meeting)
        return address_of(key)

    return posted(request, form, act) or refused(request, form, screen(request.actor, key))


@door("meetings.add")
@require_http_methods(["GET", "POST"])
def add(request: Request, key: str) -> HttpResponse:
    meeting = open_meeting(request.actor, key)
    if not may(Can.OPEN_WRITE, meeting.circle_id):
        raise Http404
    form = OpenItemForm(request.POST or None)

    def act() -> str:
        told = form.cleaned_data
        item = agenda.add_item(request.actor, meeting, title=told["title"], reason=told["reason"], form=told["form"])
        return address_of(key, item.key)

    context = {"form": form, "meeting": meeting, "closed_room": closed_room(request.actor, meeting)}
    return posted(request, form, act) or page(request, "meetings/add.html", context, status=422 if form.errors else 200)


@door("meetings.add_closed")
@require_http_methods(["GET", "POST"])
def add_closed(request: Request, key: str) -> HttpResponse:
    meeting = open_meeting(request.actor, key)
    circle = closed_room(request.actor, meeting)
    if circle is None:
        raise Http404
    form = ClosedItemForm(request.POST or None, bases=bases_of(meeting), initial={"basis": circle.basis})

    def act() -> str:
        told = {name: form.cleaned_data[name] for name in ("name", "reason", "basis", "necessity")}
        item = agenda.add_closed_item(request.actor, circle, meeting=meeting, **told)
        return address_of(key, item.key)

    context = {"form": form, "meeting": meeting}
    return posted(request, form, act) or page(
        request, "meetings/add_closed.html", context, status=422 if form.errors else 200
    )


@door("meetings.move")
@require_POST
def move(request: Request, key: str, item_key: str) -> HttpResponse:
    form = PressedForm(request.POST)
    meeting = open_meeting(request.actor, key)
    item = open_item(request.actor, meeting, item_key)

    def act() -> str:
        if "remove" in request.POST:
            agenda.remove_item(request.actor, meeting, item=item)
            return reverse("meetings:meeting", args=[key])
        agenda.move_item(request.actor, meeting, item=item, up="up" in request.POST)
        return address_of(key, item_key)

    return posted(request, form, act) or refused(request, form, screen(request.actor, key, item_key))
