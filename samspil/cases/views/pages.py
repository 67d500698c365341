"""What one reads about cases."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse

from samspil.authority.capability import Can
from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.cases import commands, queries
from samspil.cases.forms import VoiceForm
from samspil.circles.rules import retention_words
from samspil.ui.page import page
from samspil.ui.shell import Entry

CHILD_WORDS = "child_words"
LONGEST_NUMBER = 6


@door("cases.list")
def case_list(request: Request) -> HttpResponse:
    closed = request.GET.get("vis") == "lukkede"
    orders = queries.orders(closed=closed)
    order = request.GET.get("orden", "")
    order = order if order in orders else next(iter(orders))
    number = _page_number(request.GET.get("side", ""))
    lines, more = queries.lines(request.actor, closed=closed, page=number, order=order, titled=True)
    if number > 1 and not lines:
        raise Http404
    context = {
        "lines": lines,
        "closed": closed,
        "filters": (Entry("Åbne", _list_at(), not closed), Entry("Lukkede", _list_at(vis="lukkede"), closed)),
        "order_words": orders[order].sentence,
        "orders": [
            Entry(one.label, _list_at(vis="lukkede" if closed else "", orden=word), word == order)
            for word, one in orders.items()
        ],
        "pages": [
            (label, _list_at(vis="lukkede" if closed else "", orden=order, side=str(beside)))
            for label, beside, there in (("De forrige", number - 1, number > 1), ("De næste", number + 1, more))
            if there
        ],
        "imports": not closed and request.actor.holds(Can.CASE_IMPORT),
    }
    return page(request, "cases/list.html", context)


def _list_at(**asked: str) -> str:
    told = urlencode({name: value for name, value in asked.items() if value})
    place = reverse("cases:list")
    return f"{place}?{told}" if told else place


def _page_number(text: str) -> int:
    """Beyond what a list can hold there is nothing to find; the database is not asked."""
    if not (text.isascii() and text.isdecimal()):
        return 1
    if len(text) > LONGEST_NUMBER:
        raise Http404
    return max(1, int(text))


@door("cases.case")
def case(request: Request, key: str) -> HttpResponse:
    found = queries.read_course(request.actor, key)
    course = queries.course_of(found)
    head = queries.head_of(found, course.lead, course.follow_up, "forloeb")
    only = request.GET.get("vis", "")
    context = {
        "case": found,
        "head": head,
        "course": course,
        "months": queries.months(request.actor, found, course, only),
        "filters": [
            Entry(label, f"?vis={name}" if name else f"/sager/{key}/", only == name) for name, label in queries.FILTERS
        ],
        "step": queries.next_step(found, head, course),
        "promises": queries.promises(course),
        "voice_missing": not course.child_words,
        "why_not_close": queries.closing_barred(found, course) if head.may_close and not head.closed else None,
        "retention": retention_words(found.circle, found.circle.category),
    }
    return page(request, "cases/case.html", context)


@door("cases.voice")
def voice(request: Request, key: str) -> HttpResponse:
    open_it = queries.open_case if request.method == "POST" else queries.read_case
    found = open_it(request.actor, key)
    form = VoiceForm(request.POST or None, initial={"listener": request.actor.name})

    def act() -> str:
        facts = {name: form.cleaned_data[name] for name in ("text", "listener", "happened_on", "necessity")}
        commands.add_note(request.actor, found, slot=CHILD_WORDS, **facts)
        messages.success(request, "Ordene er gemt.")
        return f"/sager/{key}/stemme/"

    if answer := posted(request, form, act):
        return answer
    head = queries.head_of(found, *queries.in_force(found), "stemme")
    notes = [(note, queries.may_correct(request.actor, note)) for note in queries.voice_of(found)]
    context = {"case": found, "head": head, "notes": notes, "form": form}
    return page(request, "cases/voice.html", context, status=status_of(form))


@door("cases.shared")
def shared(request: Request, key: str) -> HttpResponse:
    found = queries.read_case(request.actor, key)
    head = queries.head_of(found, *queries.in_force(found), "delt")
    rows = queries.register(request.actor, found)
    return page(request, "cases/shared.html", {"case": found, "head": head, "rows": rows})


def status_of(form: VoiceForm) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
