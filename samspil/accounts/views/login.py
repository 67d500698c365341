"""/log-ind/: mail and password, or a passkey; then the code; then in."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from samspil.accounts import attempts, entering, factors, queries
from samspil.accounts.entering import Account
from samspil.accounts.entry_door import entry_door
from samspil.accounts.forms import CodeForm, LoginForm, PasskeyForm
from samspil.ui.page import page

SEE_OTHER = HTTPStatus.SEE_OTHER
WRONG = "Mail og adgangskode passer ikke sammen. Prøv igen, eller spørg din administrator."
WRONG_CODE = "Koden passede ikke, eller den er brugt. Vent på den næste kode, og prøv igen."
WRONG_KEY = "Nøglen passede ikke. Prøv igen, eller log ind på en anden måde."
NOBODY = "Kontoen hører ikke til nogen fagperson. Spørg din administrator."


@entry_door("accounts.login")
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    onward = entering.safe_onward(request, request.POST.get("next") or request.GET.get("next") or "/")
    form = LoginForm(request.POST) if request.method == "POST" else LoginForm()
    status = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        answer = _try_password(request, form, onward)
        if not isinstance(answer, HTTPStatus):
            return answer
        status = answer
    elif form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _page(request, form, onward, status)


@entry_door("accounts.passkey_login")
@require_http_methods(["GET", "POST"])
def passkey_login(request: HttpRequest) -> HttpResponse:
    """What the browser is asked for, and its answer. The key and its owner's finger or PIN are two factors in one."""
    if request.method == "GET":
        return JsonResponse(factors.passkey_to_show())
    attempt = attempts.begin(request, "passkey", "passkey")
    account = factors.account_of_passkey(request.POST.get("credential", ""))
    onward = entering.safe_onward(request, request.POST.get("next", "/"))
    if account is not None and entering.arrive(request, account):
        attempt.passed()
        return redirect_to(onward)
    form = LoginForm(initial={})
    return _page(request, form, onward, HTTPStatus.UNPROCESSABLE_ENTITY, WRONG_KEY)


@entry_door("accounts.code")
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    found = entering.entering(request)
    account = queries.account_by_id(found.account_id) if found else None
    if found is None or account is None:
        return redirect("accounts:login")
    form = CodeForm(request.POST) if request.method == "POST" else CodeForm()
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        try:
            attempt = attempts.begin(request, account.email, "code")
        except attempts.TooSoon as refusal:
            form.add_error("code", refusal.sentence)
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            if factors.passes_code(account, form.cleaned_data["code"]):
                attempt.passed()
                return into(request, account, found.onward)
            form.add_error("code", WRONG_CODE)
    return _code_page(request, account, form, status)


@entry_door("accounts.passkey_code")
@require_http_methods(["GET", "POST"])
def passkey_code(request: HttpRequest) -> HttpResponse:
    """A passkey after the password."""
    found = entering.entering(request)
    account = queries.account_by_id(found.account_id) if found else None
    if found is None or account is None:
        return redirect("accounts:login")
    if request.method == "GET":
        return JsonResponse(factors.passkey_to_show(account))
    attempt = attempts.begin(request, account.email, "passkey")
    if factors.account_of_passkey(request.POST.get("credential", ""), account):
        attempt.passed()
        return into(request, account, found.onward)
    form = CodeForm({"code": "0"})
    form.add_error("code", WRONG_KEY)
    return _code_page(request, account, form, HTTPStatus.UNPROCESSABLE_ENTITY)


@entry_door("accounts.logout")
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    entering.leave(request)
    return redirect("accounts:login")


def _code_page(request: HttpRequest, account: Account, form: CodeForm, status: int) -> HttpResponse:
    context = {"form": form, "has_app": factors.has_app(account.pk), "has_passkey": factors.has_passkey(account.pk)}
    return page(request, "accounts/code.html", context, status=status)


def _try_password(request: HttpRequest, form: LoginForm, onward: str) -> HttpResponse | HTTPStatus:
    email = form.cleaned_data["email"].strip().lower()
    try:
        attempt = attempts.begin(request, email, "password")
    except attempts.TooSoon as refusal:
        form.add_error(None, refusal.sentence)
        return HTTPStatus.TOO_MANY_REQUESTS
    account = entering.find_account(email, form.cleaned_data["password"])
    if account is None:
        form.add_error(None, WRONG)
        return HTTPStatus.UNPROCESSABLE_ENTITY
    attempt.passed()
    return after_password(request, account, onward)


def after_password(request: HttpRequest, account: Account, onward: str) -> HttpResponse:
    """The code, the set-up of a factor that is demanded, or in."""
    if factors.has_factor(account.pk):
        entering.begin(request, account, onward)
        return redirect("accounts:code")
    if entering.needs_second_factor(account):
        entering.begin(request, account, onward)
        return redirect("accounts:securing")
    return into(request, account, onward)


def into(request: HttpRequest, account: Account, onward: str) -> HttpResponse:
    if entering.arrive(request, account):
        return redirect_to(onward)
    return _page(request, LoginForm(), onward, HTTPStatus.UNPROCESSABLE_ENTITY, NOBODY)


def redirect_to(address: str) -> HttpResponse:
    return HttpResponseRedirect(address, status=SEE_OTHER)


def _page(request: HttpRequest, form: LoginForm, onward: str, status: int, problem: str = "") -> HttpResponse:
    people = queries.characters() if settings.DEMO and not form.is_bound else []
    context = {"form": form, "onward": onward, "problem": problem, "people": people, "passkey": PasskeyForm()}
    return page(request, "accounts/login.html", context, status=status)
