"""/velkommen/TOKEN/: an invitation, a recovery or the very first administrator."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from samspil.accounts import links
from samspil.accounts.entering import Account
from samspil.accounts.entry_door import entry_door
from samspil.accounts.forms import NewPasswordForm
from samspil.accounts.views.login import after_password
from samspil.authority.doors import Reach
from samspil.ui.page import page


@entry_door("accounts.welcome", Reach.SECRET)
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at the link uses nothing up: mail programs do that by themselves."""
    found = links.holder(token)
    if found is None:
        return page(request, "accounts/old_link.html", status=HTTPStatus.NOT_FOUND)
    owner = Account(email=found.email)
    form = NewPasswordForm(request.POST, owner=owner) if request.method == "POST" else NewPasswordForm()
    if request.method == "POST" and form.is_valid():
        account = links.use(token, form.cleaned_data["password"])
        return after_password(request, account, "/")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return page(request, "accounts/welcome.html", {"form": form, "holder": found}, status=status)
