"""Jeg er bekymret: three steps, a receipt, and what became of it."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.concerns import commands, queries
from samspil.concerns.forms import AdviceOnly, StepOne, StepThree
from samspil.concerns.rules import State, answer_by, assess_by
from samspil.concerns.rules.words import by_words, told_words
from samspil.concerns.views import drafting
from samspil.lib import clock
from samspil.ui import autosave
from samspil.ui.page import page

UNPROCESSABLE = 422


@door("concerns.begin")
def begin(request: Request) -> HttpResponse:
    """Step one, before there is anything to keep."""
    kinds = queries.kinds_of(request.actor)
    form = StepOne(request.POST or None, assess_by=_assessed_by(request), kinds=kinds.values())
    answer = posted(request, form, lambda: _step("seen", _started(request, drafting.facts_of_one(form.cleaned_data))))
    drafts = [] if request.method == "POST" else queries.drafts_of(request.actor)
    return answer or _flow(
        request, "concerns/step_one.html", form, _workplace(request).unit, {"drafts": drafts, "key": ""}
    )


@door("concerns.advice")
def advice(request: Request) -> HttpResponse:
    form = AdviceOnly(request.POST or None)
    answer = posted(
        request, form, lambda: _step("look", _started(request, drafting.facts_of_advice(form.cleaned_data)))
    )
    return answer or _flow(request, "concerns/step_advice.html", form, _workplace(request).unit, {"key": ""})


@door("concerns.kinds")
def kinds(request: Request, key: str) -> HttpResponse:
    concern = queries.open_reported(request.actor, key)
    if concern.sending_rows.all():
        return _to_receipt(concern)
    chosen = {"kinds": concern.kinds, "urgency": concern.urgency}
    kinds = queries.kinds_of(request.actor).values()
    form = StepOne(request.POST or None, assess_by=_assessed_by(request), kinds=kinds, initial=chosen)
    answer = posted(request, form, lambda: _written(request, concern, drafting.facts_of_one(form.cleaned_data), "seen"))
    return answer or _flow(request, "concerns/step_one.html", form, concern.circle.unit, _of(concern))


@door("concerns.seen")
def seen(request: Request, key: str) -> HttpResponse:
    """Step two: what was seen, apart from what is thought; for one who only asks for advice, the question."""
    concern = queries.open_reported(request.actor, key)
    if concern.sending_rows.all():
        return _to_receipt(concern)
    schools = queries.schools_with_bodies(request.actor)
    own = request.actor.settings
    form = drafting.form_of(concern, request.POST or None, schools, queries.parts_of(concern), settings=own)
    then = "files" if request.POST.get("then") == "files" else "look"
    answer = posted(request, form, lambda: _written(request, concern, drafting.facts_of(form, schools), then))
    template = "concerns/step_advice.html" if concern.asks_only_for_sparring else "concerns/step_two.html"
    more = {**_of(concern), "aside": queries.set_aside(concern)}
    return answer or _flow(request, template, form, concern.circle.unit, more)


@door("concerns.saving")
@require_POST
def saving(request: Request, key: str) -> HttpResponse:
    """What is typed is saved on the way; nothing is missing yet, but what cannot be stored is told."""
    concern = queries.open_draft(request.actor, key)
    schools = queries.schools_with_bodies(request.actor)
    known = queries.kinds_of(request.actor)
    form = drafting.partial_form(request.POST, concern, known, schools, settings=request.actor.settings)
    told = drafting.faults(form)
    facts = drafting.partial_facts(form, schools)
    version = drafting.version_in(request.POST)
    saved = commands.write_draft(request.actor, concern, facts=facts, version=version)
    return autosave.refused(told) if told else autosave.saved(saved, clock.now())


@door("concerns.look")
def look(request: Request, key: str) -> HttpResponse:
    """Step three: look through and send."""
    concern = queries.open_reported(request.actor, key)
    if concern.sending_rows.all():
        return _to_receipt(concern)
    actor, unit = request.actor, concern.circle.unit
    first = queries.first_name(concern)
    initial = {"notified": concern.notified, "reachable": concern.reachable or concern.written_by.person.work_phone}
    form = StepThree(request.POST or None, sparring=concern.asks_only_for_sparring, initial=initial)
    answer = posted(request, form, lambda: _sent(request, concern, form.cleaned_data))
    more = {
        **_of(concern),
        "texts": queries.parts_of(concern),
        "kind_words": queries.kind_words(concern, queries.kinds_of(actor)),
        "told": told_words(concern.told, first, "din leder"),
        "child_first": first,
        "leader": queries.leader_of(actor, unit),
        "receiver": queries.expected_receiver(unit),
        "contact": queries.contact_words(request.actor),
    }
    return answer or _flow(request, "concerns/step_three.html", form, unit, more)


@door("concerns.receipt")
def receipt(request: Request, key: str) -> HttpResponse:
    """Without a name: who has it, their phone, when one hears back."""
    concern = _sent_concern(request, key)
    sending = concern.sending_rows.all()[0]
    context = {
        "concern": concern,
        "receiver": queries.receiver_of(concern.circle, sending.receiver),
        "answer_by": (last := answer_by(sending.written_at, queries.limits_of(request.actor))),
        "answer_words": by_words(last, clock.now()),
        "sending": sending,
        "helper": queries.helper_of(request.actor, concern.circle.unit),
        "doors": queries.acute_doors(request.actor),
        "doubt": concern.notified in {"doubt", "no"} and concern.notice_in_doubt,
    }
    return page(request, "concerns/receipt.html", context)


@door("concerns.reported")
def reported(request: Request, key: str) -> HttpResponse:
    """State in words, and the answers: nothing more (H-02)."""
    concern = queries.open_reported(request.actor, key)
    if not concern.sending_rows.all():
        return HttpResponseRedirect(_step("look" if queries.parts_of(concern) else "seen", concern))
    sending = concern.sending_rows.all()[0]
    context = {
        "concern": concern,
        "answers": sorted(concern.answer_rows.all(), key=lambda row: row.pk),
        "receiver": queries.receiver_of(concern.circle, sending.receiver),
        "answer_by": (last := answer_by(sending.written_at, queries.limits_of(request.actor))),
        "answer_words": by_words(last, clock.now()),
        "sending": sending,
        "kind_words": queries.kind_words(concern, queries.kinds_of(request.actor)),
    }
    return page(request, "concerns/reported.html", context)


@door("concerns.own_words")
def own_words(request: Request, key: str) -> HttpResponse:
    """The concern as it was told, for the one who told it; what came of it stays on the page before (H-02)."""
    concern = _sent_concern(request, key)
    first = queries.first_name(concern)
    context = {
        "concern": concern,
        "sending": concern.sending_rows.all()[0],
        "texts": queries.parts_of(concern),
        "kind_words": queries.kind_words(concern, queries.kinds_of(request.actor)),
        "told": told_words(concern.told, first, "din leder"),
        "child_first": first,
        "band": queries.room_band(concern.circle, draft=False),
    }
    return page(request, "concerns/own_words.html", context)


def _started(request: Request, facts: commands.DraftFacts) -> Any:
    purpose = queries.purpose_of(request.actor, "concern")
    return commands.start_concern(request.actor, _workplace(request), facts=facts, purpose=purpose)


def _written(request: Request, concern: Any, facts: commands.DraftFacts, then: str) -> str:
    commands.write_draft(request.actor, concern, facts=facts)
    return _files(concern) if then == "files" else _step(then, concern)


def _sent(request: Request, concern: Any, typed: dict[str, Any]) -> str:
    commands.send_concern(request.actor, concern, notified=typed.get("notified", ""), reachable=typed["reachable"])
    return reverse("concerns:receipt", args=[concern.key])


def _sent_concern(request: Request, key: str) -> Any:
    concern = queries.open_reported(request.actor, key)
    if not concern.sending_rows.all():
        raise Http404
    return concern


def _to_receipt(concern: Any) -> HttpResponse:
    """Whoever presses twice, or goes back after sending, is told that it is sent."""
    return HttpResponseRedirect(_step("receipt", concern))


def _assessed_by(request: Request) -> datetime:
    """When what is sent now is read at the latest: the same limit that the queue is held to."""
    return assess_by(clock.now(), State(), queries.limits_of(request.actor))


def _workplace(request: Request) -> Any:
    """Where one writes from; who has no workplace here has no such page."""
    places = queries.workplaces(request.actor)
    if not places:
        raise Http404
    return places[0]


def _step(name: str, concern: Any) -> str:
    return reverse(f"concerns:{name}", args=[concern.key])


def _files(concern: Any) -> str:
    """Where one puts a photo or a letter beside the draft, and comes back from to look it all through."""
    return f"{reverse('documents:files', args=[concern.circle.key])}?fra={_step('look', concern)}"


def _of(concern: Any) -> dict[str, Any]:
    return {"concern": concern, "key": concern.key, "band": queries.room_band(concern.circle, draft=True)}


def _flow(request: Request, template: str, form: Any, unit: Any, more: dict[str, Any]) -> HttpResponse:
    """A step with the help beside it; a form with something to say comes back with all that was typed."""
    context = {
        "form": form,
        "helper": queries.helper_of(request.actor, unit),
        "doors": queries.acute_doors(request.actor),
        **more,
    }
    return page(request, template, context, status=UNPROCESSABLE if form.is_bound and form.errors else 200)
