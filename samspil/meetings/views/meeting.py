"""The one screen of a meeting, and the same item on the wall."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from samspil.authority.doors import door
from samspil.authority.request import Request
from samspil.decisions.rules import outcomes
from samspil.lib import clock
from samspil.meetings.forms import DecisionForm, PressedForm, ShareForm, TextForm
from samspil.meetings.queries.screen import Screen, screen
from samspil.ui.forms import new_form_key
from samspil.ui.page import page


@door("meetings.meeting")
@require_safe
def meeting(request: Request, key: str) -> HttpResponse:
    return show(request, screen(request.actor, key))


@door("meetings.item")
@require_safe
def item(request: Request, key: str, item_key: str) -> HttpResponse:
    return show(request, screen(request.actor, key, item_key))


@door("meetings.wall")
@require_safe
def wall(request: Request, key: str) -> HttpResponse:
    """Large, for everybody in the room: no name until the convener opens the name, and again at the next item."""
    named = request.GET.get("navn") == "1"
    shown = screen(request.actor, key, request.GET.get("punkt", ""), initial=not named)
    context = {"screen": shown, "named": named, "now": clock.now(), "fresh_key": new_form_key}
    return page(request, "meetings/wall.html", context)


def show(request: Request, shown: Screen, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The screen, with fresh forms where the view has none that came back with errors."""
    context = {
        "screen": shown,
        "meeting": shown.meeting,
        "fresh_key": new_form_key,
        "form": None,
        **_forms(request, shown),
        **forms,
    }
    return page(request, "meetings/meeting.html", context, status=status)


def share_form(shown: Screen, data: Any = None) -> ShareForm:
    people = [(str(holder.tenure_id), f"{holder.name}, {holder.agency}") for holder in shown.speakers]
    basis = shown.item.circle.basis if shown.item else ""
    initial = {"on_behalf_of": str(shown.own_tenure_id or ""), "basis": basis}
    return ShareForm(data, bases=shown.bases, people=people, initial=initial)


def decision_form(request: Request, shown: Screen, data: Any = None) -> DecisionForm:
    chosen = shown.matter.decision.outcome if shown.matter.decision else None
    return DecisionForm(
        data,
        outcomes=[(one.slug, one.name) for one in outcomes(request.actor.settings)],
        people=[(str(tenure), name) for tenure, name in shown.promisers],
        initial={"outcome": chosen},
    )


def text_form(shown: Screen, data: Any = None) -> TextForm:
    text = shown.matter.texts.get("minutes")
    initial = {"text": text.text if text else "", "version": text.revision if text else 0}
    return TextForm(
        data, is_open=shown.item is not None and not shown.item.is_closed, initial=initial, auto_id="referat_%s"
    )


def address_of(key: str, item_key: str = "") -> str:
    return reverse("meetings:item", args=[key, item_key]) if item_key else reverse("meetings:meeting", args=[key])


def refused(request: Request, form: PressedForm, shown: Screen) -> HttpResponse:
    """The screen again, with the sentence that says why the button did nothing."""
    return show(request, shown, status=422, form=form)


def _forms(request: Request, shown: Screen) -> dict[str, Any]:
    if shown.item is None or shown.blockers:
        return {}
    return {
        "share_form": share_form(shown),
        "decision_form": decision_form(request, shown),
        "text_form": text_form(shown),
        "text": shown.matter.texts.get("minutes"),
    }
