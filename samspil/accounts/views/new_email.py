"""/sikkerhed/mail/: another address to log in with, and the link that proves it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from samspil.accounts import attempts, factors, new_email
from samspil.accounts.entry_door import entry_door
from samspil.accounts.forms import NewEmailForm
from samspil.accounts.views.login import WRONG_CODE
from samspil.accounts.views.securing import InHand, account_inside, securing_door
from samspil.authority.doors import Reach
from samspil.authority.errors import Refusal
from samspil.ui.page import page


@securing_door("accounts.new_email", only_inside=True)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, found: InHand) -> HttpResponse:
    """The second factor is shown anew: whoever finds an open screen must not carry the account away."""
    may = factors.has_factor(found.account.pk)
    form = NewEmailForm(request.POST) if may and request.method == "POST" else NewEmailForm()
    sent = form.is_bound and form.is_valid() and _ask(request, found, form)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and not sent else HTTPStatus.OK
    context = {"form": form, "found": found, "may": may, "sent": sent}
    return page(request, "accounts/new_email.html", context, status=status)


def _ask(request: HttpRequest, found: InHand, form: NewEmailForm) -> bool:
    try:
        attempt = attempts.begin(request, found.account.email, "code")
    except attempts.TooSoon as refusal:
        form.add_error("code", refusal.sentence)
        return False
    if not factors.passes_code(found.account, form.cleaned_data["code"]):
        form.add_error("code", WRONG_CODE)
        return False
    attempt.passed()
    try:
        new_email.ask(found.account, form.cleaned_data["email"])
    except Refusal as refusal:
        form.add_error("email", refusal.sentence)
        return False
    return True


@entry_door("accounts.confirm_email", Reach.SECRET)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at the link changes nothing: mail programs do that by themselves."""
    wish = new_email.wish_of(token)
    if wish is None:
        return page(request, "accounts/old_link.html", status=HTTPStatus.NOT_FOUND)
    if request.method == "GET":
        return page(request, "accounts/confirm_email.html", {"wish": wish})
    if not new_email.fulfil(wish):
        return page(request, "accounts/old_link.html", status=HTTPStatus.NOT_FOUND)
    messages.success(request, f"Du logger nu ind med {wish.new}.")
    return redirect("accounts:me" if account_inside(request) else "accounts:login")
