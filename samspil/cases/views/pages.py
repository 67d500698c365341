"""What one reads about cases."""

from http import HTTPStatus

from django.http import HttpResponse

from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.cases import commands, queries
from samspil.cases.forms import VoiceForm
from samspil.circles.rules import retention_words
from samspil.ui.page import page
from samspil.ui.shell import Entry

CHILD_WORDS = "child_words"


@door("cases.list")
def case_list(request: Request) -> HttpResponse:
    closed = request.GET.get("vis") == "lukkede"
    number = int(request.GET["side"]) if request.GET.get("side", "").isdecimal() and request.GET["side"] != "0" else 1
    lines, more = queries.lines(request.actor, closed=closed, page=number)
    filters = (Entry("Åbne", "/sager/", not closed), Entry("Lukkede", "/sager/?vis=lukkede", closed))
    earlier, later = number - 1, number + 1 if more else 0
    context = {"lines": lines, "closed": closed, "filters": filters, "earlier": earlier, "later": later}
    return page(request, "cases/list.html", context)


@door("cases.case")
def case(request: Request, key: str) -> HttpResponse:
    found = queries.open_case(request.actor, key)
    course = queries.course_of(found)
    head = queries.head_of(found, course.lead, course.follow_up, "forloeb")
    only = request.GET.get("vis", "")
    context = {
        "case": found,
        "head": head,
        "course": course,
        "months": queries.months(found, course, only),
        "filters": [
            Entry(label, f"?vis={name}" if name else f"/sager/{key}/", only == name) for name, label in queries.FILTERS
        ],
        "step": queries.next_step(found, head, course),
        "promises": queries.promises(course),
        "voice_missing": not course.child_words,
        "why_not_close": queries.what_bars_closing(found) if head.may_close and not head.closed else None,
        "retention": retention_words(found.circle, found.circle.category),
    }
    return page(request, "cases/case.html", context)


@door("cases.voice")
def voice(request: Request, key: str) -> HttpResponse:
    found = queries.open_case(request.actor, key)
    form = VoiceForm(request.POST or None, initial={"listener": request.actor.name})

    def act() -> str:
        facts = {name: form.cleaned_data[name] for name in ("text", "listener", "happened_on", "necessity")}
        commands.add_note(request.actor, found, slot=CHILD_WORDS, **facts)
        return f"/sager/{key}/stemme/"

    if answer := posted(request, form, act):
        return answer
    head = queries.head_of(found, *queries.in_force(found), "stemme")
    context = {"case": found, "head": head, "notes": queries.voice_of(found), "form": form}
    return page(request, "cases/voice.html", context, status=status_of(form))


@door("cases.shared")
def shared(request: Request, key: str) -> HttpResponse:
    found = queries.open_case(request.actor, key)
    head = queries.head_of(found, *queries.in_force(found), "delt")
    rows = queries.register(request.actor, found)
    return page(request, "cases/shared.html", {"case": found, "head": head, "rows": rows})


def status_of(form: VoiceForm) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
