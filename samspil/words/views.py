"""The messages of a room: the list with a box to write in, and one message with its answers."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse

from samspil.authority.command import describe
from samspil.authority.doors import door
from samspil.authority.errors import NotAllowed
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.circles.queries.pages import band as known_band
from samspil.ui.forms import SamspilForm
from samspil.ui.page import page, wants_part
from samspil.ui.parts import Band
from samspil.words import commands, queries, rules
from samspil.words.forms import AnswerForm, WordForm

LATEST = 3
"""So many stand on the page of the matter itself."""


@door("words.words")
def words(request: Request, key: str) -> HttpResponse:
    """The whole page, or the latest alone for the page of the matter."""
    if wants_part(request):
        return _latest(request, key)
    room = queries.open_room(request.actor, key)
    if request.method == "POST" and not room.writes:
        raise NotAllowed("words.send_word", room.circle.pk, describe(room.circle))
    form = WordForm(request.POST or None, people=queries.choices(room))

    def act() -> str:
        facts = {name: form.cleaned_data[name] for name in ("text", "wants_answer")}
        to = [int(one) for one in form.cleaned_data["to"]]
        commands.send_word(request.actor, room.circle, to=to, **facts)
        messages.success(request, "Beskeden er sendt.")
        return reverse("words:words", args=[key])

    if answer := posted(request, form, act):
        return answer
    context = {
        **_frame(request, room),
        "form": form,
        "rows": queries.told_in(request.actor, room),
        "why_not": rules.why_not_write(closed=room.closed),
        "nobody": not queries.choices(room),
    }
    return page(request, "words/words.html", context, status=_status(form))


@door("words.word")
def word(request: Request, key: str, word_key: str) -> HttpResponse:
    """One message; whoever it waits for answers here."""
    room = queries.open_room(request.actor, key)
    row = queries.open_word(room, word_key)
    told = queries.told_of(request.actor, row)
    asked = told.waits and room.writes and not room.closed
    if request.method == "POST" and not (told.mine and room.writes):
        raise NotAllowed("words.answer_word", room.circle.pk, describe(row))
    form = AnswerForm(request.POST or None, asked=told.wants_answer)

    def act() -> str:
        commands.answer_word(request.actor, row, text=form.cleaned_data.get("text", ""))
        messages.success(request, "Dit svar er sendt." if form.cleaned_data.get("text") else "Det er noteret.")
        return reverse("words:word", args=[key, word_key])

    if answer := posted(request, form, act):
        return answer
    context = {**_frame(request, room), "form": form, "row": told, "asked": asked}
    return page(request, "words/word.html", context, status=_status(form))


def _latest(request: Request, key: str) -> HttpResponse:
    """Whoever reads the page of the matter and no messages there is told so."""
    try:
        room = queries.open_room(request.actor, key)
    except Http404:
        return page(request, "words/parts/none.html")
    rows = queries.told_in(request.actor, room, LATEST + 1)
    context = {"room": room.circle, "rows": rows[:LATEST], "more": len(rows) > LATEST}
    return page(request, "words/parts/short.html", {**context, "may_write": room.writes and not room.closed})


def _frame(request: Request, room: queries.Room) -> dict[str, Any]:
    known = known_band(room.circle, room.holders)
    band = Band(known.title, known.people, known.href, f"du er {known.because}")
    place = queries.place_of(request.actor, room.circle)
    return {"room": room.circle, "may_write": room.writes, "band": band, "place": place}


def _status(form: SamspilForm) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else HTTPStatus.OK
