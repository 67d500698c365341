"""Writing at an item: sharing, choosing not to, deciding, and the text that saves itself."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samspil.authority.doors import door
from samspil.authority.errors import NotAllowed, Refusal
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.decisions.commands import Promise
from samspil.decisions.rules import promising
from samspil.lib import clock
from samspil.meetings.commands import running, writing
from samspil.meetings.forms import DecisionForm, PressedForm, TextForm
from samspil.meetings.queries.agenda import open_item, open_meeting, read_meeting
from samspil.meetings.queries.people import tenure_of, why_not_minute
from samspil.meetings.queries.screen import Screen, is_blocked, screen
from samspil.meetings.queries.texts import newest_text
from samspil.meetings.views.meeting import address_of, decision_form, refused, share_form, show
from samspil.ui import autosave
from samspil.ui.forms import new_form_key
from samspil.ui.page import page


@door("meetings.share")
@require_POST
def share(request: Request, key: str, item_key: str) -> HttpResponse:
    shown = _at(request, key, item_key)
    form = share_form(shown, request.POST)

    def act() -> str:
        told = form.cleaned_data
        person = tenure_of(int(told["on_behalf_of"]))
        writing.share_note(
            request.actor,
            _item(shown),
            text=told["text"],
            basis=told["basis"],
            necessity=told["necessity"],
            on_behalf_of=person,
        )
        return address_of(key, item_key) + "#delt"

    return posted(request, form, act) or show(request, shown, status=422, share_form=form)


@door("meetings.decline")
@require_POST
def decline(request: Request, key: str, item_key: str) -> HttpResponse:
    shown = _at(request, key, item_key)
    form = PressedForm(request.POST)

    def act() -> str:
        writing.decline_to_share(request.actor, _item(shown), tenure=tenure_of(shown.own_tenure_id or 0))
        return address_of(key, item_key) + "#delt"

    return posted(request, form, act) or refused(request, form, shown)


@door("meetings.decide")
@require_POST
def decide(request: Request, key: str, item_key: str) -> HttpResponse:
    """Decide, or only go on: the button to the next item saves what was chosen first."""
    shown = _at(request, key, item_key)
    form = decision_form(request, shown, request.POST)

    def act() -> str:
        if _is_news(form, shown):
            promises = _promises(form)
            outcome = form.cleaned_data["outcome"] or promising(request.actor.settings).slug
            writing.decide(request.actor, _item(shown), meeting_key=key, outcome=outcome, promises=promises)
        if "next" not in request.POST:
            return address_of(key, item_key) + "#besl"
        if shown.is_running:
            running.mark_discussed(request.actor, shown.meeting, item=_item(shown))
        return address_of(key, shown.next.key) if shown.next else address_of(key, item_key)

    return posted(request, form, act) or show(request, shown, status=422, decision_form=form)


@door("meetings.text")
@require_http_methods(["GET", "POST"])
def text(request: Request, key: str, item_key: str) -> HttpResponse:
    """Answers the saving script in JSON, a pressed button with the page, and whoever reads along with the text."""
    meeting = read_meeting(request.actor, key)
    item = open_item(request.actor, meeting, item_key)
    if request.method == "GET":
        if is_blocked(meeting, item):
            raise Http404
        return page(request, "meetings/parts/minutes_text.html", {"text": newest_text(item, writing.MINUTES)})
    form = TextForm(request.POST)
    by_script = "application/json" in request.headers.get("Accept", "")
    if not form.is_valid():
        sentence = " ".join(str(message) for errors in form.errors.values() for message in errors)
        return (
            autosave.refused(sentence)
            if by_script
            else show(request, screen(request.actor, key, item_key), status=422, text_form=form)
        )
    beside = reverse("meetings:compare", args=[key, item_key])
    written = _written(request, item, form)
    if isinstance(written, str):
        if by_script:
            return autosave.refused(written)
        form.add_error(None, written)
        return show(request, screen(request.actor, key, item_key), status=422, text_form=form)
    if written.overtaken_by:
        return autosave.written_by_other(written.overtaken_by, beside) if by_script else _see_other(beside)
    return autosave.saved(written.revision, written.at) if by_script else _see_other(address_of(key, item_key))


@door("meetings.compare")
@require_http_methods(["GET", "POST"])
def compare(request: Request, key: str, item_key: str) -> HttpResponse:
    """For whoever writes: two texts side by side; what stands below is what will stand."""
    meeting = open_meeting(request.actor, key)
    item = open_item(request.actor, meeting, item_key)
    if is_blocked(meeting, item) or why_not_minute(request.actor, meeting):
        raise Http404
    standing, beside = newest_text(item, "minutes"), newest_text(item, writing.ASIDE)
    form = TextForm(request.POST or None, is_open=not item.is_closed, initial=_both(standing, beside))
    overtaken: list[str] = []

    def act() -> str:
        told = writing.write_minutes(request.actor, item, text=form.cleaned_data["text"], revision=form.revision)
        overtaken.extend(filter(None, [told.overtaken_by]))
        return reverse("meetings:compare", args=[key, item_key]) if overtaken else address_of(key, item_key)

    answer = posted(request, form, act)
    if answer and not overtaken:
        return answer
    if overtaken:  # told only now: a refusal within the act would undo the keeping of the text
        standing, beside = newest_text(item, "minutes"), newest_text(item, writing.ASIDE)
        form = _again(form.cleaned_data["text"], standing, overtaken[0])
    context = {
        "form": form,
        "meeting": meeting,
        "item": item,
        "standing": standing,
        "beside": beside,
        "now": clock.now(),
    }
    return page(request, "meetings/compare.html", context, status=422 if form.errors else 200)


def _at(request: Request, key: str, item_key: str) -> Screen:
    shown = screen(request.actor, key, item_key)
    if shown.item is None or shown.blockers:
        raise Http404
    return shown


def _item(shown: Screen) -> Any:
    return shown.item


def _is_news(form: DecisionForm, shown: Screen) -> bool:
    """The page shows the decision that stands; sending it unchanged decides nothing anew."""
    stands = shown.matter.decision.outcome if shown.matter.decision else ""
    return form.promises or (form.says_something and form.cleaned_data["outcome"] != stands)


def _promises(form: DecisionForm) -> tuple[Promise, ...]:
    told = form.cleaned_data
    return (Promise(tenure_of(int(told["who"])), told["what"], told["due"]),) if form.promises else ()


def _written(request: Request, item: Any, form: TextForm) -> writing.Written | str:
    try:
        return writing.write_minutes(request.actor, item, text=form.cleaned_data["text"], revision=form.revision)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return refusal.sentence


def _again(text: str, standing: Any, overtaken_by: str) -> TextForm:
    """What was typed, on top of what stands by now, under a key of its own."""
    version = standing.revision if standing else 0
    form = TextForm({"form_key": new_form_key(), "text": text, "version": version})
    form.add_error(None, f"{overtaken_by} skrev her igen, mens du valgte. Din tekst er gemt ved siden af.")
    return form


def _both(standing: Any, beside: Any) -> dict[str, Any]:
    texts = [one.text for one in (standing, beside) if one is not None and one.text]
    return {"text": "\n\n".join(texts), "version": standing.revision if standing else 0}


def _see_other(address: str) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": address})
