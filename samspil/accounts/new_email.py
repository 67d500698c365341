"""Another address to log in with: proved by a link that only the new address gets, told to the old one.

The link carries all that it is for, sealed: no row waits in the database for a stray statement to change (A18).
"""

import base64
import json
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from samspil.accounts import mail
from samspil.accounts.adapter import own_keys
from samspil.accounts.credentials import changing
from samspil.accounts.models import Account
from samspil.authority.errors import Refusal
from samspil.lib import clock
from samspil.lib.sealing import SealingError

CONTEXT = "accounts.new_email"
VALID = timedelta(days=1)


@dataclass(frozen=True)
class Wish:
    """Whose address is to be which, from which, and until when the link holds."""

    account_id: int
    old: str
    new: str
    until: float


def ask(account: Account, new: str) -> None:
    """Mail the link to the new address. Raises Refusal where the address is somebody's."""
    if new == account.email:
        raise Refusal("Det er den adresse, du har.")
    if Account.objects.filter(email=new).exists():
        raise Refusal("Adressen hører allerede til en konto. Skriv en anden.")
    token = _sealed(Wish(account.pk, account.email, new, (clock.now() + VALID).timestamp()))
    mail.send_after_commit("new_email", new, address=f"{settings.SITE_ADDRESS}/sikkerhed/mail/{token}/")


def wish_of(token: str) -> Wish | None:
    """The wish of an open link: it is worth nothing when the address has changed since, or is another's."""
    wish = _opened(token)
    if wish is None or wish.until < clock.now().timestamp():
        return None
    held = Account.objects.filter(pk=wish.account_id, email=wish.old, is_active=True).exists()
    return wish if held and not Account.objects.filter(email=wish.new).exists() else None


def fulfil(wish: Wish) -> bool:
    """False where another account took the address, or this one changed, between looking and pressing."""
    try:
        with transaction.atomic(), changing(wish.account_id):
            changed = Account.objects.filter(pk=wish.account_id, email=wish.old).update(email=wish.new)
    except IntegrityError:
        return False
    if changed:
        mail.tell_changed(wish.old)
    return bool(changed)


def _sealed(wish: Wish) -> str:
    text = json.dumps([wish.account_id, wish.old, wish.new, wish.until])
    return base64.urlsafe_b64encode(own_keys().seal(text.encode(), CONTEXT)).decode().rstrip("=")


def _opened(token: str) -> Wish | None:
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return Wish(*json.loads(own_keys().open_sealed(sealed, CONTEXT)))
    except (ValueError, LookupError, TypeError, SealingError):
        return None
