"""A meeting that lies is moved or cancelled; a school year's meetings are laid in one act."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.lib import clock, danish_dates
from samspil.lib.working_days import SchoolYear
from samspil.meetings.commands.moving import cancel_meeting, move_meeting
from samspil.meetings.commands.planning import Plan, odd_ones, plan_year
from samspil.meetings.forms import CancelForm, MoveForm, YearForm
from samspil.meetings.queries import lists
from samspil.meetings.queries.agenda import open_meeting
from samspil.meetings.queries.year import Offer, Proposal, offer, years_ahead
from samspil.meetings.views.meeting import address_of
from samspil.ui.page import page


@door("meetings.move_meeting")
@require_http_methods(["GET", "POST"])
def move(request: Request, key: str) -> HttpResponse:
    meeting = _led(request, key)
    called = meeting.convened_at is not None
    form = MoveForm(request.POST or None, called=called, initial=_as_it_is(meeting))

    def act() -> str:
        told = form.cleaned_data
        facts = {"place": told["place"], "about": told["subject"], "reason": told.get("reason", "")}
        moved = move_meeting(
            request.actor, meeting, starts_at=form.instant("starts"), ends_at=form.instant("ends"), **facts
        )
        messages.success(request, "Mødet er flyttet." if moved else "Mødet er rettet.")
        return address_of(key)

    context = {"form": form, "meeting": meeting}
    return posted(request, form, act) or page(
        request, "meetings/move.html", context, status=422 if form.errors else 200
    )


@door("meetings.cancel")
@require_http_methods(["GET", "POST"])
def cancel(request: Request, key: str) -> HttpResponse:
    meeting = _led(request, key)
    form = CancelForm(request.POST or None)

    def act() -> str:
        cancel_meeting(request.actor, meeting, reason=form.cleaned_data["reason"])
        messages.success(request, "Mødet er aflyst. Punkterne kommer på det næste møde.")
        return address_of(key)

    context = {"form": form, "meeting": meeting}
    return posted(request, form, act) or page(
        request, "meetings/cancel.html", context, status=422 if form.errors else 200
    )


@door("meetings.year")
@require_http_methods(["GET", "POST"])
def year(request: Request) -> HttpResponse:
    """`organ` and `aar` in the address say whose and which; the form is the proposal, to be changed and confirmed."""
    bodies = lists.bodies_to_convene(request.actor)
    if not bodies:
        raise Http404
    years, whose = years_ahead(), _whose(request.GET.get("organ", ""), bodies)
    chosen = next((one for one in years if str(one.start) == request.GET.get("aar", "")), _better(years))
    offered = offer(whose, chosen, request.actor.settings)
    form = _year_form(request, offered)

    def act() -> str:
        plans = _plans(request, form, offered)
        plan_year(request.actor, plans, seen=form.agreed)
        words = danish_dates.counted(len(plans), "møde er lagt", "møder er lagt")
        messages.success(request, f"{words}. Ingen er indkaldt endnu.")
        return f"{reverse('meetings:month')}?maaned={plans[0].starts_at:%Y-%m}"

    answer = posted(request, form, act)
    odd = _odd(request, form, offered) if hasattr(request, "refused") else ""
    context = {
        "form": form,
        "parts": _parts(form, offered, clashing=bool(odd)),
        "chosen": sum(1 for one in form.numbers if form.told(f"keep_{one}")),
        "whose": whose,
        "bodies": bodies,
        "years": years,
        "offered": offered,
        "odd": odd,
    }
    return answer or page(request, "meetings/year.html", context, status=422 if form.errors else 200)


ALL = "alle"


def _whose(asked: str, bodies: list[Any]) -> list[Any]:
    return bodies if asked == ALL else [next((one for one in bodies if one.key == asked), bodies[0])]


def _year_form(request: Request, offered: Offer) -> YearForm:
    """One body's hours and place stand in the boxes; of several, each keeps its own where nothing is typed."""
    first, rows = offered.proposals[0], [(body.key, day) for body, day in offered.rows]
    if len(offered.proposals) > 1:
        usual = {one.body.key: (one.starts, one.ends) for one in offered.proposals}
        return YearForm(request.POST or None, rows=rows, usual=usual)
    initial = {"starts": first.starts, "ends": first.ends, "place": first.place}
    return YearForm(request.POST or None, rows=rows, initial=initial)


