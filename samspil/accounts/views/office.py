"""/konti/: the people of the municipality, with and without an account. Nothing here knows of a matter."""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samspil.accounts import commands, queries
from samspil.accounts.forms import ActForm, ReasonForm
from samspil.accounts.links import DAYS
from samspil.accounts.rules import Colleague
from samspil.authority.actor import Actor
from samspil.authority.doors import door
from samspil.authority.posting import posted
from samspil.authority.request import Request
from samspil.ui.page import page
from samspil.ui.shell import Entry

LONGEST_NUMBER = 5


@door("accounts.list")
@require_GET
def people(request: Request) -> HttpResponse:
    office = queries.open_office(request.actor)
    wanted = _wanted(request.GET)
    found, more = queries.colleagues(request.actor, office, wanted)
    whole = not (wanted.search or wanted.letter or wanted.uninvited)
    context = {
        "office": office,
        "people": found,
        "wanted": wanted,
        "shown": [
            Entry("Alle", "/konti/", not wanted.uninvited),
            Entry("Uden konto", "/konti/?vis=uden", wanted.uninvited),
        ],
        "letters": _letters(request, office, wanted) if more or wanted.number > 1 or wanted.letter else (),
        "earlier": _at_page(wanted, wanted.number - 1) if wanted.number > 1 else "",
        "later": _at_page(wanted, wanted.number + 1) if more else "",
        "all_have": queries.all_have_accounts(request.actor, office) and whole,
        "lacks_factor": any(one.lacks_factor for one in found),
        "act_form": ActForm(),
    }
    return page(request, "accounts/people.html", context)


def _wanted(asked: QueryDict) -> queries.Wanted:
    letter, number = asked.get("bogstav", "")[:1].upper(), asked.get("side", "")
    return queries.Wanted(
        search=asked.get("navn", "")[:100],
        letter=letter if letter in queries.LETTERS else "",
        uninvited=asked.get("vis") == "uden",
        number=max(1, int(number)) if number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER else 1,
    )


def _letters(request: Request, office: queries.Office, wanted: queries.Wanted) -> list[Entry]:
    """All of them, so that they stand still; those that nobody's name begins with lead nowhere."""
    begun = queries.letters_in(request.actor, office, uninvited=wanted.uninvited)
    return [
        Entry(one, _at_page(replace(wanted, letter=one), 1) if one in begun else "", one == wanted.letter)
        for one in queries.LETTERS
    ]


def _at_page(wanted: queries.Wanted, number: int) -> str:
    facts = {
        "navn": wanted.search,
        "bogstav": wanted.letter,
        "vis": "uden" if wanted.uninvited else "",
        "side": str(number) if number > 1 else "",
    }
    return f"/konti/?{urlencode({name: value for name, value in facts.items() if value})}"


@door("accounts.colleague")
@require_GET
def colleague(request: Request, key: str) -> HttpResponse:
    return _page(request, queries.open_colleague(request.actor, key), ReasonForm())


@door("accounts.ask_recovery")
@require_http_methods(["GET", "POST"])
def ask_recovery(request: Request, key: str) -> HttpResponse:
    found = queries.open_colleague(request.actor, key)
    form = ReasonForm(request.POST) if request.method == "POST" else ReasonForm()

    def act() -> str:
        commands.ask_recovery(request.actor, found, reason=form.cleaned_data["reason"])
        messages.success(
            request, f"Du har bedt om en ny adgang. En anden administrator skal godkende den inden {DAYS} dage."
        )
        return _address(found)

    return posted(request, form, act) or _page(request, found, form)


@door("accounts.invite")
@require_POST
def invite(request: Request, key: str) -> HttpResponse:
    return _act(request, key, commands.invite, f"Invitationen er sendt. Linket gælder i {DAYS} dage.")


@door("accounts.lock")
@require_POST
def lock(request: Request, key: str) -> HttpResponse:
    return _act(request, key, commands.lock, "Kontoen er låst. Ingen er logget ind med den længere.")


@door("accounts.unlock")
@require_POST
def unlock(request: Request, key: str) -> HttpResponse:
    return _act(request, key, commands.unlock, "Kontoen er låst op.")


@door("accounts.approve_recovery")
@require_POST
def approve_recovery(request: Request, key: str) -> HttpResponse:
    return _act(request, key, commands.approve_recovery, "Den gamle adgang er lukket. Der er sendt et link til en ny.")


@door("accounts.refuse_recovery")
@require_POST
def refuse_recovery(request: Request, key: str) -> HttpResponse:
    return _act(request, key, commands.refuse_recovery, "Der bliver ikke lavet en ny adgang.")


def _act(request: Request, key: str, act: Callable[[Actor, Colleague], None], words: str) -> HttpResponse:
    found = queries.open_colleague(request.actor, key)
    form = ActForm(request.POST)

    def carry_out() -> str:
        act(request.actor, found)
        messages.success(request, words)
        return _address(found)

    return posted(request, form, carry_out) or _page(request, found, form)


def _address(found: Colleague) -> str:
    return reverse("accounts:colleague", args=[found.key])


def _page(request: Request, found: Colleague, form: ActForm | ReasonForm) -> HttpResponse:
    status = HTTPStatus.CONFLICT if form.is_bound else HTTPStatus.OK
    reason = form if isinstance(form, ReasonForm) else ReasonForm()
    context = {"colleague": found, "form": form, "reason_form": reason, "act_form": ActForm()}
    return page(request, "accounts/colleague.html", context, status=status)
