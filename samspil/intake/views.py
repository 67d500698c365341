"""Three steps without anything kept between them: the file, its lines, and the one act that brings them in."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from samspil.authority.doors import door
from samspil.authority.errors import Refusal
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.intake import commands, exports, queries, rules
from samspil.intake.forms import FileForm, LinesForm
from samspil.lib.table_intake import TableError, take_in
from samspil.ui.page import page
from samspil.ui.parts import Band

SENTENCE = "Så mange får adgang, når du henter linjerne. Lige nu ser kun du dem."
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@door("intake.file")
@require_safe
def file(request: Request) -> HttpResponse:
    return _file_page(request, FileForm(bodies=_bodies(_places(request))))


@door("intake.lines")
@require_POST
def lines(request: Request) -> HttpResponse:
    """The dry run: what each line would become. Nothing is written, and the file is gone with the answer."""
    found = _places(request)
    form = FileForm(request.POST, request.FILES, bodies=_bodies(found))
    if not form.is_valid():
        return _file_page(request, form)
    circle = next(one for one in found if one.body.key == form.cleaned_data["body"])
    try:
        carried = rules.carried_of(take_in(form.cleaned_data["file"].chunks()))
        seen = commands.look_over(request.actor, circle, carried)
    except TableError as error:
        form.add_error("file", str(error))
        return _file_page(request, form)
    except Refusal as refusal:
        request.refused = refusal
        form.add_error("file", refusal.sentence)
        return _file_page(request, form)
    first = {"body": circle.body.key, "lines": rules.carried_text(carried)}
    return _lines_page(request, _lines_form(request, seen, initial=first))


@door("intake.cases")
@require_POST
def cases(request: Request) -> HttpResponse:
    """The one act: the chosen lines, all or none."""
    found = _places(request)
    circle = next((one for one in found if one.body.key == request.POST.get("body")), None)
    try:
        carried = rules.read_carried(request.POST.get("lines", ""))
    except ValueError as error:
        return _broken(request, found, str(error))
    if circle is None:
        return _broken(request, found, rules.BROKEN)
    try:
        seen = commands.look_over(request.actor, circle, carried)
    except Refusal as refusal:
        request.refused = refusal
        return _broken(request, found, refusal.sentence)
    form = _lines_form(request, seen, request.POST)

    def act() -> str:
        taken, here = _chosen(request, form), _here(form)
        necessity = form.cleaned_data.get("necessity", "")
        commands.bring_in(request.actor, circle, chosen=taken, necessity=necessity, here=here)
        promised = len(here) + sum(len(one.promises) for one in taken)
        messages.success(request, rules.brought_words(len(taken), promised, form.left_behind))
        return reverse("cases:list")

    return posted(request, form, act) or _lines_page(request, form)


@door("intake.template")
@require_safe
def template(request: Request, sheet: str, ending: str) -> HttpResponse:
    _places(request)
    made = exports.template(sheet, ending)
    if made is None:
        raise Http404
    response = HttpResponse(made.data, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response


def _places(request: Request) -> list[queries.Circle]:
    """Whoever may bring cases in nowhere finds none of these pages."""
    found = queries.places(request.actor)
    if not found:
        raise Http404
    return found


def _bodies(found: list[queries.Circle]) -> list[tuple[str, str]]:
    return [(circle.body.key, circle.body.name) for circle in found]


def _file_page(request: Request, form: FileForm) -> HttpResponse:
    context = {"form": form, "sheets": (rules.CASES, rules.COMMITMENTS), "most": rules.MOST_CASES}
    return page(request, "intake/file.html", context, status=UNPROCESSABLE if form.errors else HTTPStatus.OK)


def _broken(request: Request, found: list[queries.Circle], sentence: str) -> HttpResponse:
    """What came back is not what was sent: begin again with the file."""
    form = FileForm({}, bodies=_bodies(found))
    form.errors.clear()
    form.add_error(None, sentence)
    return _file_page(request, form)


def _lines_form(request: Request, seen: queries.Seen, typed: Any = None, **options: Any) -> LinesForm:
    kept = queries.categories(request.actor)
    categories = [(one.slug, rules.kept_words(one.name, one.days, one.starts)) for one in kept]
    return LinesForm(typed, seen=seen, bases=queries.bases(request.actor), categories=categories, **options)


def _lines_page(request: Request, form: LinesForm) -> HttpResponse:
    known = form.seen.band
    shown = Band(known.title, known.people, known.href, sentence=SENTENCE)
    context = {"form": form, "seen": form.seen, "band": shown}
    return page(request, "intake/lines.html", context, status=UNPROCESSABLE if form.errors else HTTPStatus.OK)


def _chosen(request: Request, form: LinesForm) -> list[commands.Chosen]:
    categories = {one.slug: one for one in queries.categories(request.actor)}
    promises = form.taken(form.seen.commitments, "out-promise")
    return [
        commands.Chosen(
            one.line,
            one.school,
            one.lead.tenure_id if one.lead else None,
            form.chosen("basis", one.line.number),
            categories[form.chosen("category", one.line.number)],
            tuple(
                commands.Promised(other.line, other.who.tenure_id)
                for other in promises
                if other.case_number == one.line.number
            ),
        )
        for one in form.taken(form.seen.cases, "out")
    ]


def _here(form: LinesForm) -> list[commands.PromisedHere]:
    """Those whose case does not come along because it is here."""
    numbers = {one.line.number for one in form.taken(form.seen.cases, "out")}
    taken = form.taken(form.seen.commitments, "out-promise")
    return [
        commands.PromisedHere(one.matter, commands.Promised(one.line, one.who.tenure_id))
        for one in taken
        if one.case_number not in numbers
    ]
