"""/sikkerhed/: setting up factors and a new password, at the first login and later from /mig/."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samspil.accounts import attempts, entering, factors, mail, queries
from samspil.accounts.entering import Account
from samspil.accounts.entry_door import entry_door
from samspil.accounts.forms import CodeForm, NewPasswordForm, PasskeyForm, SureForm
from samspil.accounts.views.login import WRONG, into, redirect_to
from samspil.authority.actor import acting_as
from samspil.authority.errors import NotSignedIn
from samspil.authority.middleware import ticket_of
from samspil.authority.visits import close_visits_of
from samspil.ui.page import page

P = ParamSpec("P")


@dataclass(frozen=True)
class InHand:
    """The account whose factors are changed; `first` before its owner is in."""

    account: Account
    first: bool
    onward: str


Securing = Callable[Concatenate[HttpRequest, InHand, P], HttpResponse]


def securing_door(name: str, *, only_inside: bool = False) -> Callable[[Securing[P]], Callable[..., HttpResponse]]:
    """Somebody on the way in who must set a factor up, or somebody inside who has just shown the password."""

    def decorate(view: Securing[P]) -> Callable[..., HttpResponse]:
        @entry_door(name)
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponse:
            if entering.is_practising(request):
                return redirect("accounts:me")  # the account is real, and practice touches nothing real
            found = _in_hand(request)
            if isinstance(found, HttpResponse):
                return found
            if only_inside and found.first:
                return redirect("accounts:securing")
            return view(request, found, *args, **named)

        return guarded

    return decorate


def _in_hand(request: HttpRequest) -> InHand | HttpResponse:
    coming = entering.entering(request)
    if coming is not None:
        account = queries.account_by_id(coming.account_id)
        if account is None:
            return redirect("accounts:login")
        if factors.has_factor(account.pk) and not coming.proved:
            return redirect("accounts:code")
        return InHand(account, first=True, onward=coming.onward)
    account = account_inside(request)
    if account is None:
        return redirect("accounts:login")
    if not entering.is_sure(request):
        after = request.path if request.method == "GET" else reverse("accounts:me")
        return HttpResponseRedirect(f"{reverse('accounts:sure')}?{urlencode({'next': after})}")
    return InHand(account, first=False, onward=reverse("accounts:me"))


def account_inside(request: HttpRequest) -> Account | None:
    """The account of whoever is logged in here, if the visit is still open."""
    ticket = ticket_of(request)
    if ticket is None:
        return None
    try:
        with acting_as(ticket, "accounts.securing"):
            return queries.account_by_id(request.session.get("account"))
    except NotSignedIn:
        return None


@securing_door("accounts.securing")
@require_GET
def securing(request: HttpRequest, found: InHand) -> HttpResponse:
    return page(request, "accounts/securing.html", {"found": found, "has_app": factors.has_app(found.account.pk)})


@securing_door("accounts.app")
@require_http_methods(["GET", "POST"])
def app(request: HttpRequest, found: InHand) -> HttpResponse:
    form = CodeForm(request.POST) if request.method == "POST" else CodeForm()
    if request.method == "POST" and form.is_valid():
        if factors.set_up_app(request, found.account, form.cleaned_data["code"]):
            return _added(request, found)
        form.add_error("code", "Koden passede ikke. Se efter på telefonen, og skriv den kode, der står der nu.")
    secret = factors.secret_in_hand()
    spaced = " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return page(request, "accounts/app.html", {"form": form, "found": found, "secret": spaced}, status=status)


@securing_door("accounts.app_picture")
@require_GET
def app_picture(request: HttpRequest, found: InHand) -> HttpResponse:
    del request
    return HttpResponse(factors.qr_picture(found.account), content_type="image/svg+xml")


@securing_door("accounts.passkey")
@require_http_methods(["GET", "POST"])
def passkey(request: HttpRequest, found: InHand) -> HttpResponse:
    form = PasskeyForm(request.POST) if request.method == "POST" else PasskeyForm()
    if request.method == "POST" and form.is_valid():
        if factors.make_passkey(found.account, form.cleaned_data["name"], form.cleaned_data["credential"]):
            return _added(request, found)
        form.add_error(None, "Nøglen blev ikke gemt. Prøv igen, eller brug en app på telefonen.")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return page(request, "accounts/passkey.html", {"form": form, "found": found}, status=status)


@securing_door("accounts.passkey_options")
@require_GET
def passkey_options(request: HttpRequest, found: InHand) -> HttpResponse:
    del request
    return JsonResponse(factors.passkey_to_make(found.account))


@securing_door("accounts.paper")
@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, found: InHand) -> HttpResponse:
    """The codes on paper, shown until somebody says that they are kept; then in."""
    if not factors.has_factor(found.account.pk):
        return redirect("accounts:securing")
    codes = factors.codes_to_show(found.account)
    if request.method == "POST" or not codes:
        factors.codes_kept(found.account)
        return into(request, found.account, found.onward) if found.first else redirect_to(found.onward)
    return page(request, "accounts/paper.html", {"codes": codes, "found": found})


@securing_door("accounts.new_paper", only_inside=True)
@require_POST
def new_paper(request: HttpRequest, found: InHand) -> HttpResponse:
    del request
    if factors.has_factor(found.account.pk):
        factors.new_codes(found.account)
    return redirect("accounts:paper")


@securing_door("accounts.take_away", only_inside=True)
@require_POST
def take_away(request: HttpRequest, found: InHand, number: int) -> HttpResponse:
    """One may take the last away; where a factor is demanded the next login leads to setting one up."""
    del request
    if not factors.take_away(found.account, number):
        raise Http404
    mail.tell_changed(found.account.email)
    return redirect("accounts:me")


@securing_door("accounts.new_password", only_inside=True)
@require_http_methods(["GET", "POST"])
def new_password(request: HttpRequest, found: InHand) -> HttpResponse:
    """A new password ends every visit, and begins this one anew."""
    form = NewPasswordForm(request.POST, owner=found.account) if request.method == "POST" else NewPasswordForm()
    if request.method == "POST" and form.is_valid():
        entering.set_password(found.account, form.cleaned_data["password"])
        person_id, municipality_id = request.session["person"], request.session["municipality"]
        close_visits_of(person_id)
        entering.be(request, person_id, municipality_id, account_id=found.account.pk)
        mail.tell_changed(found.account.email)
        return redirect("accounts:me")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return page(request, "accounts/new_password.html", {"form": form, "found": found}, status=status)


@entry_door("accounts.sure")
@require_http_methods(["GET", "POST"])
def sure(request: HttpRequest) -> HttpResponse:
    """Somebody inside shows the password again before factors are changed; nobody does so from within practice."""
    if entering.is_practising(request):
        return redirect("accounts:me")
    account = account_inside(request)
    if account is None:
        return redirect("accounts:login")
    onward = entering.safe_onward(request, request.POST.get("next") or request.GET.get("next") or "/mig/")
    form = SureForm(request.POST) if request.method == "POST" else SureForm()
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        try:
            attempt = attempts.begin(request, account.email, "password")
        except attempts.TooSoon as refusal:
            form.add_error("password", refusal.sentence)
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            if entering.find_account(account.email, form.cleaned_data["password"]):
                attempt.passed()
                entering.make_sure(request)
                return redirect_to(onward)
            form.add_error("password", WRONG)
    return page(request, "accounts/sure.html", {"form": form, "onward": onward}, status=status)


def _added(request: HttpRequest, found: InHand) -> HttpResponse:
    entering.prove(request)
    mail.tell_changed(found.account.email)
    if not any(factor.kind == "recovery_codes" for factor in factors.factors_of(found.account.pk)):
        factors.new_codes(found.account)
    return redirect("accounts:paper")
