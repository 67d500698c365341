"""/log/: for the data protection officer, who is in no room."""

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.desk import commands
from samspil.desk.forms import JudgementForm, LookupForm
from samspil.desk.queries import officer
from samspil.desk.rules import log_words
from samspil.desk.views.log import number_of, turning
from samspil.lib import clock
from samspil.ui.page import page

LONGEST_SEARCH = 100


@door("desk.log")
@require_GET
def log(request: Request) -> HttpResponse:
    search = request.GET.get("navn", "").strip()[:LONGEST_SEARCH]
    context = {
        "search": search,
        "found": officer.colleagues(request.actor, search),
        "lookups": officer.lookups(request.actor),
        "checks": officer.spot_checks(request.actor),
    }
    return page(request, "desk/log/log.html", context)


@door("desk.look_up")
@require_http_methods(["GET", "POST"])
def look_up(request: Request, key: str) -> HttpResponse:
    office, colleague = officer.open_log(request.actor), officer.open_colleague(request.actor, key)
    form = LookupForm(request.POST or None)

    def act() -> str:
        made = commands.look_up(request.actor, office, colleague, reason=form.cleaned_data["reason"])
        return reverse("desk:lookup", args=[made])

    if answer := posted(request, form, act):
        return answer
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "desk/log/look_up.html", {"colleague": colleague, "form": form}, status=status)


@door("desk.lookup")
@require_GET
def lookup(request: Request, key: str) -> HttpResponse:
    found, number = officer.open_lookup(request.actor, key), number_of(request.GET)
    shown = officer.seen_by(request.actor, found, number)
    refused = officer.refused_to(request.actor, found) if number == 1 else []
    context = {"lookup": found, "shown": shown, "refused": refused, **turning(number, shown)}
    return page(request, "desk/log/lookup.html", context)


@door("desk.oddities")
@require_GET
def oddities(request: Request) -> HttpResponse:
    month = log_words.month_of(request.GET.get("maaned", ""), clock.today())
    before = log_words.month_before(month)
    context = {
        "found": officer.oddities(request.actor, month),
        "month": f"{month:%Y-%m}",
        "month_words": log_words.month_words(month),
        "before": f"?maaned={before:%Y-%m}",
        "before_words": log_words.month_words(before),
        "watch": request.actor.settings["log_watch"],
    }
    return page(request, "desk/log/oddities.html", context)


@door("desk.judgement")
@require_http_methods(["GET", "POST"])
def judgement(request: Request, pattern: str, month: str, key: str) -> HttpResponse:
    office, first = officer.open_log(request.actor), _month(month)
    oddity = officer.open_oddity(request.actor, pattern, first, key)
    form = JudgementForm(request.POST or None, initial={"verdict": oddity.verdict})

    def act() -> str:
        facts = {name: form.cleaned_data[name] for name in ("verdict", "text")}
        commands.judge(request.actor, office, oddity, month=first, **facts)
        messages.success(request, "Din vurdering er gemt.")
        return f"{reverse('desk:oddities')}?maaned={month}"

    if answer := posted(request, form, act):
        return answer
    context = {"oddity": oddity, "form": form, "month": month, "month_words": log_words.month_words(first)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return page(request, "desk/log/judgement.html", context, status=status)


def _month(text: str) -> date:
    found = log_words.month_of(text, clock.today())
    if f"{found:%Y-%m}" != text:
        raise Http404
    return found
