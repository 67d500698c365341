"""Coming in and going out: what the login remembers until somebody is in, and the visit that then begins."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.utils.http import url_has_allowed_host_and_scheme

from samspil.accounts.credentials import changing
from samspil.accounts.models import Account
from samspil.authority.middleware import ticket_of
from samspil.authority.visits import close_visit, open_visit, ticket_for
from samspil.lib import clock

__all__ = ["Account", "Entering", "arrive", "be", "begin", "entering", "find_account", "leave", "prove", "safe_onward"]

PLACE = "entering"
REAL = "real"
"""Of a login that practises: whom and where it really is."""
PATIENCE = 15 * 60
"""Seconds from the password to the end of the second factor, its set-up included."""
SURE = 10 * 60
"""Seconds in which somebody who has just logged in may change factors without the password."""


@dataclass(frozen=True)
class Entering:
    """Somebody whose password was right, and who is not in yet. `proved` once a factor was shown or set up here."""

    account_id: int
    since: float
    onward: str = "/"
    proved: bool = False


def find_account(email: str, password: str) -> Account | None:
    """The open account with this password. An unknown address takes as long as a known one."""
    account = Account.objects.filter(email=email.strip().lower()).first()
    if account is None:
        make_password(password)
        return None
    with changing(account.pk):  # a password kept by older parameters is kept anew
        right = account.check_password(password)
    return account if right and account.is_active else None


def begin(request: HttpRequest, account: Account, onward: str, *, proved: bool = False) -> None:
    """Forget who was here, and remember that this account's password was right."""
    leave(request)
    request.session[PLACE] = [account.pk, _seconds(), onward, proved]


def entering(request: HttpRequest) -> Entering | None:
    remembered = request.session.get(PLACE)
    if not remembered or _seconds() - remembered[1] > PATIENCE:
        return None
    return Entering(*remembered)


def prove(request: HttpRequest) -> None:
    found = entering(request)
    if found is not None:
        found = replace(found, proved=True)
        request.session[PLACE] = [found.account_id, found.since, found.onward, found.proved]


def needs_second_factor(account: Account) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select needs_second_factor(%s)", [account.pk])
        return bool(cursor.fetchone()[0])


def arrive(request: HttpRequest, account: Account) -> bool:
    """Open the visit of the account's person in the first municipality; False where the account is nobody's."""
    with connection.cursor() as cursor:
        cursor.execute("select person_id, municipality_id from person_of_account(%s)", [account.pk])
        place = cursor.fetchone()
    if place is None or not account.is_active:
        leave(request)
        return False
    be(request, place[0], place[1], account_id=account.pk)
    Account.objects.filter(pk=account.pk).update(last_login=clock.now())
    return True


def be(request: HttpRequest, person_id: int, municipality_id: int, *, account_id: int | None) -> None:
    """A new login with a key of its own, and its visit."""
    leave(request)
    request.session.create()
    rotate_token(request)
    request.session["person"], request.session["municipality"] = person_id, municipality_id
    request.session["account"], request.session["sure"] = account_id, _seconds()
    _open(request, person_id, municipality_id)


def take_in_hand(request: HttpRequest, municipality_id: int) -> None:
    """The same person goes over to another municipality: one visit ends and another begins, by a key of its own.

    The key of the login changes, since a visit that has ended never opens again and one may well go back.
    """
    person_id = request.session["person"]
    ticket = ticket_of(request)
    if ticket:
        close_visit(ticket)
    request.session.cycle_key()
    rotate_token(request)
    request.session["municipality"] = municipality_id
    _open(request, person_id, municipality_id)


def real_ticket(request: HttpRequest) -> str | None:
    """The ticket of this login's real visit; from within practice it is the one that practice was begun from."""
    real, key = request.session.get(REAL), request.session.session_key
    return ticket_for(key, *real) if real and key else ticket_of(request)


def practise(request: HttpRequest, person_id: int, municipality_id: int) -> None:
    """Act from now on as somebody in a practice room, by a visit that stands already. The real one stays open.

    A page that was open before, in either, can send nothing in the other: its form's safety mark no longer fits.
    """
    rotate_token(request)
    request.session.setdefault(REAL, [request.session["person"], request.session["municipality"]])
    request.session["person"], request.session["municipality"] = person_id, municipality_id


def is_practising(request: HttpRequest) -> bool:
    return REAL in request.session


def return_from_practice(request: HttpRequest) -> None:
    """Back to the real visit. None is opened: where it has ended meanwhile, one logs in anew."""
    rotate_token(request)
    person_id, municipality_id = request.session.pop(REAL)
    request.session["person"], request.session["municipality"] = person_id, municipality_id


def leave(request: HttpRequest) -> None:
    for ticket in {ticket_of(request), real_ticket(request)}:
        if ticket:
            close_visit(ticket)
    request.session.flush()


def is_sure(request: HttpRequest) -> bool:
    return _seconds() - float(request.session.get("sure", 0)) < SURE


def make_sure(request: HttpRequest) -> None:
    request.session["sure"] = _seconds()


def safe_onward(request: HttpRequest, wanted: str) -> str:
    """Where to after login: a page of this house, else the first page."""
    fits = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if fits and not wanted.startswith("/log-") else settings.LOGIN_REDIRECT_URL


def _open(request: HttpRequest, person_id: int, municipality_id: int) -> None:
    key = str(request.session.session_key)
    ends_at = clock.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE)
    open_visit(ticket_for(key, person_id, municipality_id), person_id, municipality_id, ends_at)


def _seconds() -> float:
    return clock.now().timestamp()


def set_password(account: Account, password: str) -> None:
    account.set_password(password)
    with changing(account.pk):
        account.save(update_fields=["password"])
