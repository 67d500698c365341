"""What one does with a case: each act is a page of its own with one form and one button."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse

from samspil.authority.capability import Can
from samspil.authority.command import describe
from samspil.authority.doors import door
from samspil.authority.errors import NotAllowed
from samspil.authority.posting import posted
from samspil.authority.relation import may
from samspil.authority.request import Request
from samspil.cases import commands, forms, queries, rules
from samspil.documents.queries import files_to_bring
from samspil.lib import clock, danish_dates
from samspil.lib.excerpts import MINIMUM
from samspil.organisation.queries import why_shared
from samspil.ui.forms import SamspilForm, days_read
from samspil.ui.page import page


@dataclass(frozen=True)
class Words:
    title: str
    button: str
    lead: str = ""
    done: str = "Gemt."


def _act(
    request: Request,
    key: str,
    form: SamspilForm,
    words: Words | Callable[[queries.Case], Words],
    act: Callable[[queries.Case], object],
    *,
    hold: Callable[[Request, queries.Case], None],
) -> HttpResponse:
    """Carry out the act and go back to the case, or show its form in the case's own frame.

    Whoever reads the case and may not act so finds no such page, rather than a button that does nothing.
    """
    found = queries.open_case(request.actor, key)
    hold(request, found)
    told = words(found) if callable(words) else words

    def carry_out() -> str:
        act(found)
        messages.success(request, days_read(form) or told.done)
        return f"/sager/{key}/"

    if answer := posted(request, form, carry_out):
        return answer
    context = {"case": found, "form": form, "words": told, "back": f"/sager/{key}/", "band": queries.band_of(found)}
    return page(
        request, "cases/act.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    )


def _hold_to(can: Can, subject: Any) -> None:
    if not may(can, subject.circle_id):
        raise NotAllowed(f"cases.{can}", subject.circle_id, describe(subject))


def _to(can: Can) -> Callable[[Request, queries.Case], None]:
    return lambda _request, found: _hold_to(can, found)


def _hold_to_lead(request: Request, found: queries.Case) -> None:
    if not queries.follows_up(request.actor, found):
        raise NotAllowed(f"cases.{Can.CASE_WRITE}", found.circle_id, describe(found))


@door("cases.opening")
def opening(request: Request, key: str) -> HttpResponse:
    submission = queries.open_submission(request.actor, key)
    _hold_to(Can.CASE_OPEN, submission)
    form = forms.OpeningForm(
        request.POST or None,
        levels=rules.levels(request.actor.settings),
        bases=queries.bases(request.actor),
        brought=submission.brought,
        files=files_to_bring(submission.circle),
        initial={
            "basis": submission.circle.basis,
            "along": [MINIMUM],
            "reason": submission.reason,
            "necessity": why_shared(request.actor.settings, "follow_up"),
        },
    )

    lead = "En sag får sit eget fortrolige rum. Her følger I op, til det er gjort."
    words = Words("Åbn en sag", "Åbn sagen", lead, "Sagen er åbnet.")

    def act() -> str:
        names = ("problem", "reason", "basis", "necessity")
        facts = {name: form.cleaned_data[name] for name in names}
        along, copies = (tuple(form.cleaned_data.get(name, ())) for name in ("along", "copies"))
        more = {"level": form.cleaned_data.get("level", ""), "along": along, "files": copies}
        asked = commands.Opening(**more, **facts)
        opened = commands.open_case(request.actor, submission, opening=asked)
        messages.success(request, words.done)
        return f"/sager/{opened.key}/"

    if answer := posted(request, form, act):
        return answer
    context = {"form": form, "words": words, "back": "/moeder/", "band": queries.band_of(submission)}
    return page(
        request, "cases/opening.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    )


@door("cases.note")
def note(request: Request, key: str) -> HttpResponse:
    form = forms.NoteForm(request.POST or None, initial={"happened_on": "i dag"})
    lead = "Noten står i forløbet. Alle i sagens rum kan læse den."
    words = Words("Skriv en note", "Gem noten", lead, "Noten er gemt.")

    def act(case: queries.Case) -> object:
        names = ("text", "happened_on", "necessity")
        return commands.add_note(request.actor, case, slot="entry", **{name: form.cleaned_data[name] for name in names})

    return _act(request, key, form, words, act, hold=_to(Can.NOTE_WRITE))


@door("cases.note_correction")
def correction(request: Request, key: str, thread: str, version: int) -> HttpResponse:
    case = queries.open_case(request.actor, key)
    standing = queries.open_own_note(request.actor, case, thread, version)
    standing.case = case
    form = forms.CorrectionForm(request.POST or None, initial={"text": standing.text})
    when = danish_dates.moment(standing.written_at, clock.today())
    lead = f"Du skrev noten {when}. Det, der stod før, kan stadig læses. Der står, at det er rettet."
    words = Words("Ret noten", "Gem rettelsen", lead, "Rettelsen er gemt.")

    def act(_: queries.Case) -> object:
        return commands.correct_note(request.actor, standing, text=form.cleaned_data["text"])

    return _act(request, key, form, words, act, hold=_to(Can.NOTE_WRITE))


@door("cases.lead")
def lead(request: Request, key: str) -> HttpResponse:
    choices = queries.tenure_choices(queries.open_case(request.actor, key))
    form = forms.LeadForm(request.POST or None, tenures=choices)
    lead = "Tovholderen sørger for, at det aftalte sker, og at I følger op."
    words = Words("Hvem er tovholder?", "Gem", lead, "Tovholderen er valgt.")

    def act(case: queries.Case) -> object:
        return commands.appoint_lead(request.actor, case, tenure_id=int(form.cleaned_data["tenure"]))

    return _act(request, key, form, words, act, hold=_to(Can.CASE_CLOSE))


@door("cases.follow_up")
def follow_up(request: Request, key: str) -> HttpResponse:
    form = forms.FollowUpForm(request.POST or None)

    def words(case: queries.Case) -> Words:
        title = "Flyt opfølgningen" if case.due else "Aftal opfølgning"
        return Words(title, "Gem dagen", "Dagen kommer til at stå hos tovholderen.")

    def act(case: queries.Case) -> object:
        return commands.set_follow_up(request.actor, case, due=form.cleaned_data["due"])

    return _act(request, key, form, words, act, hold=_hold_to_lead)


@door("cases.follow_up_held")
def follow_up_held(request: Request, key: str) -> HttpResponse:
    form = forms.HeldForm(request.POST or None)
    lead = "Så er opfølgningen holdt, og det står i forløbet."
    words = Words("Skriv, hvordan det gik", "Gem", lead, "Gemt. Det står i forløbet.")

    def act(case: queries.Case) -> object:
        commands.hold_follow_up(request.actor, case, words=form.cleaned_data["words"])
        due = form.cleaned_data["next_due"]
        return commands.set_follow_up(request.actor, case, due=due) if due else None

    return _act(request, key, form, words, act, hold=_hold_to_lead)


@door("cases.meeting")
def meeting(request: Request, key: str) -> HttpResponse:
    form = forms.BringForm(request.POST or None, bodies=queries.bodies(request.actor))
    lead = "Sagen kommer på det næste møde i den lukkede del."
    words = Words("Tag sagen med på et møde", "Sæt på dagsordenen", lead, "Sagen kommer på det næste møde.")

    def act(case: queries.Case) -> object:
        body = queries.open_body(request.actor, form.cleaned_data["body"])
        reasons = {name: form.cleaned_data[name] for name in ("reason", "necessity")}
        return commands.bring_to_meeting(request.actor, case, body=body, **reasons)

    return _act(request, key, form, words, act, hold=_to(Can.ITEM_OPEN))


@door("cases.closure")
def closure(request: Request, key: str) -> HttpResponse:
    days = rules.reading_days(request.actor.settings)
    form = forms.ClosingForm(request.POST or None, reasons=rules.closing_reasons(request.actor.settings))
    lead = f"I kan alle læse sagen i {days} dage endnu. Så lukker døren."
    words = Words("Luk sagen", "Luk sagen", lead, "Sagen er lukket.")

    def act(case: queries.Case) -> object:
        reasons = {name: form.cleaned_data[name] for name in ("reason", "words")}
        return commands.close_case(request.actor, case, **reasons)

    return _act(request, key, form, words, act, hold=_to(Can.CASE_CLOSE))


@door("cases.reopening")
def reopening(request: Request, key: str) -> HttpResponse:
    form = forms.ReopeningForm(request.POST or None)
    lead = "De, der er gået ud af rummet, kommer ikke med ind igen af sig selv."
    words = Words("Åbn sagen igen", "Åbn sagen", lead, "Sagen er åben igen.")

    def act(case: queries.Case) -> object:
        return commands.reopen_case(request.actor, case, words=form.cleaned_data["words"])

    return _act(request, key, form, words, act, hold=_to(Can.CASE_CLOSE))
