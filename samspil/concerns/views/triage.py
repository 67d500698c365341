"""Bekymringer: the queue, one concern, and what is done with it."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from samspil.authority.capability import Can
from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.concerns import commands, queries
from samspil.concerns.forms import AnswerForm, CprForm, LikenessForm, NoticeForm, TriageForm
from samspil.concerns.queries import choices
from samspil.concerns.queries.parts import parts_to_bring
from samspil.documents.queries import files_to_bring
from samspil.ui.page import page, wants_part
from samspil.ui.shell import Entry

UNPROCESSABLE = 422
FILES = "filer"
VIEWS = {"": "Venter", "i-dag": "Taget i dag", "raad": "Givet råd", "afsluttet": "Afsluttet"}


@door("concerns.queue")
def queue(request: Request) -> HttpResponse:
    """Sorted by the deadline and nothing else."""
    view = request.GET.get("vis", "")
    if view not in VIEWS:
        raise Http404
    found = queries.whole_queue(request.actor, view)
    rows = found.rows
    context = {
        "rows": rows,
        "tabs": _tabs(view, {"": found.waiting, "i-dag": found.taken_today}),
        "waiting": found.waiting,
        "view": view,
        "heading": VIEWS[view],
        "band": queries.queue_band(request.actor, found.circles) if rows else None,
        "late": sum(row.state == "late" for row in rows),
        "next_deadline": next((row.deadline for row in rows if row.state != "late"), None),
    }
    return page(request, "concerns/queue.html", context)


@door("concerns.one")
def one(request: Request, key: str) -> HttpResponse:
    """The files that may go along are asked for by themselves: most concerns have none, and each look is logged."""
    if FILES not in request.GET:
        return _shown(request, key)
    form = _triage_form(request, queries.open_concern(request.actor, key), files=True)
    if wants_part(request):
        return page(request, "concerns/parts/files_along.html", {"form": form})
    return _shown(request, key, form=form)


@door("concerns.triage")
@require_POST
def triage(request: Request, key: str) -> HttpResponse:
    concern = queries.open_concern(request.actor, key)
    form = _triage_form(request, concern, request.POST, files=True)

    def act() -> str:
        typed = form.cleaned_data
        bodies = queries.triage_choices(request.actor, concern).bodies
        body = next((body for body in bodies if body.key == typed["body"]), None)
        facts = {name: typed[name] for name in ("outcome", "answer", "reason", "necessity", "receiver", "tell")}
        choice = commands.Choice(body=body, along=_ticked(typed, "along"), files=_ticked(typed, "copies"), **facts)
        commands.triage_concern(request.actor, concern, choice=choice)
        return f"{reverse('concerns:one', args=[key])}#gjort"

    return posted(request, form, act) or _shown(request, key, form=form)


@door("concerns.notice")
@require_POST
def notice(request: Request, key: str) -> HttpResponse:
    concern = queries.open_concern(request.actor, key)
    form = _notice_form(request, choices.notice_of(concern), request.POST)

    def act() -> str:
        facts = {name: form.cleaned_data[name] for name in ("outcome", "reason", "receiver")}
        commands.settle_notice(request.actor, concern, **facts)
        messages.success(request, "Gemt. Det står under Hidtil.")
        return reverse("concerns:one", args=[key])

    return posted(request, form, act) or _shown(request, key, notice=form)


@door("concerns.answer")
@require_POST
def answer(request: Request, key: str) -> HttpResponse:
    concern = queries.open_concern(request.actor, key)
    form = AnswerForm(request.POST)

    def act() -> str:
        commands.answer_reporter(request.actor, concern, text=form.cleaned_data["text"])
        messages.success(request, "Svaret er sendt.")
        return reverse("concerns:one", args=[key])

    return posted(request, form, act) or _shown(request, key, reply=form)


@door("concerns.likeness")
@require_POST
def likeness(request: Request, key: str) -> HttpResponse:
    concern = queries.open_concern(request.actor, key)
    form = LikenessForm(request.POST)

    def act() -> str:
        same = form.cleaned_data["same"] == "yes"
        commands.judge_likeness(request.actor, concern, other_key=form.cleaned_data["other"], same=same)
        messages.success(request, "Din vurdering er gemt.")
        return reverse("concerns:one", args=[key])

    return posted(request, form, act) or HttpResponseRedirect(reverse("concerns:one", args=[key]))


@door("concerns.identity")
@require_POST
def identity(request: Request, key: str) -> HttpResponse:
    concern = queries.open_concern(request.actor, key)
    form = CprForm(request.POST)

    def act() -> str:
        commands.name_by_cpr(request.actor, concern, cpr=form.cleaned_data["cpr"])
        messages.success(request, "Nummeret er gemt.")
        return reverse("concerns:one", args=[key])

    return posted(request, form, act) or _shown(request, key, cpr=form)


def _tabs(view: str, numbers: dict[str, int]) -> list[Entry]:
    home = reverse("concerns:queue")
    places = {name: f"{home}?vis={name}" if name else home for name in VIEWS}
    return [Entry(label, places[name], current=name == view, count=numbers.get(name)) for name, label in VIEWS.items()]


def _ticked(typed: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(typed.get(name, ()))


def _triage_form(
    request: Request, concern: Any, typed: Any = None, *, files: bool = False, made: str = ""
) -> TriageForm:
    """`made` is what came of it elsewhere, and is not to be chosen again."""
    possible = queries.triage_choices(request.actor, concern)
    groundless, limits = queries.groundless_of(concern), queries.limits_of(request.actor)
    outcomes = [one for one in choices.outcomes(concern, possible, groundless, limits) if one[0] != made]
    initial = {"outcome": "meeting" if possible.own else "", **_notice_goes(request)}
    parts = parts_to_bring(concern)
    along = files_to_bring(concern.circle) if files else ()
    return TriageForm(typed, outcomes=outcomes, bodies=possible.grouped, parts=parts, files=along, initial=initial)


def _notice_form(request: Request, now: str, typed: Any = None) -> NoticeForm:
    outcomes = choices.notices(now, queries.limits_of(request.actor))
    return NoticeForm(typed, outcomes=outcomes, initial=_notice_goes(request))


def _notice_goes(request: Request) -> dict[str, str]:
    """Whoever receives notices in the municipality, until something else is written."""
    return {"receiver": request.actor.settings["notice_receiver"]}


def _shown(request: Request, key: str, **forms: Any) -> HttpResponse:
    """The page of one concern, with the form that has something to say in its place."""
    opened = queries.open_waiting(request.actor, key)
    done = choices.done_last(request.actor, opened)
    made = done["came"].outcome if done.get("came") else ""
    form = forms.get("form") or _triage_form(request, opened.concern, made=made)
    context = {
        "opened": opened,
        "concern": opened.concern,
        "band": queries.room_band(opened.concern.circle, holders=opened.holders),
        "form": form,
        "files_asked": FILES in request.GET or "form" in forms,
        "notice": forms.get("notice") or _notice_form(request, opened.state.notice),
        "reply": forms.get("reply") or AnswerForm(),
        "cpr": forms.get("cpr") or CprForm(),
        "cpr_masked": queries.cpr_shown(request.actor, opened.concern, opened.can),
        "may_identify": Can.IDENTITY_WRITE in opened.can,
        **choices.words_of(opened),
        **done,
    }
    faulty = any(bound.errors for bound in forms.values())
    return page(request, "concerns/one.html", context, status=UNPROCESSABLE if faulty else 200)