def _odd(request: Request, form: YearForm, offered: Offer) -> str:
    """What the tick would be about, as the form stands now."""
    clashing, days_off = odd_ones(_plans(request, form, offered))
    # A tick holds for what stood there when it was set.
    form.data = {name: form.data[name] for name in form.data if name != "anyway"}
    return " ".join(sorted(clashing | days_off))


def _plans(request: Request, form: YearForm, offered: Offer) -> list[Plan]:
    """By the body that each row names; a form of one body alone need not."""
    only = offered.proposals[0].body.key
    usual = {one.body.key: one.place for one in offered.proposals if len(offered.proposals) > 1}
    circles = {key: lists.body_to_convene(request.actor, key) for key in {key or only for key, _, _ in form.meetings}}
    place = form.cleaned_data["place"]
    return [
        Plan(circles[key or only], starts, ends, place or usual.get(key or only, ""))
        for key, starts, ends in form.meetings
    ]


def _parts(form: YearForm, offered: Offer, *, clashing: bool) -> list[dict[str, Any]]:
    """Each body's rows by month. What is known of a chosen day is told once something was refused for it."""
    bodies = {one.body.key: one.body for one in offered.proposals}
    only = offered.proposals[0].body
    told = {one: (bodies.get(form.told(f"organ_{one}") or "", only), form.told(f"day_{one}")) for one in form.numbers}
    kept = {one for one in form.numbers if form.told(f"keep_{one}")}
    days = [row for one, row in told.items() if row[1] and one in kept]
    found: dict[str, list[tuple[date | None, dict[str, Any]]]] = {}
    for one, (body, day) in told.items():
        row: dict[str, Any] = {"keep": form[f"keep_{one}"], "day": form[f"day_{one}"], "organ": form[f"organ_{one}"]}
        row["notes"] = offered.notes(body, day, days) if clashing and day and one in kept else []
        found.setdefault(body.key, []).append((day, row))
    usual = {one.body.key: _span(one) for one in offered.proposals}
    return [_part(bodies[key], rows, usual[key], is_first=key == next(iter(found))) for key, rows in found.items()]


def _part(body: Any, rows: list[tuple[date | None, dict[str, Any]]], usual: str, *, is_first: bool) -> dict[str, Any]:
    """A body that has something to mend stands unfolded, and the first one; with one day a month no month folds."""
    months: dict[str, list[dict[str, Any]]] = {}
    for day, row in rows:
        months.setdefault(_month(day), []).append(row)
    faulty = any(row["notes"] or row["keep"].errors or row["day"].errors for _, row in rows)
    several = any(len(days) > 1 for days in months.values())
    told = {"body": body, "number": len(rows), "usual": usual}
    return {**told, "months": months, "folds": several, "open": is_first or faulty}


def _month(day: date | None) -> str:
    return f"{danish_dates.MONTHS[day.month - 1].capitalize()} {day.year}" if day else "Uden dag"


def _span(one: Proposal) -> str:
    return f"Plejer at mødes kl. {one.starts:%H.%M}–{one.ends:%H.%M}." if one.starts and one.ends else ""


def _led(request: Request, key: str) -> Any:
    """A meeting that the reader convenes; anybody else finds nothing."""
    meeting = open_meeting(request.actor, key)
    if not meeting.convenes:
        raise Http404
    return meeting


def _as_it_is(meeting: Any) -> dict[str, Any]:
    starts, ends = clock.in_copenhagen(meeting.starts_at), clock.in_copenhagen(meeting.ends_at)
    facts = {"place": meeting.place, "subject": meeting.subject}
    return {"day": starts.date(), "starts": starts.time(), "ends": ends.time(), **facts}


def _better(years: tuple[SchoolYear, SchoolYear]) -> SchoolYear:
    """Near its end, the next year is the one to lay."""
    this, following = years
    return this if (this.last - clock.today()).days > SPRING else following


SPRING = 90
