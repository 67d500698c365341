"""Second factors by allauth: an app's codes, passkeys, codes on paper. Written under proof (`credentials.py`)."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    clear_totp_secret,
    format_hotp_value,
    get_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.webauthn.internal import auth as passkeys
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from samspil.accounts.credentials import changing
from samspil.accounts.models import Account
from samspil.lib import clock

WRONG = (ValidationError, ValueError, TypeError, KeyError, AttributeError)
"""What allauth and fido2 raise for an answer that is not a passkey's."""


@dataclass(frozen=True)
class Factor:
    """One line of the list of factors. `number` is for taking it away."""

    number: int
    kind: str
    name: str
    made_at: datetime
    last_used_at: datetime | None


def factors_of(account_id: int) -> list[Factor]:
    return [
        Factor(row.pk, row.type, _name(row), row.created_at, row.last_used_at)
        for row in Authenticator.objects.filter(user_id=account_id).order_by("pk")
    ]


def has_factor(account_id: int) -> bool:
    """Codes on paper alone are none: they stand in for another."""
    return bool(
        Authenticator.objects.filter(user_id=account_id).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
    )


def has_app(account_id: int) -> bool:
    return bool(Authenticator.objects.filter(user_id=account_id, type=Authenticator.Type.TOTP).exists())


def has_passkey(account_id: int) -> bool:
    return bool(Authenticator.objects.filter(user_id=account_id, type=Authenticator.Type.WEBAUTHN).exists())


# ---- An app's codes


def secret_in_hand() -> str:
    """The key to be shown in this login, the same until it is taken into use."""
    return str(get_totp_secret())


def qr_picture(account: Account) -> str:
    adapter = get_adapter()
    return str(adapter.build_totp_svg(adapter.build_totp_url(account, secret_in_hand())))


def set_up_app(request: HttpRequest, account: Account, code: str) -> bool:
    """Take the app into use, when it shows the right code for the key in hand."""
    secret = secret_in_hand()
    counter = _counter(secret, code)
    if counter is None:
        return False
    with changing(account.pk):
        Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.TOTP).delete()
        row = TOTP.activate(account, secret).instance
        row.data["counter"] = counter
        row.save(update_fields=["data"])
    clear_totp_secret(request)
    return True


def passes_code(account: Account, code: str) -> bool:
    """An app's code, each at most once, or one of the codes on paper."""
    with changing(account.pk):
        return _passes_app(account, code) or _passes_paper(account, code)


def _passes_app(account: Account, code: str) -> bool:
    row = Authenticator.objects.select_for_update().filter(user_id=account.pk, type=Authenticator.Type.TOTP).first()
    counter = None if row is None else _counter(get_adapter().decrypt(row.data["secret"]), code)
    if row is None or counter is None or counter <= row.data.get("counter", 0):
        return False
    row.data["counter"], row.last_used_at = counter, clock.now()
    row.save(update_fields=["data", "last_used_at"])
    return True


def _counter(secret: str, code: str) -> int | None:
    typed = "".join(code.split())
    return next((n for n in yield_hotp_counters_from_time() if format_hotp_value(hotp_value(secret, n)) == typed), None)


# ---- Codes on paper


def _passes_paper(account: Account, code: str) -> bool:
    row = Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.RECOVERY_CODES).first()
    if row is None or not RecoveryCodes(row).validate_code(code):
        return False
    Authenticator.objects.filter(pk=row.pk).update(last_used_at=clock.now())
    return True


def new_codes(account: Account) -> None:
    with changing(account.pk):
        Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.RECOVERY_CODES).delete()
        RecoveryCodes.activate(account)


def codes_to_show(account: Account) -> list[str]:
    """The codes on paper, until it has been said that they are kept."""
    row = Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.RECOVERY_CODES).first()
    return [] if row is None or RecoveryCodes(row).did_view else list(RecoveryCodes(row).generate_codes())


def codes_kept(account: Account) -> None:
    with changing(account.pk):
        for row in Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.RECOVERY_CODES):
            RecoveryCodes(row).mark_as_viewed()


# ---- Passkeys


def passkey_to_make(account: Account) -> dict[str, Any]:
    return dict(passkeys.begin_registration(account, True))


def make_passkey(account: Account, name: str, answer: str) -> bool:
    """Keep the passkey that the browser made; it knows its owner by finger, face or PIN."""
    try:
        credential = json.loads(answer)
        passkeys.parse_registration_response(credential)
        if not passkeys.complete_registration(credential).is_user_verified():
            return False
    except WRONG:
        return False
    with changing(account.pk):
        passkeys.WebAuthn.add(account, name, credential)
    return True


def passkey_to_show(account: Account | None = None) -> dict[str, Any]:
    """What the browser is asked for; without an account any passkey of this site will do."""
    return dict(passkeys.begin_authentication(account))


def account_of_passkey(answer: str, account: Account | None = None) -> Account | None:
    """The open account whose passkey this is."""
    try:
        credential = json.loads(answer)
        passkeys.parse_authentication_response(credential)
        found = account or passkeys.extract_user_from_response(credential)
        row = passkeys.complete_authentication(found, credential)
    except WRONG:
        return None
    Authenticator.objects.filter(pk=row.pk).update(last_used_at=clock.now())
    return found if isinstance(found, Account) and found.is_active else None


def take_away(account: Account, number: int) -> bool:
    """Take a factor away; the codes on paper go with the last."""
    with changing(account.pk):
        gone, _ = (
            Authenticator.objects.filter(user_id=account.pk, pk=number)
            .exclude(type=Authenticator.Type.RECOVERY_CODES)
            .delete()
        )
        if not has_factor(account.pk):
            Authenticator.objects.filter(user_id=account.pk).delete()
    return bool(gone)


def take_all_away(account_id: int) -> None:
    with changing(account_id):
        Authenticator.objects.filter(user_id=account_id).delete()


def _name(row: Any) -> str:
    if row.type == Authenticator.Type.WEBAUTHN:
        return str(row.data.get("name", "Adgangsnøgle"))
    return "App på telefonen" if row.type == Authenticator.Type.TOTP else "Koder på papir"
