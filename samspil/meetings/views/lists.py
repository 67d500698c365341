"""My meetings: as a list, as a month, a new one, and the address for one's own calendar."""

import secrets
from datetime import date, timedelta

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.lib import clock
from samspil.meetings.commands.agenda import build_agenda
from samspil.meetings.commands.calendar import close_calendar, open_calendar
from samspil.meetings.commands.planning import plan_meeting
from samspil.meetings.forms import PlanForm, PressedForm
from samspil.meetings.queries import lists, months
from samspil.meetings.rules import DEFAULT_MINUTES
from samspil.ui.forms import new_form_key
from samspil.ui.page import page

WEEK = timedelta(days=7)
AHEAD = 26 * WEEK
MOST_YEARS = 50
"""The months of these years to either side can be looked up."""


@door("meetings.list")
@require_safe
def meetings(request: Request) -> HttpResponse:
    today = clock.today()
    first = months.next_month(today.replace(day=1))
    start = min(today - lists.LOOK_BACK, today.replace(day=1))
    rows = lists.with_bring(request.actor, lists.my_meetings(request.actor, start, today + AHEAD))
    month = months.month(today.replace(day=1), [row for row in rows if row.day < first], request.actor.settings)
    calls = [row for row in rows if row.awaits_answer]
    parts = [part for part in _parts([row for row in rows if not row.awaits_answer], today) if part["rows"]]
    context = {
        "calls": calls,
        "parts": parts,
        "month": month,
        "may_convene": bool(lists.bodies_to_convene(request.actor)),
        "fresh_key": new_form_key,
        "is_empty": not calls and not parts,
    }
    return page(request, "meetings/list.html", context)


@door("meetings.month")
@require_safe
def month(request: Request) -> HttpResponse:
    first = _month_asked(request.GET.get("maaned", ""))
    rows = lists.my_meetings(request.actor, first, months.next_month(first))
    return page(request, "meetings/month.html", {"month": months.month(first, rows, request.actor.settings)})


@door("meetings.plan")
@require_http_methods(["GET", "POST"])
def plan(request: Request) -> HttpResponse:
    bodies = lists.bodies_to_convene(request.actor)
    initial = {"body": request.GET.get("organ", "")}
    form = PlanForm(request.POST or None, bodies=[(body.key, body.name) for body in bodies], initial=initial)
    answer = posted(request, form, lambda: _planned(request, form))
    if answer:
        return answer
    context = {"form": form, "minutes": DEFAULT_MINUTES, "has_bodies": bool(bodies)}
    return page(request, "meetings/plan.html", context, status=422 if form.errors else 200)


@door("meetings.calendar_link")
@require_http_methods(["GET", "POST"])
def calendar_link(request: Request) -> HttpResponse:
    """The address is shown once, when it is made; afterwards only that there is one."""
    form = PressedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if "close" in request.POST:
            close_calendar(request.actor)
            closed = {"since": None, "fresh_key": new_form_key, "closed": True}
            return page(request, "meetings/calendar_link.html", closed)
        secret = secrets.token_urlsafe(32)
        open_calendar(request.actor, secret)
        address = settings.SITE_ADDRESS + reverse("meetings:feed", args=[secret])
        context = {"address": address, "since": lists.calendar_since(), "fresh_key": new_form_key}
        return page(request, "meetings/calendar_link.html", context)
    return page(request, "meetings/calendar_link.html", {"since": lists.calendar_since(), "fresh_key": new_form_key})


def _planned(request: Request, form: PlanForm) -> str:
    told = form.cleaned_data
    circle = lists.body_to_convene(request.actor, told["body"])
    meeting = plan_meeting(
        request.actor,
        circle,
        starts_at=form.instant("starts"),
        ends_at=form.instant("ends"),
        place=told["place"],
        occasion=told["occasion"],
        about=told["subject"],
    )
    build_agenda(request.actor, meeting)
    return reverse("meetings:meeting", args=[meeting.key])


def _parts(rows: list[lists.MeetingRow], today: date) -> list[dict[str, object]]:
    """This week, next week, later; before all what still lacks its minutes."""
    monday = today - timedelta(days=today.weekday())
    this = [row for row in rows if monday <= row.day < monday + WEEK or (row.day < monday and row.lacks_minutes)]
    following = [row for row in rows if monday + WEEK <= row.day < monday + 2 * WEEK]
    later = [row for row in rows if row.day >= monday + 2 * WEEK]
    return [
        {"id": "uge", "title": "Denne uge", "week": monday.isocalendar().week, "rows": this},
        {"id": "naeste", "title": "Næste uge", "week": (monday + WEEK).isocalendar().week, "rows": following},
        {"id": "senere", "title": "Senere", "week": None, "rows": later},
    ]


def _month_asked(text: str) -> date:
    """The month of the address; this month where the address has none, or one that no calendar of meetings reaches."""
    this = clock.today().replace(day=1)
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return this
    return first if abs(first.year - this.year) <= MOST_YEARS else this
