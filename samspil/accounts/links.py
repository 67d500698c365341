"""One-time links: a random token in the mail, its digest in the database, and what the mail says."""

import hashlib
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, transaction
from django.template.loader import render_to_string

from samspil.accounts.credentials import NEW, changing
from samspil.accounts.factors import take_all_away
from samspil.accounts.models import Account
from samspil.authority.errors import Refusal
from samspil.authority.visits import close_visits_of

DAYS = 7


@dataclass(frozen=True)
class Holder:
    """Whom an open link is for."""

    purpose: str
    person_id: int
    name: str
    email: str
    municipality: str
    account_id: int | None


def new_token() -> str:
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def address(token: str) -> str:
    return f"{settings.SITE_ADDRESS}/velkommen/{token}/"


def holder(token: str) -> Holder | None:
    with connection.cursor() as cursor:
        cursor.execute("select * from link_holder(%s)", [digest(token)])
        row = cursor.fetchone()
    return None if row is None else Holder(*row)


def use(token: str, password: str) -> Account:
    """Set the password, tie a new account to its person, or close everything that was open before a recovery."""
    with transaction.atomic():
        found = holder(token)
        account = _account_for(found, password) if found else None
        if found is None or account is None:
            message = "a link that is not open was used"
            raise LookupError(message)
        with connection.cursor() as cursor:
            cursor.execute("select use_link(%s, %s)", [digest(token), account.pk])
        if found.account_id is not None:
            take_all_away(account.pk)
            close_visits_of(found.person_id)
    return account


def _account_for(found: Holder, password: str) -> Account:
    account = Account(email=found.email) if found.account_id is None else Account.objects.get(pk=found.account_id)
    account.set_password(password)
    with changing(account.pk or NEW):
        account.save()
    return account


def send(kind: str, to: str, token: str, municipality: str) -> None:
    """A mail with nothing in it but the link and whose it is. Raises Refusal where it cannot go."""
    facts = {"municipality": municipality, "address": address(token), "days": DAYS}
    subject, _, body = render_to_string(f"accounts/mail/{kind}.txt", facts).partition("\n")
    try:
        send_mail(subject.strip(), body.strip() + "\n", None, [to])
    except OSError as error:
        raise Refusal("Mailen kunne ikke sendes lige nu. Intet er ændret. Prøv igen om lidt.") from error
