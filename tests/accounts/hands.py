"""What a person's hands do at the login: passwords, an app's codes, the cookie."""

import re
import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from samspil.accounts import entering, factors
from samspil.accounts.models import Account
from tests.world.people import email_of

PASSWORD = "fire flittige fasaner"


def account_of(key: str) -> Account:
    return Account.objects.get(email=email_of(key))


def give_password(key: str, password: str = PASSWORD) -> Account:
    account = account_of(key)
    entering.set_password(account, password)
    return account


def send_password(client: Any, key: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/log-ind/", {"email": email_of(key), "password": password, **more})


def code_of(secret: str, steps: int = 0) -> str:
    """What the app shows now, or that many half minutes away."""
    return str(format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // 30 + steps)))


def secret_on(page: Any) -> str:
    return re.search(r'<p class="num">([A-Z2-7 ]+)</p>', page.content.decode()).group(1)  # type: ignore[union-attr]  # the page shows one


def set_up_app(client: Any) -> tuple[str, list[str]]:
    """Set the app up in the login at hand; its secret and the codes on paper."""
    secret = secret_on(client.get("/sikkerhed/app/"))
    assert client.post("/sikkerhed/app/", {"code": code_of(secret)}).headers["Location"] == "/sikkerhed/koder/"
    codes = re.findall(r"<li>(\d{8})</li>", client.get("/sikkerhed/koder/").content.decode())
    return secret, codes


def come_in(client: Any, key: str) -> tuple[str, list[str]]:
    """The whole way of a first login with an app."""
    give_password(key)
    send_password(client, key)
    found = set_up_app(client)
    assert client.post("/sikkerhed/koder/").status_code == 303
    assert is_in(client)
    return found


def is_in(client: Any) -> bool:
    return bool(client.get("/mig/").status_code == 200)


def has_factor(key: str) -> bool:
    return factors.has_factor(account_of(key).pk)
